"""Where the headings of a table's columns stand.

In: the cells of its header, in reading order, and the columns read from them.
Out: the place of each column's own heading.
Left out on purpose: the heading over several columns, which the label names.
"""

from collections.abc import Mapping, Sequence

from lantu.read.table_columns import Column
from lantu.read.table_drafts import label_of
from lantu.read.table_grid_nouns import RawCell

_MOST_PARTS = 3


def find_headings(shadow: str, cells: Sequence[RawCell], columns: Sequence[Column]) -> Mapping[Column, RawCell]:
    """Header cells by column; a heading parted by a line break covers its parts."""
    filled = [cell for cell in cells if cell.start < cell.end]
    labels = [label_of(shadow, cell) for cell in filled]
    places: dict[Column, RawCell] = {}
    used: set[int] = set()
    for column in columns:
        found = _find_label(column.label.rsplit(" ", 1)[-1], labels, used)
        if found is not None:
            first, last = found
            used.update(range(first, last + 1))
            places.setdefault(column, RawCell(filled[first].start, filled[last].end))
    return places


def _find_label(wanted: str, labels: Sequence[str], used: set[int]) -> tuple[int, int] | None:
    """First and last of the cells that say a label together."""
    for first in range(len(labels)):
        if first in used or not wanted.startswith(labels[first]):
            continue
        for last in range(first, min(first + _MOST_PARTS, len(labels))):
            if "".join(labels[first : last + 1]) == wanted:
                return first, last
    return None
