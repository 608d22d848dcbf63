"""Figures as they are printed."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.time import parse_period
from lantu.show.numbers import (
    group_digits,
    write_amount,
    write_date,
    write_period,
    write_quantity,
    write_share,
    write_year,
)


@pytest.mark.parametrize(
    ("amount", "decimals", "text"),
    [
        ("9000", None, "9,000"),
        ("5509.5000000000", None, "5,509.5"),
        ("0", None, "0"),
        ("0.0156", None, "0.0156"),
        ("1E+3", None, "1,000"),
        ("-1234.5", None, "−1,234.5"),
        ("1.5", 2, "1.50"),
        ("1.005", 2, "1.01"),
        ("-0.001", 2, "0.00"),
        ("123456789012345678901234567890.5", None, "123,456,789,012,345,678,901,234,567,890.5"),
    ],
)  # fmt: skip
def test_amounts(amount: str, decimals: int | None, text: str) -> None:
    assert write_amount(Decimal(amount), decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_no_digit_is_lost_and_no_exponent_written(amount: Decimal) -> None:
    text = write_amount(amount)
    assert "E" not in text
    assert Decimal(text.replace(",", "").replace("−", "-")) == amount


def test_grouping_leaves_the_fraction() -> None:
    assert group_digits("-1234567.891234") == "−1,234,567.891234"


@pytest.mark.parametrize(
    ("unit", "chinese", "english"),
    [
        ("亿元", "9,000亿元", "9,000 (100 million yuan)"),
        ("%", "9,000%", "9,000%"),
        ("平方公里", "9,000平方公里", "9,000 km²"),
        ("头牛", "9,000头牛", "9,000头牛"),
        ("", "9,000", "9,000"),
    ],
)
def test_a_unit_in_both_languages(unit: str, chinese: str, english: str) -> None:
    assert write_quantity(Decimal(9000), unit) == chinese
    with translation.override("en"):
        assert write_quantity(Decimal(9000), unit) == english


def test_shares() -> None:
    assert write_share(Decimal("0.6708")) == "67%"
    assert write_share(Decimal("-0.05"), 1) == "−5.0%"


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        ("2023", "2023年", "2023"),
        ("2021-07", "2021年7月", "2021-07"),
        ("2025-01/11", "2025年1—11月", "2025, months 1–11"),
        ("2021-Q3", "2021年7—9月", "2021, months 7–9"),
        ("2021-07-31", "2021年7月31日", "2021-07-31"),
    ],
)
def test_periods(period: str, chinese: str, english: str) -> None:
    assert write_period(parse_period(period)) == chinese
    with translation.override("en"):
        assert write_period(parse_period(period)) == english


def test_dates_and_years() -> None:
    assert write_date(date(2026, 2, 1)) == "2026年2月1日"
    assert write_year(2025) == "2025年"
    with translation.override("en"):
        assert write_date(date(2026, 2, 1)) == "2026-02-01"
