"""The unit that a line above a table, or its caption, gives to all of it ("单位：亿元").

In: shadow, the stretch from the caption to the header, rows. Out: the unit and
where it stands; rows with that unit where they have none of their own.
Left out on purpose: lines that name several units, which leave open whose is
whose, and rows whose names are shares or indices, which such a line does not mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.core.entry import CellForm, TableRow
from lantu.core.span import Span
from lantu.read import inferences as rules
from lantu.read.table_drafts import label_of
from lantu.read.table_grid_nouns import Grid, RawCell
from lantu.read.table_units import is_unit

_LINE = re.compile(
    r"(?:^|[(|\s])(?:计量|数据)?单位\s*[::]\s*(?P<unit>[^\s()|,、;。]{1,12}(?:\([^()\s]{1,6}\))?)\)?[ \t*]*(?=\||\t|$)",
    re.MULTILINE,
)
_CELL = re.compile(r"^\(?(?:计量|数据)?单位[::]")
_OTHER = re.compile(r"[率比]$|比重|比例|占比|系数|指数|倍差|排名|位次|增长$|增速$|增幅$|百分点|每[百千万]")
_FIGURES = (CellForm.NUMBER, CellForm.AT_LEAST, CellForm.AT_MOST, CellForm.ABOUT, CellForm.RANGE, CellForm.CUMULATIVE)


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit and where it is printed."""

    unit: str
    span: Span


def drop_unit_rows(shadow: str, grid: Grid) -> Grid:
    """The grid without first rows that hold nothing but a unit line."""
    skip = 0
    while not grid.is_stream and skip + 1 < len(grid.rows) and _is_unit_row(shadow, grid.rows[skip]):
        skip += 1
    return replace(grid, rows=grid.rows[skip:]) if skip else grid


def _is_unit_row(shadow: str, row: Sequence[RawCell]) -> bool:
    labels = [label for cell in row if (label := label_of(shadow, cell)).strip("-:")]
    return bool(labels) and all(map(_CELL.match, labels))


def find_unit_line(shadow: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the unit of a whole table stands between two offsets, or None."""
    for found in _LINE.finditer(shadow, start, end):
        if is_unit(found["unit"]):
            return found.span("unit")
    return None


def apply_unit(rows: Sequence[TableRow], line: UnitLine) -> tuple[TableRow, ...]:
    """Rows with the table's unit where neither name nor cells have one."""
    return tuple(_apply(row, line) if _takes_unit(row) else row for row in rows)


def _apply(row: TableRow, line: UnitLine) -> TableRow:
    return replace(row, unit=line.unit, unit_span=line.span, inferred=(*row.inferred, rules.UNIT_LINE))


def _takes_unit(row: TableRow) -> bool:
    if row.unit or _OTHER.search(row.name):
        return False
    figures = [cell for cell in row.cells if cell.form in _FIGURES]
    return bool(figures) and not any(cell.unit for cell in figures)
