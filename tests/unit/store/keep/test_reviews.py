"""Decisions are written side by side; a revision copies the structure and leaves its reading alone."""

from typing import TYPE_CHECKING

import pytest

from lantu.core.entry import Entry
from lantu.store.codec import decode
from lantu.store.keep.reviews import body_of, keep_decisions, keep_revision
from lantu.store.models import EntryDecision, PlanEntry

if TYPE_CHECKING:
    from tests.unit.show.city import City

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> "City":
    from tests.unit.show.city import build_city

    return build_city()


def test_a_body_comes_back_as_it_was_written(city: "City") -> None:
    from tests.unit.show.city import AT

    entry = decode(Entry, PlanEntry.objects.get(entry_id="e1").body)
    assert keep_decisions(city.version, [("e1", entry), ("e2", None)], "corrected", AT, by="li", batch="b") == 2
    first, second = EntryDecision.objects.all()
    assert first.body == body_of(entry)
    assert decode(Entry, first.body) == entry
    assert (second.body, second.batch) == (None, "b")


def test_a_revision_has_the_structure_of_its_reading_and_its_own_entries(city: "City") -> None:
    from tests.unit.show.city import AT

    entry = decode(Entry, PlanEntry.objects.get(entry_id="e1").body)
    revision = keep_revision(city.version, [(entry, "gdp")], (), AT)
    assert (revision.number, revision.document_id, revision.revises) == (2, city.version.document_id, city.version)
    assert revision.sections.count() == city.version.sections.count() == 2
    assert [n.code for n in revision.notices.all()] == [n.code for n in city.version.notices.all()] == ["R010"]
    assert [(e.entry_id, e.indicator_code) for e in revision.entries.all()] == [("e1", "gdp")]
    assert city.version.entries.count() == 6
