"""In force is the latest version that was read; an earlier moment had an earlier one."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction
from lantu.core.entry import Comparator, DocumentFacts, Entry, EntryKind, Reading
from lantu.core.place import Place
from lantu.core.quantity import make_quantity
from lantu.core.span import span_of
from lantu.core.target import Base, Form, Target
from lantu.store.keep.judgements import keep_targets
from lantu.store.keep.places import keep_places
from lantu.store.keep.plans import PlanFacts, keep_document, keep_reading, keep_version
from lantu.store.plans import versions_in_force
from lantu.store.targets import targets_in_force

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(days=1)


def keep_plan(text: str, amount: str, at: datetime) -> None:
    entry = Entry("e1", EntryKind.TARGET, "table", span_of(text, 0, 3), "", "地区生产总值")
    reading = Reading(DocumentFacts("a.txt", "x", len(text), "规划", "outline"), text, entries=(entry,))
    document = keep_document(text.encode(), "a.txt", at)
    version = keep_version(PlanFacts("规划", "330400", slug="outline", first_year=2021), document, "lantu", at)
    keep_reading(version, reading, ["gdp"], at)
    base = Base(2020, Absence(AbsenceKind.NOT_STATED))
    value = make_quantity(amount, "亿元")
    target = Target("plan#e1", "e1", "gdp", "地区生产总值", "330400", Form.LEVEL, Comparator.EQUAL, value,
                    2025, Direction.UP, base)  # fmt: skip
    keep_targets(version, [target], at)


def test_the_latest_version_that_was_read_counts() -> None:
    keep_places([Place("330400", "青湖市", "prefecture")], NOW)
    keep_plan("900 亿元", "900", NOW)
    keep_plan("950 亿元", "950", LATER)
    assert [str(target.value) for _, target in targets_in_force()] == ["950 亿元"]
    assert [str(target.value) for _, target in targets_in_force(NOW)] == ["900 亿元"]
    assert [version.number for version in versions_in_force()] == [2]
