"""Cells laid out in rows.

In: nothing (nouns only). Out: what the layouts of tables are read into.
Left out on purpose: what rows and columns mean.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawCell:
    """Where a cell stands; start equals end for an empty one.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        more: Its further parts, where other cells stand between them.
    """

    start: int
    end: int
    more: tuple["RawCell", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return self.start == self.end

    @property
    def parts(self) -> tuple["RawCell", ...]:
        """All places its text stands at."""
        return (self, *self.more)


def text_of(shadow: str, cell: RawCell) -> str:
    """A cell's text, its parts run together."""
    return "".join(shadow[part.start : part.end] for part in cell.parts)


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
