"""The only clock.

In: nothing. Out: the present instant (UTC) and the present day in China. Stages
ask no clock; arrows ask here once and pass the answer on.
"""

from datetime import UTC, date, datetime, time, timedelta

from lantu.core.time import CHINA_TIME


def read_clock() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def today_in_china() -> date:
    """The present day in UTC+8."""
    return datetime.now(CHINA_TIME).date()


def end_of_day(day: date) -> datetime:
    """The last instant of a day in China, in UTC."""
    return datetime.combine(day + timedelta(days=1), time.min, CHINA_TIME).astimezone(UTC) - timedelta(microseconds=1)
