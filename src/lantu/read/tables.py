"""Indicator tables of a plan.

In: shadow and lines. Out: tables with caption, columns, rows and notes, and the
indexes of the lines they take, which are no prose.
Left out on purpose: tables without a header that can be understood; they are
reported, never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import DocumentFacts, Table, TableRow
from lantu.core.span import Span, span_of
from lantu.read.codes import diagnose
from lantu.read.lines import Line
from lantu.read.table_checks import check_table
from lantu.read.table_columns import Column, is_header_word, read_columns
from lantu.read.table_drafts import Draft, draft_grid_rows, is_scrambled, is_whole, split_header
from lantu.read.table_grid import find_grids
from lantu.read.table_grid_nouns import Grid, RawCell
from lantu.read.table_headings import find_headings
from lantu.read.table_notes import apply_notes
from lantu.read.table_prices import apply_prices
from lantu.read.table_rows import RowReader
from lantu.read.table_stream import draft_loose_row, draft_stream_rows
from lantu.read.table_unit_line import UnitLine, apply_unit, drop_unit_rows, find_unit_line
from lantu.read.table_units import squeeze

CAPTION = re.compile(
    r"^(?:\**)(?:表|附表|专栏)\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?\s*[::、.]?\s*\S|^\d{1,2}-\d{1,2}\s*\S{4,}|.*(?:指标|目标)(?:体系|完成情况|汇总|一览|情况)?表?\**$"
)
NOTE = re.compile(r"^(?:注|备注|说明|附注|资料来源|数据来源)\s*\d?\s*[::.]|^注\(?\d+\)?[::]?")
_NOTE_NEXT = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.、]|[①-⑳]|[★▲☆△※])")
_MOST_LABELS = 40
_NUMBERED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第.{1,4}[篇章节])")
_UNIT_LINE = re.compile(r"^\(?(?:计量)?单位[::]")


@dataclass(frozen=True, slots=True)
class TableZone:
    """Lines that belong to a table: from first to before last, with caption and notes."""

    first: int
    last: int
    caption: int | None
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundTables:
    """Tables, the zones they take, and what was wrong."""

    tables: tuple[Table, ...]
    zones: tuple[TableZone, ...]
    diagnostics: tuple[Diagnostic, ...]


def find_tables(text: str, shadow: str, lines: Sequence[Line], facts: DocumentFacts) -> FoundTables:
    """All tables of a document whose header can be understood."""
    tables: list[Table] = []
    zones: list[TableZone] = []
    diagnostics: list[Diagnostic] = []
    for grid in find_grids(shadow, lines):
        zone = _bound_zone(lines, grid)
        columns, rows, found = _read_grid(text, shadow, lines, grid, zone, facts)
        diagnostics += found
        if rows:
            tables.append(_make_table(text, lines, zone, columns, rows, facts))
            zones.append(zone)
            diagnostics += check_table(tables[-1])
        elif columns or _looks_like_figures(shadow, grid):
            span = span_of(text, lines[grid.first].left, max(lines[grid.last - 1].right, lines[grid.first].left + 1))
            fault = "its cells make no rows" if columns else "its heading is not known"
            zones.append(zone)  # no prose either
            diagnostics.append(diagnose("R020", f"a table was left unread: {fault}", span=span))
    return FoundTables(tuple(tables), tuple(zones), tuple(diagnostics))


def _read_grid(
    text: str, shadow: str, lines: Sequence[Line], grid: Grid, zone: TableZone, facts: DocumentFacts
) -> tuple[tuple[Column, ...], tuple[TableRow, ...], list[Diagnostic]]:
    caption = squeeze(lines[zone.caption].text) if zone.caption is not None else ""
    grid = drop_unit_rows(shadow, grid)
    if grid.is_stream:
        columns, drafts = draft_stream_rows(shadow, grid.rows[0], caption, facts.period)
        heading_cells: Sequence[RawCell] = grid.rows[0][:_MOST_LABELS]
    else:
        header, count = split_header(shadow, grid)
        if not count or not any(is_header_word(label) for row in header for label in row):
            return (), (), []
        columns = read_columns(header, caption, facts.period)
        drafts = _draft_rows(shadow, grid.rows[count:], columns)
        heading_cells = [cell for row in grid.rows[:count] for cell in row]
    if not any(column.kind in ("value", "growth") for column in columns):
        return (), (), []
    if grid.is_stream and is_scrambled(drafts):
        return columns, (), []
    reader = RowReader(text, shadow, facts.sha256, find_headings(shadow, heading_cells, columns))
    notes = [lines[at].text for at in zone.notes]
    rows = apply_notes(reader.read_rows(drafts), notes)
    place = find_unit_line(shadow, _start_of_heading(lines, zone), max(cell.end for cell in heading_cells))
    if place is not None:
        rows = apply_unit(rows, UnitLine(shadow[slice(*place)], span_of(text, *place, facts.sha256)))
    return columns, apply_prices(rows, notes), reader.diagnostics


def _start_of_heading(lines: Sequence[Line], zone: TableZone) -> int:
    """Where the caption begins; without one, where a line with the unit above the table does."""
    if zone.caption is None:
        above = next((line for line in reversed(lines[max(0, zone.first - 4) : zone.first]) if not line.is_blank), None)
        if above is not None and _UNIT_LINE.match(above.text):
            return above.start
    return lines[zone.first].left


def _draft_rows(shadow: str, rows: Sequence[Sequence[RawCell]], columns: tuple[Column, ...]) -> list[Draft]:
    """Drafts of a grid's rows; a row that lost a cell is read by the types of its cells."""
    drafts: list[Draft] = []
    for row, draft in draft_grid_rows(shadow, rows, columns):
        loose = draft_loose_row(shadow, row, columns) if not is_whole(shadow, draft) else []
        drafts += loose or [draft]
    return drafts


def _bound_zone(lines: Sequence[Line], grid: Grid) -> TableZone:
    caption = _find_caption(lines, grid.first)
    notes = _find_notes(lines, grid.last)
    first = grid.first if caption is None else caption
    return TableZone(first, max([grid.last, *[at + 1 for at in notes]]), caption, notes)


def _find_caption(lines: Sequence[Line], first: int) -> int | None:
    """The line above the table that names it; a line with its unit may stand between."""
    looked = 0
    for at in range(first - 1, max(-1, first - 8), -1):
        line = lines[at]
        if line.is_blank:
            continue
        if _UNIT_LINE.match(line.text):
            continue
        looked += 1
        text = line.text.strip("*# ")
        if len(text) <= 60 and not _NUMBERED.match(text) and CAPTION.match(text) and text[-1] not in "。;:":
            return at
        if looked >= 1:
            return None
    return None


def _find_notes(lines: Sequence[Line], last: int) -> tuple[int, ...]:
    notes: list[int] = []
    for at in range(last, min(len(lines), last + 40)):
        line = lines[at]
        if line.is_blank:
            continue
        if NOTE.match(line.text.lstrip("*> ")) or (notes and _NOTE_NEXT.match(line.text)):
            notes.append(at)
        else:
            break
    return tuple(notes)


def _make_table(
    text: str,
    lines: Sequence[Line],
    zone: TableZone,
    columns: tuple[Column, ...],
    rows: tuple[TableRow, ...],
    facts: DocumentFacts,
) -> Table:
    inside = [line for line in lines[zone.first : zone.last] if not line.is_blank]
    span = span_of(text, inside[0].start, inside[-1].end, facts.sha256)
    caption = (
        " ".join(text[lines[zone.caption].start : lines[zone.caption].end].split()) if zone.caption is not None else ""
    )
    notes = tuple(_line_span(text, lines[at], facts.sha256) for at in zone.notes)
    return Table(caption.strip("*# "), span, tuple(column.label for column in columns), rows, notes)


def _line_span(text: str, line: Line, document: str) -> Span:
    return span_of(text, line.start, line.end, document)


def _looks_like_figures(shadow: str, grid: Grid) -> bool:
    cells = [shadow[cell.start : cell.end] for row in grid.rows for cell in row if cell.start < cell.end]
    return len(grid.rows) >= 3 and sum(any(c.isdigit() for c in cell) for cell in cells) >= 4
