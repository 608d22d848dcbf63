"""Days end at midnight in China, whatever the machine's zone."""

from datetime import UTC, date, datetime

from lantu.run.clock import end_of_day, read_clock, today_in_china


def test_a_day_ends_at_sixteen_hours_utc() -> None:
    assert end_of_day(date(2026, 11, 21)) == datetime(2026, 11, 21, 15, 59, 59, 999999, tzinfo=UTC)


def test_now_lies_within_today() -> None:
    assert read_clock() <= end_of_day(today_in_china())
    assert read_clock().tzinfo is UTC
