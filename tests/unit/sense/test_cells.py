"""Figures, periods, days and states as departments write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.time import parse_period
from lantu.sense.cells import is_blank, parse_figure, read_date, read_period, read_status


@pytest.mark.parametrize(
    ("text", "amount", "bound"),
    [
        ("7851", "7851", Comparator.EQUAL),
        ("1,234.5", "1234.5", Comparator.EQUAL),
        ("１，２３４．５", "1234.5", Comparator.EQUAL),
        (" 12 345 ", "12345", Comparator.EQUAL),
        ("-3.9", "-3.9", Comparator.EQUAL),
        ("0", "0", Comparator.EQUAL),
        ("1.2E+04", "12000", Comparator.EQUAL),
        ("<5.5", "5.5", Comparator.LESS_THAN),
        ("＜5.5", "5.5", Comparator.LESS_THAN),
        ("低于5.5", "5.5", Comparator.LESS_THAN),
        ("≤5.5", "5.5", Comparator.AT_MOST),
        ("5.5以下", "5.5", Comparator.AT_MOST),
        (">275", "275", Comparator.MORE_THAN),
        ("超275", "275", Comparator.MORE_THAN),
        ("1200余", "1200", Comparator.MORE_THAN),
        (">=275", "275", Comparator.AT_LEAST),
        ("275及以上", "275", Comparator.AT_LEAST),
        ("约1200", "1200", Comparator.ABOUT),
        ("75左右", "75", Comparator.ABOUT),
    ],
)
def test_figures(text: str, amount: str, bound: Comparator) -> None:
    figure = parse_figure(text)
    assert (figure.amount, figure.bound, figure.is_percent) == (Decimal(amount), bound, False)


def test_a_percent_sign_is_kept_in_mind() -> None:
    assert parse_figure("3.56%").is_percent
    assert parse_figure("３．５６％").amount == Decimal("3.56")


@pytest.mark.parametrize(
    "text", ["1,5", "12,34,567", "7851亿元", "一百", "1.2.3", "NaN", "inf", "5-6", "1e99", "<", "#REF!"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|larger"):
        parse_figure(text)


@given(st.decimals(min_value="-1e9", max_value="1e9", places=4), st.booleans())
def test_written_figures_read_back(amount: Decimal, has_commas: bool) -> None:
    assert parse_figure(f"{amount:,.4f}" if has_commas else str(amount)).amount == amount


@pytest.mark.parametrize("text", ["", " ", "-", "—", "——", "…", "无", "N/A", "未公布"])
def test_blanks(text: str) -> None:
    assert is_blank(text)


def test_zero_is_no_blank() -> None:
    assert not is_blank("0")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021", "2021"),
        ("2021年", "2021"),
        ("２０２１年", "2021"),
        ("2021年全年", "2021"),
        ("2021.0", "2021"),
        ("2021-Q3", "2021-Q3"),
        ("2021Q3", "2021-Q3"),
        ("2021年第三季度", "2021-Q3"),
        ("2021年3季度", "2021-Q3"),
        ("2021年上半年", "2021-H1"),
        ("2021-H2", "2021-H2"),
        ("2021年1-4月", "2021-01/04"),
        ("2021年1—11月", "2021-01/11"),
        ("2021-01/04", "2021-01/04"),
        ("2021年前4个月", "2021-01/04"),
        ("2021年前三季度", "2021-01/09"),
        ("2021年7月", "2021-07"),
        ("2021-07", "2021-07"),
        ("2021/7", "2021-07"),
        ("2021-07-31", "2021-07-31"),
    ],
)
def test_periods(text: str, period: str) -> None:
    assert read_period(text) == parse_period(period)


@pytest.mark.parametrize(
    "text", ["", "去年", "21", "2021-13", "2021-04/01", "1021", "2201", "2021-Q5", "2021-02-30", "十四五"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_period(text)


def test_days() -> None:
    for text in ("2022-03-31", "2022/3/31", "2022年3月31日", "2022-03-31 00:00:00"):
        assert read_date(text) == date(2022, 3, 31)
    assert read_date("-") is None
    for text in ("2022-02-30", "三月", "2022"):
        with pytest.raises(ValueError, match=r"."):
            read_date(text)


def test_states() -> None:
    assert read_status("初步数") is Status.PRELIMINARY
    assert read_status("Final") is Status.FINAL
    assert read_status("修订") is Status.REVISED
    assert read_status(" ") is Status.UNSTATED
    with pytest.raises(ValueError, match="not a status"):
        read_status("大概")
