"""Rows of review tables whose report falls short of their promise.

In: a row. Out: the figures that show it. Left out on purpose: what the document
says of it in words.
"""

from dataclasses import dataclass
from decimal import Decimal

from lantu.check.meeting import is_met
from lantu.check.printed import show
from lantu.check.rows import Figure, is_falling, name_of, split_row
from lantu.core.entry import CellForm, CellRole, TableRow


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What was promised and what came.

    Attributes:
        promised: The figure promised.
        reported: The figure reported.
        is_level: Whether levels are meant; else yearly growth or change.
    """

    promised: Figure
    reported: Figure
    is_level: bool

    def __str__(self) -> str:
        word = "" if self.is_level else "增速"
        return f"{word}目标{self.promised.raw}，完成{self.reported.raw}"

    @property
    def gap(self) -> Decimal:
        """What is missing as a part of the promise; of a promise of zero, what is missing itself."""
        missing = abs(self.promised.value - self.reported.value)
        return missing if self.promised.value == 0 else missing / abs(self.promised.value)

    @property
    def share(self) -> str:
        """How much of the promise came, in per cent."""
        if self.promised.value == 0:
            return ""
        return show(self.reported.value / self.promised.value * 100, 1) + "%"


def find_shortfalls(row: TableRow) -> tuple[Shortfall, ...]:
    """Level first, then growth and change; empty where all is met or cannot be said."""
    sides = {side.role: side for side in split_row(row)}
    promised, reported = sides.get(CellRole.TARGET), sides.get(CellRole.ACTUAL)
    if promised is None or reported is None:
        return ()
    falling = is_falling(name_of(row))
    pairs = (
        (promised.level, reported.level, True),
        (promised.growth, reported.growth, False),
        (promised.change, reported.change, False),
    )
    return tuple(
        Shortfall(want, got, is_level)
        for want, got, is_level in pairs
        if want and got and _is_short(want, got, falling and is_level)
    )


def _is_short(want: Figure, got: Figure, falling: bool) -> bool:
    forms = {want.cell.form is CellForm.CUMULATIVE, got.cell.form is CellForm.CUMULATIVE}
    if len(forms) == 2 or ("百分点" in want.raw) != ("百分点" in got.raw):
        return False
    return is_met(want.value, want.cell.comparator, got.value, falling) is False
