"""Days, months and years as whole numbers, in arithmetic that every engine does alike.

In: expressions of whole numbers. Out: expressions of whole numbers. Left out on purpose:
engines' own dates, whose zones and types differ.

A day is the number of days since 1970-01-01, an hour the number of hours since then, both
in the civil time of China; a month is 12 · year + month − 1, so that month // 12 is the year.
"""

from datetime import date, timedelta

import ibis

CHINA_SECONDS = 8 * 3600
"""China's civil time ahead of UTC; there has been no summer time since 1991."""

_EPOCH = date(1970, 1, 1)
_MICROS = 1_000_000


def floor_div(above: ibis.Value, below: ibis.Value | int) -> ibis.Value:
    """The whole number at or below a quotient.

    Engines divide whole numbers as binary fractions; rounded to the nearest of those, a quotient reaches the next
    whole number only if it is one, as long as the upper figure is below 2^53.
    """
    return (above / below).floor().cast("int64")


def hour_of_micro(micro: ibis.Value, hours: str) -> ibis.Value:
    """The hour that an instant belongs to; one that names the end of its hour belongs to the hour before."""
    shift = CHINA_SECONDS - (1 if hours == "end" else 0)
    return floor_div(micro + shift * _MICROS, 3600 * _MICROS)


def day_of_micro(micro: ibis.Value, hours: str) -> ibis.Value:
    """The day that an instant belongs to."""
    shift = CHINA_SECONDS - (1 if hours == "end" else 0)
    return floor_div(micro + shift * _MICROS, 86_400 * _MICROS)


def hour_in_day(micro: ibis.Value, hours: str) -> ibis.Value:
    """The number of an instant's hour in its day, by the hour's beginning, from 0 on."""
    hour = hour_of_micro(micro, hours)
    return hour - floor_div(hour, 24) * 24


def weekday_of(day: ibis.Value) -> ibis.Value:
    """The day of the week, 1 for Monday; 1970-01-01 was a Thursday."""
    shifted = day + 3
    return shifted - floor_div(shifted, 7) * 7 + 1


def add_month(table: ibis.Table, day: str, month: str) -> ibis.Table:
    """A column with the month of a column of days.

    Source: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
    """
    marched = table.mutate(_z=table[day] + 719_468)
    marched = marched.mutate(_era=floor_div(marched._z, 146_097))
    marched = marched.mutate(_doe=marched._z - marched._era * 146_097)
    doe = marched._doe
    marched = marched.mutate(
        _yoe=floor_div(doe - floor_div(doe, 1_460) + floor_div(doe, 36_524) - floor_div(doe, 146_096), 365)
    )
    yoe = marched._yoe
    marched = marched.mutate(_doy=doe - (365 * yoe + floor_div(yoe, 4) - floor_div(yoe, 100)))
    # The year of the algorithm begins in March, and so its month 0 is our month 2 of that year.
    number = (marched._yoe + marched._era * 400) * 12 + floor_div(5 * marched._doy + 2, 153) + 2
    return marched.mutate(**{month: number}).drop("_z", "_era", "_doe", "_yoe", "_doy")


def number_day(day: date) -> int:
    """The number of a day."""
    return (day - _EPOCH).days


def number_period(day: date, grain: str) -> int:
    """The number of the day's period."""
    if grain == "hour":
        return number_day(day) * 24
    if grain == "day":
        return number_day(day)
    return day.year * 12 + day.month - 1 if grain == "month" else day.year


def first_day(period: int, grain: str) -> date:
    """First day of a period by its number."""
    if grain == "hour":
        return _EPOCH + timedelta(days=period // 24)
    if grain == "day":
        return _EPOCH + timedelta(days=period)
    return date(period // 12, period % 12 + 1, 1) if grain == "month" else date(period, 1, 1)


def last_day(period: int, grain: str) -> date:
    """Last day of a period by its number."""
    if grain in ("hour", "day"):
        return first_day(period, grain)
    return first_day(period + 1, grain) - timedelta(days=1)
