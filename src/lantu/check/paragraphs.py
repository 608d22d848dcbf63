"""The running text of a document, paragraph by paragraph.

In: a reading. Out: paragraphs with their places and what they are: contents,
headings, tables or plain text. Left out on purpose: sections, which the reading has.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.core.entry import Reading

_LINE = re.compile(r"[^\r\n]+")
_HAN = re.compile(r"[一-鿿]")
_ENDED = re.compile(r"[。！？；：:;!?…”’）)】》.]$|\d{4}年\d+月\d+日$")
_HEADS = frozenset({"heading", "box", "caption", "note"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text that is not blank.

    Attributes:
        start: Of its first character that is not blank.
        end: After its last character that is not blank.
        text: Between the two.
        role: text, toc, head or table.
        han: How many Chinese characters it has.
    """

    start: int
    end: int
    text: str
    role: str
    han: int

    @property
    def is_finished(self) -> bool:
        """Whether it ends as sentences, dates and headings with a colon do."""
        return bool(_ENDED.search(self.text))


def list_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """All paragraphs in order."""
    return tuple(_cut(reading))


def _cut(reading: Reading) -> Iterator[Paragraph]:
    tables = [(table.span.start, table.span.end) for table in reading.tables]
    kinds = {section.span.start: section.kind for section in reading.sections}
    starts = sorted(kinds)
    for match in _LINE.finditer(reading.text):
        line = match[0].strip()
        if not line:
            continue
        start = match.start() + match[0].index(line)
        end = start + len(line)
        at = bisect_right(starts, end - 1) - 1
        kind = kinds[starts[at]] if at >= 0 and starts[at] >= start else ""
        role = "toc" if kind == "toc" else "head" if kind in _HEADS and len(line) < 60 else "text"
        if any(a <= start < b for a, b in tables):
            role = "table"
        yield Paragraph(start, end, line, role, len(_HAN.findall(line)))
