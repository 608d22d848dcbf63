"""Rows of text into readings.

In: rows and a layout. Out: a block of readings, and diagnostics with row and column
for every cell that could not be read. Left out on purpose: whether a reading is
believed; flags say that afterwards.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lantu.core.catalogue import fold_name
from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.core.quantity import parse_unit
from lantu.sense.readings.cells import read_instant, read_value
from lantu.sense.readings.layout import Figure, Layout
from lantu.sense.readings.reading import Block
from lantu.sense.table import DAMAGE, Row

_DAY_ALONE = re.compile(r"\d{1,2}[-/.月]\d{1,2}(?!\d)")
_INSTANTS_KEPT = 4096
"""Instants remembered while a chunk is read; neighbouring rows share them."""


@dataclass(slots=True)
class _Draft:
    """A block while it grows."""

    readings: list[tuple[int, str, str, str, datetime, float, str, str, str]] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    instants: dict[tuple[str, str], datetime] = field(default_factory=dict)
    refused: int = 0


def read_rows(rows: Iterable[Row], layout: Layout, file: str) -> tuple[Block, tuple[Diagnostic, ...], int]:
    """The readings of rows.

    Returns:
        The readings, what could not be read, and how many rows gave nothing because of it.
    """
    draft = _Draft()
    for row in rows:
        before = len(draft.readings), len(draft.diagnostics)
        _read_row(row, layout, file, draft)
        if len(draft.readings) == before[0] and len(draft.diagnostics) > before[1]:
            draft.refused += 1
    columns = zip(*draft.readings, strict=True) if draft.readings else [()] * 9
    return Block(*columns), tuple(draft.diagnostics), draft.refused


def _read_row(row: Row, layout: Layout, file: str, draft: _Draft) -> None:
    cells = row.cells
    if (wrong := _find_fault(row, layout)) is not None:
        code, message, hint = wrong
        draft.diagnostics.append(Diagnostic(code, Severity.ERROR, message, hint, cell=Cell(file, row.number)))
        return
    place = _cell(cells, layout.place)
    station = _cell(cells, layout.station) or place
    if not station:
        _refuse(draft, "S032", "the row names no station and no place", "name it", Cell(file, row.number))
        return
    try:
        instant = _read_time(cells, layout, draft)
    except ValueError as error:
        _refuse(draft, "S030", str(error), "the row was left out", Cell(file, row.number))
        return
    key = _cell(cells, layout.key) or layout.feed
    for figure, text, heading in _figures_of(row, layout, file, draft):
        try:
            read = read_value(text)
        except ValueError as error:
            hint = "one figure, with < before it where it lies below what can be measured; the cell was left out"
            _refuse(draft, "S031", f"{heading}: {error}", hint, Cell(file, row.number, heading))
            continue
        if read is None:
            continue
        value, is_below = read
        draft.readings.append(
            (
                row.number,
                f"{layout.pack}/{figure.quantity}/{station}",
                figure.quantity,
                place or layout.place_code,
                instant,
                value * figure.factor if figure.factor != 1.0 else value,
                figure.unit,
                key,
                "below" if is_below else "",
            )
        )


def _find_fault(row: Row, layout: Layout) -> tuple[str, str, str] | None:
    if row.fault:
        return "S017", f"the row cannot be cut into cells: {row.fault}", "close the quote"
    if len(row.cells) > layout.width:
        return "S012", f"{len(row.cells)} cells under {layout.width} headings", "put cells that hold a comma in quotes"
    if any(DAMAGE in cell for cell in row.cells):
        return "S004", "the row holds bytes that are no text", "save the file again as UTF-8"
    return None


def _read_time(cells: Sequence[str], layout: Layout, draft: _Draft) -> datetime:
    words = (_cell(cells, layout.time if layout.time >= 0 else layout.date), "")
    if layout.time < 0 and layout.hour >= 0:
        words = (words[0], _cell(cells, layout.hour))
    instant = draft.instants.get(words)
    if instant is None:
        day = f"{layout.year}-{words[0]}" if layout.year and _DAY_ALONE.match(words[0]) else words[0]
        instant = read_instant(day, words[1])
        if len(draft.instants) < _INSTANTS_KEPT:
            draft.instants[words] = instant
    return instant


def _figures_of(row: Row, layout: Layout, file: str, draft: _Draft) -> list[tuple[Figure, str, str]]:
    """The quantities of a row with their cells: all columns of a wide file, the one named in a long one."""
    if not layout.is_long:
        return [(figure, _cell(row.cells, figure.index), figure.heading) for figure in layout.figures]
    name = _cell(row.cells, layout.quantity)
    figure = layout.names.get(fold_name(name))
    if figure is None:
        known = ", ".join(dict.fromkeys(found.quantity for found in layout.names.values()))
        hint = f"the pack knows {known}; the row was left out"
        _refuse(draft, "S032", f"“{name[:40]}” is no quantity of {layout.pack}", hint, Cell(file, row.number))
        return []
    written = _cell(row.cells, layout.unit)
    if written and written != figure.unit:
        given, wanted = parse_unit(written), parse_unit(figure.unit)
        if not given.fits(wanted):
            hint = f"a unit that converts to {figure.unit}; the row was left out"
            _refuse(draft, "S007", f"{name} in “{written[:40]}”", hint, Cell(file, row.number))
            return []
        figure = Figure(figure.quantity, figure.unit, factor=float(given.factor / wanted.factor))
    return [(figure, _cell(row.cells, layout.value), name)]


def _refuse(draft: _Draft, code: str, message: str, hint: str, cell: Cell) -> None:
    draft.diagnostics.append(Diagnostic(code, Severity.ERROR, message, hint, cell=cell))


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index] if 0 <= index < len(cells) else ""
