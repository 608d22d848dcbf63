"""A row of an indicator table taken apart: base, promise and report with their growth.

In: a row. Out: its sides. Left out on purpose: whether they agree.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.check.collect import row_name
from lantu.check.names import key_of
from lantu.core.entry import CellForm, CellRole, TableCell, TableRow
from lantu.core.span import Span

_FIGURES = frozenset(
    {CellForm.NUMBER, CellForm.PERCENT, CellForm.AT_LEAST, CellForm.AT_MOST, CellForm.ABOUT, CellForm.CUMULATIVE}
)
_FALLING = re.compile(
    r"浓度|pm2\.5|能耗|死亡率|失业率|收入比|差距|倍差|近视率|排放|耗地|用水量|恩格尔|负债|杠杆|发案|事故|贫困|污染|氨氮|需氧量"
    r"|二氧化|氮氧化",
    re.IGNORECASE,
)
_SHARE = re.compile(r"率|比|占|增长|增速|增幅|降低|下降|减少|减排|程度|水平|面积|覆盖|强度|指数|差距|化|度")
_ALREADY_A_CUT = re.compile(r"(?:降低|下降|减少|削减)(?:率)?$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that holds one number.

    Attributes:
        cell: The cell.
        value: Its number.
    """

    cell: TableCell
    value: Decimal

    @property
    def raw(self) -> str:
        """As printed, on one line."""
        return "".join(self.cell.raw.split())

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.cell.span

    @property
    def year(self) -> int | None:
        """The year it is about."""
        return self.cell.year


@dataclass(frozen=True, slots=True)
class Side:
    """What a row promises, or what it reports.

    Attributes:
        role: TARGET or ACTUAL.
        base: The figure of the base year.
        level: The figure at the end, or None.
        growth: Yearly growth or step, or None.
        change: Change over the whole time, or None.
    """

    role: CellRole
    base: Figure | None
    level: Figure | None
    growth: Figure | None
    change: Figure | None

    @property
    def years(self) -> int:
        """Years from base to end; 0 where one is not known."""
        ends = [figure.year for figure in (self.level, self.growth, self.change) if figure is not None and figure.year]
        if self.base is None or self.base.year is None or not ends:
            return 0
        return max(0, ends[0] - self.base.year)


def find_figure(row: TableRow, role: CellRole, of: CellRole | None = None) -> Figure | None:
    """The first cell of a role, and for growth and change of a side, that holds one number."""
    for cell in row.cells:
        if cell.role is role and (of is None or cell.of is of) and cell.value is not None and cell.form in _FIGURES:
            return Figure(cell, cell.value)
    return None


def split_row(row: TableRow) -> Iterator[Side]:
    """The promised and the reported side of a row."""
    base = find_figure(row, CellRole.BASE)
    for role in (CellRole.TARGET, CellRole.ACTUAL):
        level = find_figure(row, role)
        growth = find_figure(row, CellRole.GROWTH, role)
        change = find_figure(row, CellRole.CUMULATIVE, role)
        if level or growth or change:
            yield Side(role, base, level, growth, change)


def is_share(name: str) -> bool:
    """Whether a name may be counted in per cent."""
    return bool(_SHARE.search(name))


def is_falling(name: str) -> bool:
    """Whether less is better; a name that ends in 降低 counts the cut itself, where more is better."""
    key = key_of(name)
    return bool(_FALLING.search(key.stem)) and not _ALREADY_A_CUT.search(key.stem)


def name_of(row: TableRow) -> str:
    """The row's name on one line."""
    return "".join(row_name(row).split())
