"""Tables of a plan as people corrected them: what they said of an entry is said of its cell too.

In: tables as read, and pairs of an entry as read and as it now stands. Out: tables. The printed words of a
cell stay; its figure, unit, year and comparator are the corrected ones.
Left out on purpose: entries that people added; a table cannot tell which column they would stand in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lantu.core.entry import CellForm, Entry, Table, TableCell, TableRow

Change = tuple[Entry, Entry | None]
"""An entry as the reader read it, and as it stands; None where it was rejected."""


def correct_tables(tables: Iterable[Table], changes: Sequence[Change]) -> tuple[Table, ...]:
    """The tables with every change of an entry that was read from one of their cells."""
    return tuple(replace(table, rows=tuple(_correct_row(row, changes) for row in table.rows)) for table in tables)


def _correct_row(row: TableRow, changes: Sequence[Change]) -> TableRow:
    own = [(at, now) for before, now in changes for at, cell in enumerate(row.cells) if _is_of(before, cell)]
    if not own:
        return row
    cells = list(row.cells)
    for at, now in own:
        cells[at] = reject_cell(cells[at]) if now is None else correct_cell(cells[at], now, row.unit)
    names = {now.indicator for before, now in _of_row(row, changes) if now.indicator != before.indicator}
    attributes = {now.attribute for before, now in _of_row(row, changes) if now.attribute != before.attribute}
    return replace(
        row,
        cells=tuple(cells),
        name=names.pop() if len(names) == 1 else row.name,
        attribute=attributes.pop() if len(attributes) == 1 else row.attribute,
    )


def _of_row(row: TableRow, changes: Sequence[Change]) -> list[tuple[Entry, Entry]]:
    return [
        (before, now) for before, now in changes if now is not None and any(_is_of(before, cell) for cell in row.cells)
    ]


def _is_of(entry: Entry, cell: TableCell) -> bool:
    """Whether an entry was read from a cell."""
    return entry.origin == "table" and entry.value_span is not None and cell.span.contains(entry.value_span)


def correct_cell(cell: TableCell, now: Entry, row_unit: str) -> TableCell:
    """The cell with what a person says it says."""
    has_figure = now.value is not None
    return replace(
        cell,
        year=now.year,
        form=CellForm.NUMBER if has_figure and cell.value is None else cell.form,
        value=now.value,
        value_max=now.value_max if now.value_max is not None or cell.form is CellForm.RANGE else cell.value_max,
        unit="" if now.unit == row_unit and not cell.unit else now.unit,
        comparator=now.comparator,
        is_cumulative=now.is_cumulative,
        relative_to=now.relative_to,
        confidence=1.0,
        inferred=(),
    )


def reject_cell(cell: TableCell) -> TableCell:
    """The cell as words that state no figure."""
    return replace(cell, form=CellForm.TEXT, value=None, value_max=None, parts=(), confidence=1.0, inferred=())
