"""How late something is."""

from datetime import date
from itertools import pairwise

import pytest

from lantu.act.escalation import CASE_AUDIENCES, LEVELS, SHEET_AUDIENCES, Lateness, find_lateness

CASES = [
    # 2026-03-13 is a Friday, 2026-03-14 a Saturday; no holiday near.
    (date(2026, 3, 13), date(2026, 3, 2), Lateness(9, 0, "")),
    (date(2026, 3, 13), date(2026, 3, 10), Lateness(3, 0, "soon")),
    (date(2026, 3, 13), date(2026, 3, 13), Lateness(0, 0, "soon")),
    (date(2026, 3, 13), date(2026, 3, 16), Lateness(-1, 1, "urge")),
    (date(2026, 3, 14), date(2026, 3, 15), Lateness(0, 1, "urge")),
    (date(2026, 3, 13), date(2026, 3, 20), Lateness(-5, 2, "notify")),
    (date(2026, 3, 13), date(2026, 3, 27), Lateness(-10, 3, "interview")),
]


@pytest.mark.parametrize(("due", "today", "expected"), CASES)
def test_days_and_level(due: date, today: date, expected: Lateness) -> None:
    assert find_lateness(due, today) == expected


def test_levels_are_a_setting() -> None:
    assert find_lateness(date(2026, 3, 13), date(2026, 3, 16), levels=((2, "x"),), soon=1) == Lateness(-1, 0, "soon")


def test_each_level_is_heard_of_by_those_before_and_more() -> None:
    for audiences in (CASE_AUDIENCES, SHEET_AUDIENCES):
        assert list(audiences) == ["soon", *(name for _, name in LEVELS)]
        heard = list(audiences.values())
        assert all(set(a) <= set(b) for a, b in pairwise(heard))
        assert set(heard[1]) < set(heard[2]) < set(heard[3])
