"""Paragraphs and tables to canonical text with marks.

In: what an adapter found, in reading order. Out: text in the layout that the
later steps read best (a paragraph a line, a table row a line of pipes), and for
each line or cell the place it came from.
Left out on purpose: finding paragraphs and tables; each adapter does.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lantu.core.mark import Mark

_BLANKS = re.compile(r"[\t\r\n\x0b\x0c\u2028\u2029 ]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff]")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, or what stands in one place of a table.

    Attributes:
        text: The words.
        page: Where they stand, from 1; 0 where the format has no pages.
        is_joined: In a table, whether the place belongs to the cell on its left.
    """

    text: str
    page: int = 0
    is_joined: bool = False


class Canvas:
    """Collects lines and remembers where they came from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._marks: list[Mark] = []
        self._paragraphs = 0
        self._tables = 0

    @property
    def characters(self) -> int:
        """Length of the text so far."""
        return self._at

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._parts)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Places of the text so far, in order."""
        return tuple(self._marks)

    def write_paragraph(self, pieces: Iterable[Piece]) -> None:
        """A paragraph on a line of its own; nothing where it is blank."""
        kept = [(text, piece.page) for piece in pieces if (text := clean_text(piece.text)).strip()]
        if not kept:
            return
        self._paragraphs += 1
        for text, page in kept:
            self._write(text, Mark(0, 0, page, self._paragraphs))
        self._write("\n")

    def write_gap(self, lines: int = 1) -> None:
        """Blank lines, but none at the very top."""
        if self._at:
            self._write("\n" * lines)

    def write_table(self, rows: Sequence[Sequence[Piece]]) -> None:
        """A table, a row on each line, cells parted by pipes, with blank lines around it.

        The rest of a merged cell is an empty place; but where most rows join two columns, as a heading over groups
        and names does, a joined cell takes one place, so that the rows that do not join them are one longer.
        """
        self._tables += 1
        width = max((len(row) for row in rows), default=0)
        folds = find_folds(rows, width)
        self.write_gap()
        for number, row in enumerate(rows, start=1):
            self._write("|")
            for column in range(width):
                piece = row[column] if column < len(row) else Piece("")
                if column in folds and piece.is_joined:
                    continue
                self._write(" ")
                text = clean_cell(piece.text)
                self._write(text, Mark(0, 0, piece.page, 0, self._tables, number, column + 1))
                self._write(" |" if text else "|")
            self._write("\n")
        self.write_gap()

    def _write(self, text: str, place: Mark | None = None) -> None:
        if not text:
            return
        if place is not None:
            end = self._at + len(text)
            self._marks.append(Mark(self._at, end, place.page, place.paragraph, place.table, place.row, place.column))
        self._parts.append(text)
        self._at += len(text)


def find_folds(rows: Sequence[Sequence[Piece]], width: int) -> frozenset[int]:
    """Columns that belong to the column on their left in the first row and in at least half of all rows."""
    folds = []
    for column in range(1, width):
        joined = [column < len(row) and row[column].is_joined for row in rows]
        if joined[0] and 2 * sum(joined) >= len(joined):
            folds.append(column)
    return frozenset(folds)


def clean_text(text: str) -> str:
    """A line's text: tabs and breaks made blanks, since they would part cells and lines; control characters gone."""
    return _BLANKS.sub(" ", _CONTROLS.sub("", text)).strip(" ")


def clean_cell(text: str) -> str:
    """A cell's text on one line, without the mark that parts cells."""
    return join_lines(_CONTROLS.sub("", text).replace("|", "¦").replace("｜", "¦").splitlines())


def join_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph made one; a blank only between two words that are not Chinese."""
    joined = ""
    for line in lines:
        text = _BLANKS.sub(" ", line).strip()
        if joined and text and not _WIDE.match(text) and not _WIDE.match(joined[-1]):
            joined += " "
        joined += text
    return joined
