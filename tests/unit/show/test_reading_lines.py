"""Readings as lines: how old, how many are missing, the newest of each series."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.show.reading_lines import count_missing, say_age

AT = datetime(2026, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "missing"),
    [([], []), ([0], [0]), ([0, 1, 2, 3], [0, 0, 0, 0]), ([0, 1, 2, 6], [0, 0, 3, 0]), ([0, 3, 4], [2, 0, 0])],
)
def test_missing_are_counted_in_the_usual_rhythm(hours: list[int], missing: list[int]) -> None:
    assert count_missing([AT + timedelta(hours=hour) for hour in hours]) == missing


def test_several_readings_of_one_instant_are_no_gap() -> None:
    assert count_missing([AT, AT, AT + timedelta(hours=1), AT + timedelta(hours=2)]) == [0, 0, 0, 0]


@pytest.mark.parametrize(("hours", "said"), [(-2, "时间在后"), (0, "0小时前"), (47, "47小时前"), (50, "2天前")])
def test_age_in_hours_then_days(hours: int, said: str) -> None:
    assert say_age(timedelta(hours=hours)) == said
