"""Where a stretch of canonical text stands in the document it was taken from.

In: nothing (a noun only). Out: the way from an offset back to page, paragraph
and table cell, so that a person finds the place in the original file.
Left out on purpose: how formats are read; the reader's adapters make marks.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A half-open range of the canonical text and its place in the original. All numbers count from 1; 0 says none.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last one.
        page: Page, where the format has pages.
        paragraph: Paragraph of the document, outside tables.
        table: Table of the document.
        row: Row of that table.
        column: Column of that table.
    """

    start: int
    end: int
    page: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0

    @property
    def words(self) -> str:
        """Where it is, in short: "p. 14 ¶3", "p. 14 table 2 row 3"; "" where nothing is known."""
        parts = [f"p. {self.page}"] if self.page else []
        if self.table:
            parts.append(f"table {self.table} row {self.row}")
        elif self.paragraph:
            parts.append(f"¶{self.paragraph}")
        return " ".join(parts)


def mark_at(marks: Sequence[Mark], offset: int) -> Mark | None:
    """The mark that holds an offset, or None between marks.

    Args:
        marks: In order of their start, none overlapping another.
        offset: In the canonical text.
    """
    at = bisect_right(marks, offset, key=lambda mark: mark.start) - 1
    return marks[at] if at >= 0 and offset < marks[at].end else None
