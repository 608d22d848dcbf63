"""Lines of the review list say what was decided and what may be done."""

from typing import TYPE_CHECKING

import pytest

from lantu.run.review_state import Review, ReviewItem, State
from lantu.show.review_lines import build_line, count_kinds, count_states, filter_items, write_entry
from lantu.store import models

if TYPE_CHECKING:
    from tests.unit.show.city import City

pytestmark = pytest.mark.django_db


def item_of(city: "City", key: str, state: State) -> ReviewItem:
    row = city.version.entries.get(entry_id=key)
    decision = None
    if state is not State.OPEN:
        decision = models.EntryDecision(version=city.version, entry_id=key, verdict=str(state), actor="li")
    return ReviewItem(row, state, decision, row)


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        (State.OPEN, (True, True, True, False)),
        (State.ACCEPTED, (False, True, True, True)),
        (State.CORRECTED, (False, True, False, True)),
        (State.ADDED, (False, True, False, True)),
        (State.REJECTED, (False, False, False, True)),
    ],
)
def test_buttons_follow_the_state(city: "City", state: State, buttons: tuple[bool, ...]) -> None:
    line = build_line(item_of(city, "e1", state), city.version)
    assert (line.may_accept, line.may_correct, line.may_reject, line.may_withdraw) == buttons
    assert (line.was != "") == (state is State.CORRECTED)


def test_a_line_is_written_with_its_comparator(city: "City") -> None:
    line = build_line(item_of(city, "e2", State.OPEN), city.version, "e2")
    assert (line.figure, line.year, line.is_here, line.carried) == ("75%左右", "2025年", True, 0)
    assert write_entry(city.version.entries.get(entry_id="e3")) == "单位能耗降低 · 2025年"


def test_a_decision_on_an_earlier_version_says_so(city: "City") -> None:
    later = models.PlanVersion(plan=city.plan, number=3, document=city.version.document)
    assert build_line(item_of(city, "e1", State.ACCEPTED), later).carried == 1


def test_states_and_kinds_are_counted_and_filtered(city: "City") -> None:
    items = (item_of(city, "e1", State.OPEN), item_of(city, "e2", State.ACCEPTED), item_of(city, "e9", State.OPEN))
    review = Review(items)
    assert [(code, n) for code, _, n in count_states(review)] == [("open", 2), ("accepted", 1)]
    assert [(code, n) for code, _, n in count_kinds(review)] == [("target", 3)]
    assert [item.id for item in filter_items(items, "target", "open")] == ["e1", "e9"]
    assert filter_items(items, "task", "") == []
