"""Working days with the holidays and make-up days of the State Council's notices."""

from datetime import date

import pytest

from lantu.act.deadlines import Deadline, add_working_days, count_working_days, is_working_day


@pytest.mark.parametrize(
    ("day", "count", "on"),
    [
        ("2026-09-30", 1, "2026-10-08"),  # seven days of National Day
        ("2026-10-09", 1, "2026-10-10"),  # a Saturday people work on to make up for the holiday
        ("2026-11-20", 1, "2026-11-23"),  # over a weekend
        ("2026-11-20", 0, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-23"),
        ("2025-12-31", 10, "2026-01-15"),
    ],
)
def test_days_of_rest_do_not_count(day: str, count: int, on: str) -> None:
    assert add_working_days(date.fromisoformat(day), count) == Deadline(date.fromisoformat(on), is_exact=True)


def test_a_year_without_a_notice_is_counted_by_weekends_and_says_so() -> None:
    deadline = add_working_days(date(2026, 12, 31), 10)
    assert deadline == Deadline(date(2027, 1, 14), is_exact=False)
    assert is_working_day(date(2031, 1, 1)) == (True, False)
    assert is_working_day(date(2031, 1, 4)) == (False, False)


def test_days_are_counted_both_ways() -> None:
    assert count_working_days(date(2026, 11, 20), date(2026, 11, 24)) == 2
    assert count_working_days(date(2026, 11, 24), date(2026, 11, 20)) == -2
    assert count_working_days(date(2026, 11, 20), date(2026, 11, 20)) == 0


def test_a_deadline_lies_ahead() -> None:
    with pytest.raises(ValueError, match="lies ahead"):
        add_working_days(date(2026, 1, 5), -1)
