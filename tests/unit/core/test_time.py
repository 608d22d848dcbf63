"""Periods: what is read, what is printed, and what a full year is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.time import CHINA_TIME, Period, parse_period, year_period

years = st.integers(1900, 2100)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        (" 2021 ", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31)),
        ("2021-Q4", date(2021, 10, 1), date(2021, 12, 31)),
        ("2021-H1", date(2021, 1, 1), date(2021, 6, 30)),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2025-01/11", date(2025, 1, 1), date(2025, 11, 30)),
        ("2021-07-31", date(2021, 7, 31), date(2021, 7, 31)),
    ],
)
def test_reads(text: str, start: date, end: date) -> None:
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize(
    "text", ["", "21", "2021-13", "2021-00", "2021-Q5", "2021-H3", "2021-05/04", "2021-02-30", "去年"]
)
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_period(text)


def test_a_refusal_says_what_to_write() -> None:
    with pytest.raises(ValueError, match="2021-01/04"):
        parse_period("前四个月")


@given(years, st.integers(1, 12), st.integers(1, 12))
def test_what_is_printed_reads_back(year: int, one: int, other: int) -> None:
    first, last = sorted((one, other))
    for text in (f"{year}", f"{year}-{first:02d}", f"{year}-{first:02d}/{last:02d}", f"{year}-{first:02d}-15"):
        period = parse_period(text)
        assert parse_period(str(period)) == period


@given(years)
def test_a_year_in_any_spelling_is_a_full_year(year: int) -> None:
    for text in (f"{year}", f"{year}-01/12"):
        period = parse_period(text)
        assert period == year_period(year)
        assert period.is_full_year
        assert period.is_from_january
        assert period.year == year


def test_parts_of_a_year() -> None:
    assert not parse_period("2021-01/11").is_full_year
    assert parse_period("2021-01/11").is_from_january
    assert not parse_period("2021-Q2").is_from_january
    two_years = Period(date(2020, 1, 1), date(2021, 12, 31))
    assert not two_years.is_full_year
    assert not two_years.is_from_january
    assert str(two_years) == "2020-01-01--2021-12-31"


def test_a_period_never_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Period(date(2021, 2, 1), date(2021, 1, 1))


def test_china_has_one_zone() -> None:
    assert str(CHINA_TIME) == "Asia/Shanghai"
    assert CHINA_TIME.utcoffset(None).total_seconds() == 8 * 3600
