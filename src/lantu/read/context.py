"""What every pass of the reader may look at.

In: the canonical text and what earlier steps found in it. Out: one frozen
object handed to each pass. Left out on purpose: entries, which passes return.
"""

from dataclasses import dataclass, field

from lantu.core.entry import DocumentFacts, Section, Table
from lantu.core.span import Span, span_of
from lantu.read.gazetteer import NOWHERE, Gazetteer


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between line breaks, blanks trimmed.

    Attributes:
        kind: paragraph, heading, caption, note, toc or table.
        start: Offset of its first character that is not blank.
        end: Offset after its last such character.
        section: id of the section it stands in, or "".
    """

    kind: str
    start: int
    end: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the passes see it.

    Attributes:
        text: The canonical text, unchanged; all spans point into it.
        shadow: A cleaned copy of exactly the same length (full-width digits and
            brackets made half-width, odd blanks made plain), so that offsets agree.
        facts: Title, kind, region, period.
        blocks: In order of the text.
        sections: In order of the text.
        tables: In order of the text.
        places: Names and codes of places.
    """

    text: str = field(repr=False)
    shadow: str = field(repr=False)
    facts: DocumentFacts
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    places: Gazetteer = field(default=NOWHERE, repr=False)

    def __post_init__(self) -> None:
        if len(self.shadow) != len(self.text):
            raise ValueError("the shadow must be as long as the text")

    def span(self, start: int, end: int) -> Span:
        """The span of this document's text from start to end."""
        return span_of(self.text, start, end, self.facts.sha256)
