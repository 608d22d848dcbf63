"""The text cut at its line breaks.

In: the shadow. Out: lines with the offsets of their text, blank ones too, since
an empty line may be the border of a box or of a table's row.
Left out on purpose: what a line is; `headings` and `tables` say.
"""

import re
from dataclasses import dataclass

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        left: Offset of the line's first character.
        right: Offset of its line break, or of the end of the text.
        start: Offset of its first character that is not blank; equal to `left` where all are.
        end: Offset after the last such character; equal to `start` for a blank line.
        gap: Blank lines since the last line that is not blank.
        text: The shadow from start to end.
    """

    left: int
    right: int
    start: int
    end: int
    gap: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing but blanks stands on it."""
        return self.start == self.end


def split_lines(shadow: str) -> tuple[Line, ...]:
    """All lines of the shadow, in order."""
    lines: list[Line] = []
    left, gap = 0, 0
    for found in _BREAK.finditer(shadow):
        lines.append(_make_line(shadow, left, found.start(), gap))
        gap = gap + 1 if lines[-1].is_blank else 0
        left = found.end()
    lines.append(_make_line(shadow, left, len(shadow), gap))
    return tuple(lines)


def _make_line(shadow: str, left: int, right: int, gap: int) -> Line:
    raw = shadow[left:right]
    text = raw.strip()
    if not text:
        return Line(left, right, left, left, gap, "")
    start = left + len(raw) - len(raw.lstrip())
    return Line(left, right, start, start + len(text), gap, text)
