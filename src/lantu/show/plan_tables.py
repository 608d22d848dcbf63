"""Tables whose text gives every cell a line of its own, laid out in rows again.

In: the text and the tables the reader found. Out: for each such table the offsets at
which its rows begin. Left out on purpose: tables drawn with pipes or tabs, whose
lines are their rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantu.core.entry import Table, TableRow


@dataclass(frozen=True, slots=True)
class Grid:
    """One table laid out.

    Attributes:
        start: Offset of its first heading.
        end: Offset after its last cell.
        columns: How many cells a full row has.
        row_starts: Offset of the first cell of each row, the row of headings first.
    """

    start: int
    end: int
    columns: int
    row_starts: tuple[int, ...]


def find_grids(text: str, tables: Iterable[Table]) -> list[Grid]:
    """The tables with a cell a line; others are left as they are."""
    return [grid for table in tables if (grid := _find_grid(text, table)) is not None]


def _find_grid(text: str, table: Table) -> Grid | None:
    if len(table.columns) < 2 or not table.rows:
        return None
    starts = _line_starts(text, table.span.start, table.span.end)
    first_name = table.rows[0].name_span.start
    names = [i for i, start in enumerate(starts) if start <= first_name]
    if not names or "|" in text[starts[names[-1]] : first_name] or _has_tabs(text, table):
        return None
    row_starts = [_begin_row(text, starts, row) for row in table.rows]
    heads = [start for start in starts if start < row_starts[0] and text[start : start + 1].strip()]
    head = heads[-len(table.columns)] if len(heads) >= len(table.columns) else row_starts[0]
    ordered = sorted({head, *row_starts})
    return Grid(head, _end_grid(starts, table), len(table.columns), tuple(ordered))


def _has_tabs(text: str, table: Table) -> bool:
    return "\t" in text[table.rows[0].name_span.start : table.rows[0].name_span.end + 40].split("\n", 1)[0]


def _line_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which lines of a stretch begin."""
    start = text.rfind("\n", 0, start) + 1
    starts = [start]
    while (found := text.find("\n", starts[-1], end)) >= 0 and found + 1 < end:
        starts.append(found + 1)
    return starts


def _begin_row(text: str, starts: Sequence[int], row: TableRow) -> int:
    """The line of a row's first cell: its name, or the number, group or category right before it."""
    at = max((i for i, start in enumerate(starts) if start <= row.name_span.start), default=0)
    lead = {word for word in (str(row.no) if row.no is not None else "", row.category, row.group) if word}
    while at > 0 and _line(text, starts, at - 1) in lead:
        lead.discard(_line(text, starts, at - 1))
        at -= 1
    return starts[at]


def _line(text: str, starts: Sequence[int], index: int) -> str:
    end = starts[index + 1] if index + 1 < len(starts) else len(text)
    return text[starts[index] : end].strip()


def _end_grid(starts: Sequence[int], table: Table) -> int:
    """Behind the last cell; what follows a full last row (a note) stands outside."""
    last = max(cell.span.end for row in table.rows for cell in row.cells) if table.rows[-1].cells else table.span.end
    behind = [start for start in starts if start > last]
    if not behind:
        return table.span.end
    is_attribute_left = table.rows[-1].attribute and len(behind) > 1
    return behind[1] if is_attribute_left else behind[0]
