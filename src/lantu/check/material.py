"""What the rules look at: the readings, their claims, and the claims of one indicator together.

In: readings. Out: one value that every rule is given. Left out on purpose: any
judgement; rules make that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lantu.check.claims import Claim, group_by_stem
from lantu.check.collect import collect_claims
from lantu.check.names import relate_scopes
from lantu.check.paragraphs import Paragraph, list_paragraphs
from lantu.check.wordbook import Wordbook
from lantu.core.entry import Entry, EntryKind, Reading, Table
from lantu.core.finding import Evidence, Relation
from lantu.core.span import Span, span_of

PLANS = frozenset({"outline", "special_plan", "regional_plan", "spatial_plan", "action_plan", "annual_plan"})
"""Kinds of documents whose promises bind somebody."""

LONGEST = 300
"""Characters of a piece of evidence."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything the rules may know.

    Attributes:
        readings: In the order given.
        claims: Of all readings.
        groups: Claims by the stem of their indicator.
        years: The year each document speaks from, where it can be told.
        paragraphs: Of each document.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    groups: dict[str, tuple[Claim, ...]]
    years: tuple[int | None, ...]
    paragraphs: tuple[tuple[Paragraph, ...], ...]

    def source_of(self, doc: int) -> str:
        """The file name of a reading."""
        return self.readings[doc].facts.source

    def show(self, claim: Claim) -> Evidence:
        """The claim's place as evidence."""
        return Evidence(self.source_of(claim.doc), claim.span)

    def cite(self, doc: int, start: int, end: int) -> Evidence:
        """A stretch of a document's text as evidence, cut where it is long."""
        reading = self.readings[doc]
        span = span_of(reading.text, start, min(end, start + LONGEST, len(reading.text)), reading.facts.sha256)
        return Evidence(reading.facts.source, span)

    def cite_span(self, doc: int, span: Span) -> Evidence:
        """A span of a document as evidence, cut where it is long."""
        return self.cite(doc, span.start, span.end)

    def year_of(self, doc: int) -> int | None:
        """The year a document speaks from."""
        return self.years[doc]

    def split_by_place(self, claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
        """Claims of documents about one place together; a document of no known place stands alone."""
        groups: dict[str, list[Claim]] = {}
        for claim in claims:
            facts = self.readings[claim.doc].facts
            groups.setdefault(facts.region_code or facts.region_name or f"#{claim.doc}", []).append(claim)
        return tuple(tuple(found) for found in groups.values())

    def tables(self) -> Iterator[tuple[int, Table]]:
        """Every table with the number of its reading."""
        for doc, reading in enumerate(self.readings):
            for table in reading.tables:
                yield doc, table

    def notes_of(self, doc: int, table: Table) -> tuple[str, ...]:
        """The text of a table's notes."""
        return tuple(self.readings[doc].text[note.start : note.end] for note in table.notes)


def gather_material(readings: Sequence[Reading], wordbook: Wordbook | None = None) -> Material:
    """The material of some readings, their names understood as the wordbook says."""
    claims = collect_claims(readings, wordbook)
    years = tuple(find_year(reading) for reading in readings)
    paragraphs = tuple(list_paragraphs(reading) for reading in readings)
    return Material(tuple(readings), claims, group_by_stem(claims), years, paragraphs)


def find_year(reading: Reading) -> int | None:
    """The year of issue; else the first of its period; else the one after its last report."""
    facts = reading.facts
    if facts.issued_on:
        return int(facts.issued_on[:4])
    if facts.period:
        return facts.period[0]
    years = [e.year for e in reading.entries if e.kind is EntryKind.ACTUAL and e.year and _is_sure(e)]
    return max(years) + 1 if years else None


def _is_sure(entry: Entry) -> bool:
    return entry.year_source in ("explicit", "inherited")


def are_comparable(a: Claim, b: Claim) -> bool:
    """Whether two claims of one stem speak of the same thing in the same terms."""
    return a.fits(b) and relate_scopes(a.key.scopes, b.key.scopes)[0] is Relation.SAME


def is_same_place(a: Reading, b: Reading) -> bool:
    """Whether two documents are known to speak of one place."""
    if a is b:
        return True
    mine, yours = a.facts.region_code or a.facts.region_name, b.facts.region_code or b.facts.region_name
    return bool(mine) and mine == yours
