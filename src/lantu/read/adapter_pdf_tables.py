"""Bordered tables of a PDF page.

In: cells that rules enclose, and characters. Out: rows of text, and the parts
of one table on following pages made one.
Left out on purpose: tables without borders, whose lines the table reader takes.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.read.adapter_canvas import Piece, join_lines
from lantu.read.adapter_pdf_page import Box, Glyph, PageTable, cut_lines, spell_glyphs

_NEAR = 4.0
"""Points by which an edge may differ from page to page."""
_MOST_HEADER = 4


@dataclass(frozen=True, slots=True)
class CellGrid:
    """Cells of one table: row by row, None where a cell is merged into another."""

    box: Box
    rows: tuple[tuple[Box | None, ...], ...]

    @property
    def columns(self) -> tuple[float, ...]:
        """Left edges of the columns."""
        count = max(map(len, self.rows))
        edges = [[row[at] for row in self.rows if at < len(row)] for at in range(count)]
        return tuple(min((cell[0] for cell in column if cell is not None), default=0.0) for column in edges)

    @property
    def is_table(self) -> bool:
        """Whether it has rows and columns; else it is a frame around text or a picture."""
        columns = len(self.columns)
        return columns >= 2 and (len(self.rows) >= 2 or columns >= 4)


def fill_table(grid: CellGrid, glyphs: Sequence[Glyph], page: int) -> PageTable:
    """A table with the text of its cells."""
    inside: dict[tuple[int, int], list[Glyph]] = {}
    lefts = grid.columns
    tops = [min(cell[1] for cell in row if cell is not None) for row in grid.rows]
    for glyph in glyphs:
        place = _find_cell(grid, lefts, tops, (glyph.x0 + glyph.x1) / 2, glyph.middle)
        if place is not None:
            inside.setdefault(place, []).append(glyph)
    rows = tuple(
        tuple(
            Piece(_spell_cell(inside.get((at, column), [])), page, _is_joined(grid, lefts, tops, at, column))
            for column in range(len(lefts))
        )
        for at in range(len(grid.rows))
    )
    return PageTable(grid.box, lefts, rows, page)


def _is_joined(grid: CellGrid, lefts: Sequence[float], tops: Sequence[float], row: int, column: int) -> bool:
    """Whether the cell around a place begins in a column on its left."""
    if column < len(grid.rows[row]) and grid.rows[row][column] is not None:
        return False
    owner = _find_cell(grid, lefts, tops, lefts[column] + 1, tops[row] + 1)
    return owner is not None and owner[1] < column


def _find_cell(
    grid: CellGrid, lefts: Sequence[float], tops: Sequence[float], x: float, y: float
) -> tuple[int, int] | None:
    """The cell around a point: of its row and column, or the merged one above or to the left."""
    row = max(bisect_right(tops, y) - 1, 0)
    column = max(bisect_right(lefts, x) - 1, 0)
    for at in range(row, -1, -1):
        for side in range(min(column, len(grid.rows[at]) - 1), -1, -1):
            cell = grid.rows[at][side]
            if cell is not None:
                if cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]:
                    return at, side
                break
    return None


def _spell_cell(glyphs: Sequence[Glyph]) -> str:
    return join_lines(spell_glyphs(line) for line in cut_lines(glyphs))


def join_tables(parts: Sequence[PageTable]) -> list[list[Piece]]:
    """The rows of one table that stands on several pages; its header comes once."""
    edges = _merge_edges(parts)
    rows: list[list[Piece]] = []
    first: list[list[Piece]] = []
    for part in parts:
        spread = [_spread(row, part.columns, edges) for row in part.rows]
        body = spread[_repeated_header(first, spread) :] if first else spread
        first = first or spread[:_MOST_HEADER]
        if rows and body and _goes_on(rows[-1], body[0]):
            rows[-1] = [_append(old, new.text) for old, new in zip(rows[-1], body[0], strict=True)]
            body = body[1:]
        rows += body
    return rows


def is_continued(before: PageTable, after: PageTable) -> bool:
    """Whether a table at a page's top goes on with the one at the foot of the page before."""
    if abs(before.box[0] - after.box[0]) > 2 * _NEAR or abs(before.box[2] - after.box[2]) > 2 * _NEAR:
        return False
    shared = sum(any(abs(edge - other) <= _NEAR for other in before.columns) for edge in after.columns)
    return shared >= min(len(before.columns), len(after.columns)) - 1


def _merge_edges(parts: Sequence[PageTable]) -> list[float]:
    edges: list[float] = []
    for edge in sorted(edge for part in parts for edge in part.columns):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return edges


def _spread(row: Sequence[Piece], own: Sequence[float], edges: Sequence[float]) -> list[Piece]:
    """A row's places set to the columns of the whole table."""
    page = row[0].page
    places = [Piece("", page, is_joined=True)] * len(edges)
    for piece, edge in zip(row, own, strict=True):
        at = max(bisect_right(edges, edge + 0.1) - 1, 0)
        places[at] = replace(piece, text=places[at].text + piece.text)
    return places


def _repeated_header(first: Sequence[Sequence[Piece]], rows: Sequence[Sequence[Piece]]) -> int:
    """How many rows at the top of a part repeat the table's first rows."""
    count = 0
    while count < min(len(first), len(rows)):
        old, new = ([piece.text for piece in row] for row in (first[count], rows[count]))
        if old != new or not any(old):
            break
        count += 1
    return count


def _goes_on(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Whether a row is the rest of the row above, cut by the page's end: a few words under words, and no figure."""
    filled = [at for at, piece in enumerate(row) if piece.text]
    if not filled or len(filled) > 2 or 0 in filled:
        return False
    return all(above[at].text and not any(c.isdigit() for c in row[at].text) for at in filled)


def _append(old: Piece, more: str) -> Piece:
    return replace(old, text=join_lines((old.text, more))) if more else old
