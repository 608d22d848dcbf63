"""Periods and data dates.

In: texts such as "2021", "2021-Q3", "2021-07", "2025-01/11". Out: periods with a
first and a last day, in the civil time of China (UTC+8). Left out on purpose:
working-day calendars, which belong to cases.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta, timezone

CHINA_TIME = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The zone of every instant Lantu prints; China has one zone and no summer time."""

_PATTERNS = (
    (re.compile(r"(\d{4})$"), "year"),
    (re.compile(r"(\d{4})-Q([1-4])$"), "quarter"),
    (re.compile(r"(\d{4})-H([12])$"), "half"),
    (re.compile(r"(\d{4})-(\d{2})$"), "month"),
    (re.compile(r"(\d{4})-(\d{2})/(\d{2})$"), "months"),
    (re.compile(r"(\d{4})-(\d{2})-(\d{2})$"), "day"),
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days.

    Attributes:
        start: First day.
        end: Last day, included. This is the data date of a figure for the period.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period ends before it starts: {self.start} – {self.end}")

    @property
    def year(self) -> int:
        """The calendar year the period ends in."""
        return self.end.year

    @property
    def is_full_year(self) -> bool:
        """Whether it is exactly one calendar year."""
        start, end = self.start, self.end
        return start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)

    @property
    def is_from_january(self) -> bool:
        """Whether it starts on 1 January and stays within the year."""
        return (self.start.month, self.start.day) == (1, 1) and self.start.year == self.end.year

    def __str__(self) -> str:
        a, b = self.start, self.end
        if self.is_full_year:
            return f"{a.year}"
        if a == b:
            return a.isoformat()
        if a.day == 1 and b == _month_end(b.year, b.month) and a.year == b.year:
            months = f"{a.year}-{a.month:02d}"
            return months if a.month == b.month else f"{months}/{b.month:02d}"
        return f"{a.isoformat()}--{b.isoformat()}"


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _month_span(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), _month_end(year, last))


def year_period(year: int) -> Period:
    """The calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def parse_period(text: str) -> Period:
    """Read a period as returns write it.

    Args:
        text: "2021", "2021-Q3", "2021-H1", "2021-07", "2021-01/04" (months of one
            year) or "2021-07-31".

    Raises:
        ValueError: If it is none of these, with the forms that are.
    """
    text = text.strip()
    for pattern, kind in _PATTERNS:
        match = pattern.match(text)
        if match:
            return _build_period(kind, *(int(group) for group in match.groups()))
    raise ValueError(f"{text!r} is not a period; write 2021, 2021-Q3, 2021-H1, 2021-07, 2021-01/04 or 2021-07-31")


def _build_period(kind: str, year: int, *rest: int) -> Period:
    if kind == "year":
        return year_period(year)
    if kind == "quarter":
        return _month_span(year, 3 * rest[0] - 2, 3 * rest[0])
    if kind == "half":
        return _month_span(year, 6 * rest[0] - 5, 6 * rest[0])
    if kind == "month":
        return _month_span(year, rest[0], rest[0])
    if kind == "months":
        return _month_span(year, rest[0], rest[1])
    day = date(year, rest[0], rest[1])
    return Period(day, day)
