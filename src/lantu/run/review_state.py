"""A reading under review: each entry with the decision that counts for it.

In: the text, the entries a reader found, decisions with the entries they state. Out:
entries as they stand, and decisions whose words are no longer found. Left out on
purpose: the registry; nothing is fetched or kept here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lantu.core.entry import Entry
from lantu.core.span import Span, find_again, span_of
from lantu.store.codec import decode
from lantu.store.keep.plans import build_entry_row
from lantu.store.keep.reviews import body_of
from lantu.store.models import EntryDecision, PlanEntry, PlanSection


class State(StrEnum):
    """How far the review of an entry is."""

    OPEN = "open"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One entry of a reading under review.

    Attributes:
        row: As it now reads; kept in the registry only where the reader read it so.
        state: What was decided.
        decision: The one that counts, or None.
        found: As the reader read it; None for an added one.
    """

    row: PlanEntry
    state: State
    decision: EntryDecision | None
    found: PlanEntry | None

    @property
    def id(self) -> str:
        """The entry's id, the same before and after a correction."""
        return self.row.entry_id

    @property
    def entry(self) -> Entry:
        """As it now reads, as a noun."""
        return decode(Entry, self.row.body)

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than the reader read."""
        return self.state in (State.CORRECTED, State.ADDED)


@dataclass(frozen=True, slots=True)
class Review:
    """A reading under review.

    Attributes:
        items: In the order of the text.
        lost: Decisions about entries that this reading does not hold; kept, and shown, but without effect.
        overtaken: Added entries that the reader now finds by itself.
    """

    items: tuple[ReviewItem, ...]
    lost: tuple[EntryDecision, ...] = ()
    overtaken: tuple[EntryDecision, ...] = ()


def apply_decisions(
    text: str,
    document: str,
    found: Sequence[PlanEntry],
    sections: Sequence[PlanSection],
    decisions: Iterable[EntryDecision],
) -> Review:
    """The reading as people left it.

    Args:
        text: Of the document that was read.
        document: Its hash.
        found: What the reader found.
        sections: Where it found it.
        decisions: The latest on each entry, from this reading or an earlier one of the plan.
    """
    told = {decision.entry_id: decision for decision in decisions if decision.verdict != "withdrawn"}
    items, lost, overtaken = [], [], []
    for row in found:
        decision = told.pop(row.entry_id, None)
        item = _decide_one(text, document, row, decision)
        if item is None and decision is not None:
            lost.append(decision)
        items.append(item or ReviewItem(row, State.OPEN, None, row))
    for decision in told.values():
        moved = _move_stated(decision, text, document) if decision.verdict == "added" else None
        if moved is None:
            lost.append(decision)
        elif any(_says_the_same(row, moved) for row in found):
            overtaken.append(decision)
        else:
            moved = replace(moved, section=find_section(sections, moved.span.start))
            items.append(ReviewItem(_make_row(moved), State.ADDED, decision, None))
    items.sort(key=lambda item: item.row.start)
    return Review(tuple(items), tuple(lost), tuple(overtaken))


def _decide_one(text: str, document: str, row: PlanEntry, decision: EntryDecision | None) -> ReviewItem | None:
    """The entry with its decision; None where the correction's words are not in this text."""
    if decision is None:
        return ReviewItem(row, State.OPEN, None, row)
    if decision.body is None:
        return ReviewItem(row, State(decision.verdict), decision, row)
    moved = _move_stated(decision, text, document)
    if moved is None:
        return None
    return ReviewItem(_make_row(replace(moved, section=row.section)), State.CORRECTED, decision, row)


def _move_stated(decision: EntryDecision, text: str, document: str) -> Entry | None:
    return None if decision.body is None else move_entry(decode(Entry, decision.body), text, document)


def _make_row(entry: Entry) -> PlanEntry:
    """A row for pages to print; it is not kept."""
    row = build_entry_row(None, entry, "")
    row.body = body_of(entry)
    return row


def _says_the_same(row: PlanEntry, other: Entry) -> bool:
    if row.kind != other.kind or row.end <= other.span.start or other.span.end <= row.start:
        return False
    entry = decode(Entry, row.body)
    if entry.value_span is None or other.value_span is None:
        return entry.value_span is other.value_span and entry.span.quote == other.span.quote
    return entry.value == other.value and entry.value_span.overlaps(other.value_span)


def move_entry(entry: Entry, text: str, document: str) -> Entry | None:
    """The entry with its spans in another text; None where its words or its figure are not found at one place."""
    span = find_again(text, entry.span, document)
    if span is None:
        return None
    value = _move_inside(text, entry, entry.value_span, span)
    if value is None and entry.value_span is not None:
        return None
    return replace(
        entry,
        span=_keep_page(entry.span, span),
        value_span=value,
        indicator_span=_move_inside(text, entry, entry.indicator_span, span)
        or _find(text, entry.indicator_span, document),
        base_span=_find(text, entry.base_span, document),
        stretch=tuple(
            replace(s, span=moved)
            for s in entry.stretch
            if (moved := _move_inside(text, entry, s.span, span)) is not None
        ),
        derived_from=tuple(_find_all(text, entry.derived_from, document)),
    )


def _move_inside(text: str, entry: Entry, part: Span | None, span: Span) -> Span | None:
    """A span inside the entry's words, moved with them."""
    if part is None or not entry.span.contains(part):
        return None
    shift = span.start - entry.span.start
    return _keep_page(part, span_of(text, part.start + shift, part.end + shift, span.document))


def _find(text: str, span: Span | None, document: str) -> Span | None:
    moved = None if span is None else find_again(text, span, document)
    return moved if span is None or moved is None else _keep_page(span, moved)


def _find_all(text: str, spans: Iterable[Span], document: str) -> Iterator[Span]:
    for span in spans:
        if (moved := _find(text, span, document)) is not None:
            yield moved


def _keep_page(span: Span, moved: Span) -> Span:
    """A page number is known only in the document it was counted in."""
    return replace(moved, page=span.page) if span.document == moved.document else moved


def find_section(sections: Sequence[PlanSection], at: int) -> str:
    """Id of the innermost section around a place, or ""."""
    around = [section for section in sections if section.start <= at < section.body_end]
    return max(around, key=lambda section: section.start).section_id if around else ""
