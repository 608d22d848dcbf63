"""Cells laid out in rows.

In: nothing (nouns only). Out: what the layouts of tables are read into.
Left out on purpose: what rows and columns mean.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawCell:
    """Where a cell stands; start equals end for an empty one."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells found in the text.

    Attributes:
        rows: Cells by row. A stream has one row that holds all of them.
        first: Index of its first line.
        last: Index after its last line.
        is_stream: Whether rows have to be found from the cells themselves.
    """

    rows: tuple[tuple[RawCell, ...], ...]
    first: int
    last: int
    is_stream: bool = False
