"""Exact places in a document's canonical text.

In: a document's text and offsets. Out: a span that quotes itself.
Left out on purpose: rendering; `show` turns spans into highlighted pages.
"""

from dataclasses import dataclass

CONTEXT = 24
"""Characters of text kept before and after a quote, so that a span can be found again."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters with its quote.

    Attributes:
        start: Offset of the first character, 0-based, in the canonical text.
        end: Offset after the last character; always greater than start.
        quote: Exactly ``text[start:end]``.
        before: Up to CONTEXT characters in front of the quote.
        after: Up to CONTEXT characters behind it.
        document: SHA-256 of the document's bytes, or "" while still unknown.
        page: Page number from 1 where the format has pages, else 0.
    """

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    document: str = ""
    page: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")
        if len(self.quote) != self.end - self.start:
            raise ValueError("a span's quote must be as long as the span")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def span_of(text: str, start: int, end: int, document: str = "") -> Span:
    """The span of ``text[start:end]``, with its quote and context taken from the text."""
    return Span(
        start,
        end,
        text[start:end],
        text[max(0, start - CONTEXT) : start],
        text[end : end + CONTEXT],
        document,
    )


def find_again(text: str, span: Span, document: str = "") -> Span | None:
    """The span in another text, or None where its words are not found at exactly one place.

    The same offsets are believed where they hold the same words with the same
    neighbours; else the words with their neighbours are looked for, then the words alone.
    """
    around = span.before + span.quote + span.after
    start = span.start - len(span.before)
    if start >= 0 and text.startswith(around, start):
        return span_of(text, span.start, span.end, document)
    for words, skip in ((around, len(span.before)), (span.quote, 0)):
        found = text.find(words)
        if found >= 0 and text.find(words, found + 1) < 0:
            return span_of(text, found + skip, found + skip + len(span.quote), document)
    return None
