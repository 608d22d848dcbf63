"""Arrows of a review: people decide about what the reader found, and the plan is judged as they left it.

In: a reading, decisions of people. Out: decisions kept; the entries as reviewed; a
further version of the plan that holds them (docs/adr/0007). Left out on purpose:
judging, which is an arrow of its own, and who may decide, which the policy says.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lantu.core.entry import Entry, EntryKind
from lantu.core.identity import short_digest
from lantu.core.span import Span, span_of
from lantu.read import read_text
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.run.messages import tell_review
from lantu.run.projects import take_from_version
from lantu.run.review_state import Review, State, apply_decisions
from lantu.run.table_corrections import Change, correct_tables
from lantu.run.targets import make_targets, match_code
from lantu.run.wordbooks import load_wordbook
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.plans import sections_of, tables_of
from lantu.store.fetch.reviews import bodies_of, decisions_in_force, find_reading, version_in_force
from lantu.store.keep.judgements import keep_targets
from lantu.store.keep.notices import keep_notices
from lantu.store.keep.reviews import keep_decisions, keep_revision
from lantu.store.keep.search import index_version
from lantu.store.models import PlanVersion
from lantu.store.plans import plan_text
from lantu.store.transactions import one_transaction

VERDICTS = ("accepted", "corrected", "rejected", "added", "withdrawn")

TELLING = ("work_report", "bulletin", "news")
"""Kinds of documents that report as much as they promise; elsewhere marked words are taken for a promise."""


class DecisionRefusedError(ValueError):
    """The decision does not fit the reading; the message says why."""


@dataclass(frozen=True, slots=True)
class ReviewedEntry:
    """One entry as it stands after review.

    Attributes:
        entry: As it now reads; of a rejected one, as the reader read it.
        code: Of the matched definition, or "".
        state: What was decided.
    """

    entry: Entry
    code: str
    state: State


def decide(
    version_key: int, entry_id: str, verdict: str, *, body: Entry | None = None, reason: str = "", by: str
) -> str:
    """Keep what somebody decided about one entry.

    Args:
        version_key: The reading that was looked at.
        entry_id: The entry; "" for one that is added.
        verdict: One of VERDICTS.
        body: The entry as corrected or added.
        reason: Why; needed to reject.
        by: Who decided.

    Returns:
        The entry's id.

    Raises:
        DecisionRefusedError: If it does not fit; nothing was kept.
    """
    reading = _find_reading(version_key)
    _check_shape(verdict, body, reason)
    if body is not None:
        _check_spans(body, reading.document.text)
    if verdict == "added":
        entry_id = entry_id or name_added(body) if body is not None else entry_id
    elif entry_id not in _known_ids(reading):
        raise DecisionRefusedError(f"the plan has no entry {entry_id}")
    kept = None if body is None else replace(body, id=entry_id)
    at = read_clock()
    with one_transaction():
        keep_decisions(reading, [(entry_id, kept)], verdict, at, by=by, reason=reason)
        append_audit(
            by, "entry.decided", reading.plan.address, at, entry=entry_id, verdict=verdict, version=reading.number
        )
    return entry_id


def decide_many(version_key: int, entry_ids: Iterable[str], verdict: str, *, by: str) -> str:
    """Accept or withdraw several entries in one go. Returns the name of the batch.

    Raises:
        DecisionRefusedError: If one of them does not fit; nothing was kept.
    """
    reading = _find_reading(version_key)
    if verdict not in ("accepted", "withdrawn"):
        raise DecisionRefusedError(f"{verdict} is decided entry by entry")
    ids = list(dict.fromkeys(entry_ids))
    if unknown := set(ids) - _known_ids(reading):
        raise DecisionRefusedError(f"the plan has no entry {sorted(unknown)[0]}")
    batch, at = secrets.token_hex(8), read_clock()
    with one_transaction():
        keep_decisions(reading, [(entry_id, None) for entry_id in ids], verdict, at, by=by, batch=batch)
        append_audit(
            by, "entries.decided", reading.plan.address, at, entries=len(ids), verdict=verdict, version=reading.number
        )
    return batch


def withdraw_batch(version_key: int, batch: str, *, by: str) -> int:
    """Withdraw what was decided in one go, where nobody has decided anew since. Returns how many entries that was."""
    reading = _find_reading(version_key)
    ids = [i for i, d in decisions_in_force(reading.plan_id).items() if d.batch == batch and d.verdict != "withdrawn"]
    if batch and ids:
        decide_many(version_key, ids, "withdrawn", by=by)
    return len(ids) if batch else 0


def review_of(version_key: int) -> Review:
    """A reading with all that was decided about it, or about the same entries of earlier readings."""
    reading = _find_reading(version_key)
    found, sections = list(reading.entries.order_by("start", "id")), sections_of(reading)
    decisions = decisions_in_force(reading.plan_id).values()
    return apply_decisions(reading.document.text, reading.document_id, found, sections, decisions)


def entries_as_reviewed(version_key: int) -> tuple[ReviewedEntry, ...]:
    """What the plan says after review, in the order of the text; rejected entries are left out."""
    kept = [item for item in review_of(version_key).items if item.state is not State.REJECTED]
    catalogue = load_catalogue()
    wordbook = load_wordbook([_find_reading(version_key).plan.place_id], catalogue)
    return tuple(
        ReviewedEntry(
            entry,
            match_code(entry, catalogue, wordbook)
            if item.is_changed or wordbook.is_decided(entry.indicator)
            else item.row.indicator_code,
            item.state,
        )
        for item, entry in ((item, item.entry) for item in kept)
    )


def count_pending(version_key: int) -> int:
    """How many entries of the version in force say something else than the review does."""
    reading = _find_reading(version_key)
    in_force = version_in_force(reading.plan_id)
    return 0 if in_force is None else count_differences(review_of(version_key), in_force)


def count_differences(review: Review, version: PlanVersion) -> int:
    """How many entries a version says otherwise than a review."""
    said = bodies_of(version)
    wanted = {item.id: item.row.body for item in review.items if item.state is not State.REJECTED}
    return sum(not _say_the_same(said.get(key), wanted.get(key)) for key in said.keys() | wanted.keys())


def _say_the_same(a: object, b: object) -> bool:
    """Whether two bodies are one entry; one kept by an earlier program may lack fields that came later."""
    if a is None or b is None:
        return a is b
    return a == b or decode(Entry, a) == decode(Entry, b)


def find_changes(review: Review) -> list[Change]:
    """Entries that people corrected or rejected, as read and as they stand."""
    return [
        (decode(Entry, item.found.body), None if item.state is State.REJECTED else item.entry)
        for item in review.items
        if item.found is not None and item.state in (State.CORRECTED, State.REJECTED)
    ]


def put_in_force(version_key: int, *, by: str) -> int | None:
    """Make the review count: a further version of the plan with the entries as reviewed, its targets and its projects.

    Projects are taken over once people decided about the plan, or something of it changed; a mere reading takes none.

    Args:
        version_key: The newest reading of its plan.
        by: Who says so.

    Returns:
        Key of the new version, or None where the version in force says the same already.

    Raises:
        DecisionRefusedError: If a newer reading is in force.
    """
    reading = _find_reading(version_key)
    in_force = version_in_force(reading.plan_id)
    if in_force is not None and reading.pk not in (in_force.pk, in_force.revises_id):
        raise DecisionRefusedError("a newer reading of the plan is in force; review that one")
    reviewed = [(item.entry, item.code) for item in entries_as_reviewed(version_key)]
    changes = count_pending(version_key) or (0 if in_force is None else _count_renamed(reviewed, in_force))
    if not changes:
        take_reviewed(version_key, by=by)
        return None
    at, plan, catalogue = read_clock(), plan_text(version_key), load_catalogue()
    made = list(make_targets(reviewed, plan, catalogue))
    tables = correct_tables(tables_of(reading), find_changes(review_of(version_key)))
    with one_transaction():
        version = keep_revision(reading, reviewed, tables, at)
        keep_targets(version, [target for target, _ in made], at)
        keep_notices((notice for _, notices in made for notice in notices), at, version=version)
        index_version(version)
        append_audit(by, "plan.reviewed", plan.address, at, version=version.number, changes=changes, targets=len(made))
        tell_review(version, changes, at)
        take_from_version(version, at, by=by)
    return int(version.pk)


def take_reviewed(version_key: int, *, by: str) -> None:
    """Take over the projects of a plan that people decided about, though they left everything as it was read."""
    in_force = version_in_force(_find_reading(version_key).plan_id)
    if in_force is not None and decisions_in_force(in_force.plan_id):
        with one_transaction():
            take_from_version(in_force, read_clock(), by=by)


def _count_renamed(reviewed: Iterable[tuple[Entry, str]], version: PlanVersion) -> int:
    """How many entries mean another definition than a version says, because of people's word on names."""
    said = dict(version.entries.order_by().values_list("entry_id", "indicator_code"))
    return sum(said.get(entry.id) != code for entry, code in reviewed)


def suggest_entry(version_key: int, start: int, end: int) -> Entry:
    """What the reader makes of words that somebody marked, for them to correct; at least the words themselves.

    Raises:
        DecisionRefusedError: If there are no words at that place.
    """
    reading = _find_reading(version_key)
    text, document = reading.document.text, reading.document_id
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise DecisionRefusedError("no words are marked")
    span = span_of(text, start, end, document)
    # A line that ends without a full stop is read as a heading.
    entries = read_text(text[start:end] + "。", reading.document.name).entries
    figures = [e for e in entries if e.value_span is not None and start + e.value_span.end <= end]
    found = (figures or [Entry("", EntryKind.TARGET, "prose", span, "", "")])[0]
    value = found.value_span
    return replace(
        found,
        id="",
        kind=found.kind if reading.plan.kind in TELLING else EntryKind.TARGET,
        origin="prose",
        span=span,
        section="",
        indicator_span=None,
        value_span=span_of(text, start + value.start, start + value.end, document) if value is not None else None,
        stretch=(),
        base_span=None,
        derived_from=(),
    )


def name_added(entry: Entry) -> str:
    """A stable id for an entry that a person added: the same words with the same meaning get the same."""
    value = entry.value_span.quote if entry.value_span else ""
    words = "".join(entry.span.quote.split())
    return "a" + short_digest(str(entry.kind), entry.indicator, words, value, entry.section)


def _find_reading(version_key: int) -> PlanVersion:
    reading = find_reading(version_key)
    if reading is None:
        raise DecisionRefusedError(f"{version_key} is no reading of a plan")
    return reading


def _known_ids(reading: PlanVersion) -> set[str]:
    return set(reading.entries.values_list("entry_id", flat=True)) | set(decisions_in_force(reading.plan_id))


def _check_shape(verdict: str, body: Entry | None, reason: str) -> None:
    if verdict not in VERDICTS:
        raise DecisionRefusedError(f"{verdict!r} is no verdict")
    if (body is not None) != (verdict in ("corrected", "added")):
        raise DecisionRefusedError("an entry is stated where it is corrected or added, and nowhere else")
    if verdict == "rejected" and not reason.strip():
        raise DecisionRefusedError("rejecting needs a reason")


def _check_spans(body: Entry, text: str) -> None:
    """An entry quotes the text, and its figure stands inside it."""
    spans: list[Span] = [body.span, *(s for s in (body.value_span, body.indicator_span) if s is not None)]
    if any(text[span.start : span.end] != span.quote for span in spans):
        raise DecisionRefusedError("the words are not those of the text at that place")
    if body.value_span is not None and not body.span.contains(body.value_span):
        raise DecisionRefusedError("the figure stands outside the entry's words")
