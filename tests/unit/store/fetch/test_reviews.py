"""Readings are found apart from their revisions, and the latest decision counts."""

from datetime import timedelta

import pytest

from lantu.core.entry import Entry
from lantu.store.codec import decode
from lantu.store.fetch.reviews import (
    bodies_of,
    decisions_in_force,
    decisions_on,
    find_reading,
    newest_reading,
    quote_of,
    version_in_force,
)
from lantu.store.keep.reviews import keep_decisions, keep_revision
from tests.unit.show.city import AT, City

pytestmark = pytest.mark.django_db


def test_a_revision_is_in_force_and_is_no_reading(city: City) -> None:
    revision = keep_revision(city.version, [], (), AT)
    assert newest_reading(city.plan.pk) == city.version
    assert version_in_force(city.plan.pk) == revision
    assert find_reading(city.version.pk) == city.version
    assert find_reading(revision.pk) is None
    assert newest_reading(0) is None
    assert version_in_force(0) is None


def test_the_latest_decision_on_an_entry_counts_and_all_are_kept(city: City) -> None:
    keep_decisions(city.version, [("e1", None), ("e2", None)], "accepted", AT, by="li")
    keep_decisions(city.version, [("e1", None)], "rejected", AT + timedelta(hours=1), by="wang", reason="误读")
    in_force = decisions_in_force(city.plan.pk)
    assert {key: d.verdict for key, d in in_force.items()} == {"e1": "rejected", "e2": "accepted"}
    assert [(d.verdict, d.actor) for d in decisions_on(city.plan.pk, "e1")] == [
        ("rejected", "wang"),
        ("accepted", "li"),
    ]


def test_bodies_are_given_by_entry(city: City) -> None:
    bodies = bodies_of(city.version)
    assert set(bodies) == {"e1", "e2", "e3", "e4", "e5", "e9"}
    assert bodies["e1"]["indicator"] == "地区生产总值"  # type: ignore[index]


def test_a_decision_can_say_what_it_was_about(city: City) -> None:
    entry = decode(Entry, bodies_of(city.version)["e9"])
    keep_decisions(city.version, [("e1", None)], "accepted", AT, by="li")
    keep_decisions(city.version, [("a1", entry)], "added", AT, by="li")
    keep_decisions(city.version, [("gone", None)], "accepted", AT, by="li")
    quotes = {key: quote_of(decision) for key, decision in decisions_in_force(city.plan.pk).items()}
    assert quotes["e1"].startswith("地区生产总值")
    assert quotes["a1"] == entry.span.quote
    assert quotes["gone"] == "gone"
