"""Review: decisions are kept and never overwritten, and the plan is judged as people left it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import span_of
from lantu.run.judging import judge_all
from lantu.run.plans import read_version, receive_plan
from lantu.run.review_state import State
from lantu.run.reviewing import (
    DecisionRefusedError,
    count_pending,
    decide,
    decide_many,
    entries_as_reviewed,
    put_in_force,
    review_of,
    suggest_entry,
    withdraw_batch,
)
from lantu.store.codec import decode
from lantu.store.fetch.plans import tables_of
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, EntryDecision, PlanEntry, PlanTarget, PlanVersion, StandingRow
from lantu.store.targets import targets_in_force

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
FACTS = PlanFacts("青湖市规划纲要", "330400", first_year=2021, last_year=2025, slug="outline")


def read_text(data: bytes) -> int:
    key = receive_plan(data, "plan.md", FACTS, by="li")
    read_version(key, by="li")
    return key


@pytest.fixture
def reading(plan_bytes: bytes) -> int:
    return read_text(plan_bytes)


def find_entry(reading: int, origin: str, code: str) -> Entry:
    row = PlanEntry.objects.get(version=reading, origin=origin, indicator_code=code, kind="target")
    return decode(Entry, row.body)


def state_of(reading: int, entry_id: str) -> State | None:
    return {item.entry.id: item.state for item in review_of(reading).items}.get(entry_id)


def goals() -> dict[str, str]:
    return {target.indicator_code: str(target.value) for _, target in targets_in_force()}


def test_a_correction_is_kept_and_counts_once_it_is_put_in_force(reading: int) -> None:
    judge_all(by="li")
    gdp = find_entry(reading, "table", "gdp")
    before = PlanEntry.objects.get(version=reading, entry_id=gdp.id).body
    decide(reading, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    assert goals()["gdp"] == "900 亿元"
    assert count_pending(reading) == 1
    revision = put_in_force(reading, by="wang")
    assert goals()["gdp"] == "910 亿元"
    assert count_pending(reading) == 0
    assert PlanEntry.objects.get(version=reading, entry_id=gdp.id).body == before
    assert PlanVersion.objects.get(pk=revision).revises_id == reading
    judged = StandingRow.objects.filter(target__version=reading).count()
    judge_all(by="wang")
    assert StandingRow.objects.filter(target__version=reading).count() == judged
    assert StandingRow.objects.filter(target__version=revision).exists()
    assert AuditRow.objects.filter(action="plan.reviewed").count() == 1


def cells_of(version: int, words: str) -> list[tuple[str, str]]:
    """Figure and form of the cells printed so, in a version's tables."""
    found = PlanVersion.objects.get(pk=version)
    cells = [cell for table in tables_of(found) for row in table.rows for cell in row.cells]
    return [(str(cell.value), str(cell.form)) for cell in cells if cell.raw.strip().startswith(words)]


def test_a_correction_is_said_of_the_tables_cell_too(reading: int) -> None:
    gdp, urban = find_entry(reading, "table", "gdp"), find_entry(reading, "table", "urban")
    printed = urban.value_span.quote if urban.value_span else ""
    decide(reading, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    decide(reading, urban.id, "rejected", reason="误读", by="wang")
    revision = put_in_force(reading, by="wang")
    assert revision is not None
    assert cells_of(reading, "900") == [("900", "number")]
    assert cells_of(revision, "900") == [("910", "number")]
    assert cells_of(reading, printed) != cells_of(revision, printed) == [("None", "text")]


def test_fields_that_came_later_are_no_difference(reading: int) -> None:
    gdp = find_entry(reading, "table", "gdp")
    decide(reading, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    revision = put_in_force(reading, by="wang")
    row = PlanEntry.objects.get(version=revision, entry_id=gdp.id)
    row.body = {name: value for name, value in row.body.items() if name != "region_code"}
    row.save()
    assert count_pending(reading) == 0


def test_putting_in_force_twice_makes_one_version(reading: int) -> None:
    assert put_in_force(reading, by="wang") is None
    decide(reading, find_entry(reading, "table", "gdp").id, "rejected", reason="误读", by="wang")
    assert put_in_force(reading, by="wang") is not None
    assert put_in_force(reading, by="wang") is None
    assert PlanVersion.objects.count() == 2


def test_a_rejected_entry_promises_nothing_and_prose_takes_its_place(reading: int) -> None:
    gdp = find_entry(reading, "table", "gdp")
    decide(reading, gdp.id, "rejected", reason="与正文不符", by="wang")
    put_in_force(reading, by="wang")
    assert goals()["gdp"] == "880 亿元"
    assert gdp.id not in {item.entry.id for item in entries_as_reviewed(reading)}
    assert EntryDecision.objects.get().reason == "与正文不符"


def test_undo_is_a_decision_and_brings_the_reading_back(reading: int) -> None:
    gdp = find_entry(reading, "table", "gdp")
    decide(reading, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    put_in_force(reading, by="wang")
    decide(reading, gdp.id, "withdrawn", by="zhao")
    assert [(d.verdict, d.actor) for d in EntryDecision.objects.all()] == [("corrected", "wang"), ("withdrawn", "zhao")]
    put_in_force(reading, by="zhao")
    assert goals()["gdp"] == "900 亿元"
    assert PlanVersion.objects.count() == 3
    assert PlanTarget.objects.filter(indicator_code="gdp", due_year=2025).count() == 3


def test_many_are_accepted_at_once_and_withdrawn_where_nobody_decided_since(reading: int) -> None:
    ids = [item.entry.id for item in review_of(reading).items]
    batch = decide_many(reading, ids, "accepted", by="wang")
    assert {item.state for item in review_of(reading).items} == {State.ACCEPTED}
    assert count_pending(reading) == 0
    decide(reading, ids[0], "rejected", reason="误读", by="zhao")
    assert withdraw_batch(reading, batch, by="wang") == len(ids) - 1
    assert state_of(reading, ids[0]) is State.REJECTED
    assert state_of(reading, ids[1]) is State.OPEN
    assert withdraw_batch(reading, "", by="wang") == 0
    assert AuditRow.objects.filter(action="entries.decided").count() == 2


def test_an_added_entry_is_matched_and_becomes_a_target(reading: int, plan_bytes: bytes) -> None:
    text = plan_bytes.decode()
    at = text.index("发展目标")
    span = span_of(text, at, at + 4)
    body = Entry("", EntryKind.TARGET, "prose", span, "", "GDP", value=Decimal(700), unit="亿元", year=2023)
    key = decide(reading, "", "added", body=body, by="wang")
    assert state_of(reading, key) is State.ADDED
    put_in_force(reading, by="wang")
    added = PlanTarget.objects.get(due_year=2023)
    assert (added.indicator_code, added.entry.entry_id) == ("gdp", key)
    assert decode(Entry, added.entry.body).section


def test_decisions_carry_over_to_a_new_text_and_the_lost_are_listed(reading: int, plan_bytes: bytes) -> None:
    gdp, urban = find_entry(reading, "table", "gdp"), find_entry(reading, "prose", "urban")
    decide(reading, gdp.id, "corrected", body=replace(gdp, value=Decimal(910)), by="wang")
    decide(reading, urban.id, "accepted", by="wang")
    text = (
        plan_bytes.decode()
        .replace("三、发展目标\n", "三、发展目标\n\n本章说明目标。\n")
        .replace("达到70%以上", "达到71%以上")
    )
    second = read_text(text.encode())
    assert goals()["gdp"] == "910 亿元"
    review = review_of(second)
    assert [d.entry_id for d in review.lost] == [urban.id]
    (moved,) = [item.entry for item in review.items if item.entry.id == gdp.id]
    assert text[moved.span.start : moved.span.end] == moved.span.quote
    assert moved.value_span is not None
    assert text[moved.value_span.start : moved.value_span.end] == "900"


def test_an_older_reading_is_not_put_in_force(reading: int, plan_bytes: bytes) -> None:
    read_text(plan_bytes + "\n附言。\n".encode())
    with pytest.raises(DecisionRefusedError, match="newer"):
        put_in_force(reading, by="wang")


def test_what_does_not_fit_is_refused_and_nothing_kept(reading: int) -> None:
    gdp = find_entry(reading, "table", "gdp")
    wrong_words = replace(gdp, span=replace(gdp.span, quote="x" * len(gdp.span.quote)))
    outside = replace(gdp, span=gdp.value_span, value_span=gdp.span)
    cases = [
        lambda: decide(reading, "e404", "accepted", by="wang"),
        lambda: decide(reading, gdp.id, "liked", by="wang"),
        lambda: decide(reading, gdp.id, "rejected", reason=" ", by="wang"),
        lambda: decide(reading, gdp.id, "corrected", by="wang"),
        lambda: decide(reading, gdp.id, "accepted", body=gdp, by="wang"),
        lambda: decide(reading, gdp.id, "corrected", body=wrong_words, by="wang"),
        lambda: decide(reading, gdp.id, "corrected", body=outside, by="wang"),
        lambda: decide(reading + 100, gdp.id, "accepted", by="wang"),
        lambda: decide_many(reading, [gdp.id], "rejected", by="wang"),
        lambda: decide_many(reading, [gdp.id, "e404"], "accepted", by="wang"),
    ]
    for case in cases:
        with pytest.raises(DecisionRefusedError):
            case()
    assert not EntryDecision.objects.exists()
    assert not AuditRow.objects.filter(action__startswith="entr").exists()


def test_marked_words_are_read_as_a_start(reading: int, plan_bytes: bytes) -> None:
    text = plan_bytes.decode()
    start = text.index("常住人口城镇化率达到70%以上")
    entry = suggest_entry(reading, start, start + len("常住人口城镇化率达到70%以上"))
    assert (entry.indicator, entry.value, entry.unit, entry.comparator) == ("常住人口城镇化率", Decimal(70), "%", ">=")
    assert entry.kind is EntryKind.TARGET
    assert entry.value_span is not None
    assert text[entry.value_span.start : entry.value_span.end].startswith("70%")
    words = suggest_entry(reading, 0, 3)
    assert (words.span.quote, words.value) == (text[:3], None)
    with pytest.raises(DecisionRefusedError, match="marked"):
        suggest_entry(reading, 5, 5)
