"""Days, months and years as whole numbers agree with Python's calendar."""

from datetime import UTC, date, datetime, timedelta

import ibis

from lantu.measure.calendar import (
    add_month,
    day_of_micro,
    first_day,
    floor_div,
    hour_of_micro,
    last_day,
    number_day,
    number_period,
)
from tests.unit.measure.cell_tables import run


def test_months_of_four_hundred_years() -> None:
    days = [date(1900, 1, 1) + timedelta(days=61 * step) for step in range(2400)]
    rows = [("x", "p", number_day(day), 0) for day in days]
    found = run(lambda t: add_month(t, "period", "month").select("period", "month"), rows)
    assert [row["month"] for row in found] == [day.year * 12 + day.month - 1 for day in days]


def test_midnight_that_names_the_end_of_an_hour_closes_the_day() -> None:
    at = int(datetime(2024, 2, 29, 16, tzinfo=UTC).timestamp()) * 1_000_000  # midnight in China
    for hours, day in (("begin", date(2024, 3, 1)), ("end", date(2024, 2, 29))):
        build = lambda t, h=hours: t.select(d=day_of_micro(t.period, h), h=hour_of_micro(t.period, h))  # noqa: E731
        (row,) = run(build, [("x", "p", at, 0)])
        assert row == {"d": number_day(day), "h": number_day(day) * 24 + (23 if hours == "end" else 0)}


def test_whole_quotients_are_whole_up_to_large_figures() -> None:
    rows = [("x", "p", value, 0) for value in (-7, -6, 0, 6, 7, 9_007_199_254_740_984)]
    found = run(lambda t: t.select(q=floor_div(t.period, ibis.literal(7))), rows)
    assert [row["q"] for row in found] == sorted(row[2] // 7 for row in rows)


def test_periods_and_their_days() -> None:
    day = date(2024, 2, 10)
    for grain, first, last in (
        ("year", date(2024, 1, 1), date(2024, 12, 31)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
        ("day", day, day),
    ):
        number = number_period(day, grain)
        assert (first_day(number, grain), last_day(number, grain)) == (first, last)
    assert first_day(number_period(day, "hour") + 23, "hour") == day
