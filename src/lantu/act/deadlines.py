"""Deadlines counted in working days of mainland China.

In: a day and a number. Out: the day it falls due, and whether the official calendar was known for all of it.
Left out on purpose: hours of the day; a deadline is the end of its day.

Source: the State Council's yearly notice on holidays (国务院办公厅关于部分节假日安排的通知), as the package
chinesecalendar carries it. For years without a notice yet only weekends are taken off, and the deadline says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from chinese_calendar import is_workday

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day something is due.

    Attributes:
        on: The last day to do it.
        is_exact: Whether holidays were known; else only weekends were taken off.
    """

    on: date
    is_exact: bool


def add_working_days(day: date, count: int) -> Deadline:
    """The count-th working day after a day; with 0 the day itself, or the next working day.

    Raises:
        ValueError: If the count is negative.
    """
    if count < 0:
        raise ValueError(f"a deadline lies ahead: {count} days do not")
    is_exact, left = True, count
    while True:
        works, is_known = is_working_day(day)
        is_exact = is_exact and is_known
        if works and left <= 0:
            return Deadline(day, is_exact)
        day += timedelta(days=1)
        works, is_known = is_working_day(day)
        if works:
            left -= 1
            if left <= 0:
                return Deadline(day, is_exact and is_known)


def count_working_days(first: date, last: date) -> int:
    """Working days after the first day up to the last, negative where the last lies before."""
    if last < first:
        return -count_working_days(last, first)
    days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
    return sum(is_working_day(day)[0] for day in days)


def is_working_day(day: date) -> tuple[bool, bool]:
    """Whether people work on a day, and whether the official calendar says so."""
    try:
        return bool(is_workday(day)), True
    except NotImplementedError:
        return day.weekday() < SATURDAY, False
