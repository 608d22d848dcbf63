"""Cases as lines: lateness, and who may do what."""

from datetime import date

import pytest

from lantu.act.cases import COUNTERS, HANDLE, STATES, STEPS, SUPERVISE
from lantu.run.policy import Reach
from lantu.show.case_lines import STATES as STATE_WORDS
from lantu.show.case_lines import STEP_WORDS, build_case_line, build_case_lines, covers_case
from lantu.store.models import Case, Department, Place

CITY, DISTRICT = Place(code="1", name="市"), Place(code="2", name="区", parent_id="1")
PARENTS = {"1": "", "2": "1"}


def make(state: str = "accepted", due: date | None = date(2026, 3, 13)) -> Case:
    department = Department(code="tj", name="统计局", place=DISTRICT)
    return Case(
        pk=1, place=CITY, cause_kind="hand", title="题", state=state, is_open=True, department=department, due_on=due
    )


def test_every_state_and_step_has_a_word() -> None:
    assert set(STATE_WORDS) == set(STATES)
    assert set(STEP_WORDS) == {"open", *STEPS, *COUNTERS}


@pytest.mark.parametrize(
    ("state", "day", "word"),
    [
        ("accepted", date(2026, 3, 2), ""),
        ("accepted", date(2026, 3, 12), "soon"),
        ("returned", date(2026, 3, 20), "notify"),
        ("answered", date(2026, 3, 20), ""),
        ("closed", date(2026, 3, 20), ""),
    ],
)
def test_only_who_has_to_act_is_late(state: str, day: date, word: str) -> None:
    line = build_case_line(make(state), day)
    assert (line.lateness, line.is_late, line.is_soon) == (word, word == "notify", word == "soon")
    assert build_case_lines([]) == []


def test_handling_is_the_departments_and_supervising_the_places() -> None:
    case = make()
    city = Reach(False, (("1", ""),), PARENTS)
    district = Reach(False, (("2", ""),), PARENTS)
    other = Reach(False, (("2", "jt"),), PARENTS, {"jt": "", "tj": ""})
    assert covers_case(city, case, SUPERVISE)
    assert not covers_case(district, case, SUPERVISE)
    assert covers_case(district, case, HANDLE)
    assert covers_case(district, case)
    assert not covers_case(other, case)
