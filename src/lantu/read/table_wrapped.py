"""Rows of a table set with blanks, whose cells a line break may have parted.

In: lines of the table's body, cell by cell. Out: rows; a name begun above its
figures or ended below them is one cell again, and categories set beside the
middle of their rows stand at the first of them.
Left out on purpose: which lines are the table's; `table_aligned` finds them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.read.table_columns import is_category_label
from lantu.read.table_grid_nouns import RawCell, text_of
from lantu.read.table_units import squeeze

_NUMBERED = re.compile(r"^\(?\d{1,3}[.、)]?")
_LISTED = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))")
_SHORT = 3
_NEAR = 3
_TOLERANCE = 0.5
_LONGEST_CATEGORY = 4
"""Characters of a category that is set in parts, such as 科技 over 创新."""
_FULL = 0.7


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of a table's body.

    Attributes:
        cells: One for each heading.
        is_whole: Whether it has figures, or hardly an empty cell.
        index: Of the line, in the document or among the lines of the body.
    """

    cells: tuple[RawCell, ...]
    is_whole: bool
    index: int


def join_wrapped(shadow: str, lines: Sequence[BodyLine], labels: Sequence[str]) -> list[tuple[RawCell, ...]]:
    """Rows of the lines, one for each whole line and for each line of words that stands alone."""
    has_category = len(labels) > 2 and is_category_label(labels[0])
    name_at = next((at for at, label in enumerate(labels) if "指标" in label and "属性" not in label), 0)
    widest = max((_width(shadow, line.cells[name_at]) for line in lines), default=0)
    rows: list[BodyLine] = []
    waiting: list[BodyLine] = []
    categories: list[tuple[int, RawCell]] = []
    for rank, found in enumerate(lines):
        line = replace(found, index=rank)
        if has_category:
            if not line.cells[0].is_empty:
                categories.append((line.index, line.cells[0]))
            line = replace(line, cells=(replace(line.cells[0], end=line.cells[0].start), *line.cells[1:]))
        if line.is_whole:
            rows.append(_take_waiting(line, waiting))
            waiting = []
        elif any(not cell.is_empty for cell in line.cells):
            _keep_fragment(shadow, line, rows, waiting, name_at, widest)
    rows += waiting
    return _set_categories(shadow, rows, categories) if categories else [row.cells for row in rows]


def _width(shadow: str, cell: RawCell) -> int:
    return len(squeeze(text_of(shadow, cell)))


def _take_waiting(line: BodyLine, waiting: Sequence[BodyLine]) -> BodyLine:
    """A whole line with the fragments above it that begin its row."""
    cells = list(line.cells)
    for fragment in reversed(waiting):
        for column, cell in enumerate(fragment.cells):
            if not cell.is_empty:
                cells[column] = (
                    cell if cells[column].is_empty else replace(cell, more=(*cell.more, *cells[column].parts))
                )
    return BodyLine(tuple(cells), True, line.index)


def _keep_fragment(
    shadow: str, line: BodyLine, rows: list[BodyLine], waiting: list[BodyLine], at: int, widest: int
) -> None:
    """A fragment ends the row above, begins the one below, or is a row of its own."""
    name = squeeze(text_of(shadow, line.cells[at]))
    begins = any(_NUMBERED.match(squeeze(text_of(shadow, cell))) for cell in line.cells[: at + 1])
    above = rows[-1] if rows and not waiting else None
    if begins:
        waiting.append(line)
    elif above is not None and above.is_whole and (not name or _is_full(shadow, above.cells[at], widest)):
        rows[-1] = replace(above, cells=_append(shadow, above.cells, line.cells))
    elif name and (_LISTED.match(name) or rows or not waiting):
        rows.append(line)


def _is_full(shadow: str, cell: RawCell, widest: int) -> bool:
    """Whether a name is so long that it may go on below."""
    return not cell.is_empty and _width(shadow, cell) >= _FULL * widest


def _append(shadow: str, cells: Sequence[RawCell], rest: Sequence[RawCell]) -> tuple[RawCell, ...]:
    """Cells with what stands below them; words never go on behind a figure."""
    joined = []
    for cell, part in zip(cells, rest, strict=True):
        is_words = not cell.is_empty and not text_of(shadow, cell).strip()[-1:].isdigit()
        joined.append(replace(cell, more=(*cell.more, part)) if is_words and not part.is_empty else cell)
    return tuple(joined)


def _set_categories(
    shadow: str, rows: Sequence[BodyLine], found: Sequence[tuple[int, RawCell]]
) -> list[tuple[RawCell, ...]]:
    """Rows with their category at the first of them.

    A category that is set in short parts stands beside the middle of its rows, as
    many above as below; one on a row's own line begins there.
    """
    groups = _group_parts(shadow, found)
    is_centred = any(len(group) > 1 for group in groups)
    cells = [replace(group[0][1], more=tuple(cell for _, cell in group[1:])) for group in groups]
    centres = [sum(index for index, _ in group) / len(group) for group in groups]
    placed = []
    at, first = -1, 0.0
    for row in rows:
        is_next = at + 1 < len(cells) and _begins(row.index, at, first, centres, is_centred=is_centred)
        if is_next:
            at, first = at + 1, row.index
        category = cells[at] if is_next else RawCell(row.cells[0].start, row.cells[0].start)
        placed.append((category, *row.cells[1:]))
    return placed


def _begins(index: int, at: int, first: float, centres: Sequence[float], *, is_centred: bool) -> bool:
    """Whether the next category begins at a row: above it, or behind as many rows as stand before the middle."""
    if not is_centred:
        return centres[at + 1] <= index
    return at < 0 or index > 2 * centres[at] - first + _TOLERANCE or index >= centres[at + 1]


def _group_parts(shadow: str, found: Sequence[tuple[int, RawCell]]) -> list[list[tuple[int, RawCell]]]:
    """Cells of the category column, short ones near each other together."""
    groups: list[list[tuple[int, RawCell]]] = []
    length = 0
    for index, cell in found:
        width = _width(shadow, cell)
        is_near = bool(groups) and index - groups[-1][-1][0] <= _NEAR
        if is_near and width <= _SHORT and length + width <= _LONGEST_CATEGORY:
            groups[-1].append((index, cell))
            length += width
        else:
            groups.append([(index, cell)])
            length = width
    return groups
