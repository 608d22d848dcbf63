"""From a plan's bytes to entries and targets: one transaction and one audit row for each arrow."""

import pytest

from lantu.core.entry import Entry
from lantu.core.target import Target
from lantu.run.plans import UnreadablePlanError, read_version, receive_plan
from lantu.store.codec import decode
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, Notice, Plan, PlanEntry, PlanTarget, PlanVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
FACTS = PlanFacts("青湖市规划纲要", "330400", first_year=2021, last_year=2025, slug="outline")


def test_a_plan_is_received_before_it_is_read(plan_bytes: bytes) -> None:
    key = receive_plan(plan_bytes, "plan.md", FACTS, by="li")
    version = PlanVersion.objects.get(pk=key)
    assert (version.state, version.number) == ("queued", 1)
    assert bytes(version.document.data) == plan_bytes
    assert AuditRow.objects.filter(action="plan.received").count() == 1


def test_reading_gives_targets_of_the_table_in_their_order(plan_bytes: bytes) -> None:
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")
    tabled = PlanTarget.objects.filter(entry__origin="table")
    assert [(t.name, t.indicator_code, t.due_year, t.is_binding) for t in tabled] == [
        ("地区生产总值", "gdp", 2025, False),
        ("常住人口城镇化率", "urban", 2025, True),
    ]
    gdp = decode(Target, tabled[0].body)
    assert (str(gdp.value), str(gdp.base.quantity), gdp.base.year) == ("900 亿元", "600 亿元", 2020)
    assert gdp.id.startswith("plan/330400/2021/outline#")
    assert AuditRow.objects.filter(action="plan.read").count() == 1


def test_prose_that_repeats_the_table_is_an_entry_and_not_a_second_target(plan_bytes: bytes) -> None:
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")
    assert PlanEntry.objects.filter(origin="prose", indicator_code="gdp", value=880).exists()
    assert PlanTarget.objects.filter(indicator_code="gdp", due_year=2025).count() == 1


def test_every_entry_quotes_the_text_at_its_place(plan_bytes: bytes) -> None:
    text = plan_bytes.decode()
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")
    for row in PlanEntry.objects.all():
        entry = decode(Entry, row.body)
        assert text[row.start : row.end] == row.quote == entry.span.quote


def test_an_empty_document_fails_with_a_reason_and_leaves_no_entries() -> None:
    key = receive_plan(b"", "empty.txt", FACTS, by="li")
    with pytest.raises(UnreadablePlanError, match=r"empty\.txt"):
        read_version(key, by="li")
    version = PlanVersion.objects.get(pk=key)
    assert version.state == "failed"
    assert version.message
    assert not PlanEntry.objects.exists()


def test_broken_bytes_are_read_around_and_reported(plan_bytes: bytes) -> None:
    broken = plan_bytes.replace("纲要\n".encode(), "纲要\n".encode() + b"\xff\xff\xff", 1)
    read_version(receive_plan(broken, "plan.md", FACTS, by="li"), by="li")
    assert PlanTarget.objects.filter(entry__origin="table").count() == 2
    assert Notice.objects.filter(code__startswith="R", severity="warning").exists()


def test_reading_twice_changes_nothing(plan_bytes: bytes) -> None:
    key = receive_plan(plan_bytes, "plan.md", FACTS, by="li")
    read_version(key, by="li")
    before = PlanEntry.objects.count()
    read_version(key, by="li")
    assert PlanEntry.objects.count() == before


def test_a_second_text_is_a_second_version_and_the_first_stays(plan_bytes: bytes) -> None:
    read_version(receive_plan(plan_bytes, "plan.md", FACTS, by="li"), by="li")
    changed = plan_bytes.replace(b"900", b"950")
    read_version(receive_plan(changed, "plan.md", FACTS, by="li"), by="li")
    assert Plan.objects.count() == 1
    assert [v.number for v in PlanVersion.objects.all()] == [1, 2]
    values = [decode(Target, t.body).value for t in PlanTarget.objects.filter(indicator_code="gdp")]
    assert [str(value) for value in values] == ["900 亿元", "950 亿元"]


def test_the_reader_is_told_whose_plan_it_is() -> None:
    text = "青湖市“十四五”规划\n\n一、目标\n\n到2025年，嘉善县地区生产总值达到900亿元，昆山市财政收入达到500亿元。\n"
    key = receive_plan(text.encode(), "plan.txt", FACTS, by="li")
    read_version(key, by="li")
    entries = [decode(Entry, row.body) for row in PlanEntry.objects.filter(version=key)]
    assert [(e.region, e.region_code) for e in entries] == [("嘉善县", "330421"), ("昆山市", "320583")]
    reasons = [next(i.reason for i in e.inferred if i.field == "region_code") for e in entries]
    assert reasons == ["own_hierarchy", "only_one"]
