"""Single cells of input files."""

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.packs.cells import is_blank, read_day, read_figure, read_flag, read_hour, read_time


@pytest.mark.parametrize("text", ["", " ", "--", "—", "NaN", "nan", "N/A", "缺测", "无"])
def test_blanks(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "0.0", "-1", "无机氮"])
def test_zero_is_no_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "amount", "is_below"),
    [
        ("1.50", "1.50", False), ("１２", "12", False), ("1,200.5", "1200.5", False), ("-3", "-3", False),
        ("2e-3", "0.002", False), ("<0.01", "0.01", True), ("＜0.01", "0.01", True), ("0.004L", "0.004", True),
    ],
)  # fmt: skip
def test_figures(text: str, amount: str, is_below: bool) -> None:
    found = read_figure(text)
    assert (found.amount, found.is_below) == (Decimal(amount), is_below)


@pytest.mark.parametrize("text", ["L", "<", "1.2.3", "12 mg", "1,2", "inf", "十", "--5"])
def test_what_is_no_figure(text: str) -> None:
    with pytest.raises(ValueError, match="not a figure"):
        read_figure(text)


@pytest.mark.parametrize(
    "text", ["2020-03-26", "2020/3/26", "2020年3月26日", "20200326", "2020.03.26", "2020-03-26T18:00"]
)
def test_days(text: str) -> None:
    assert read_day(text) == date(2020, 3, 26)


@pytest.mark.parametrize("text", ["02-04 11:00", "2020-13-01", "2020-02-30", "yesterday", "2020", "2020-03-26x"])
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_day(text)


@pytest.mark.parametrize(
    ("text", "hour"), [("8", 8), ("08", 8), ("08:00", 8), ("8时", 8), ("24", 24), ("0", 0), ("8.0", 8)]
)
def test_hours(text: str, hour: int) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["25", "-1", "noon", "8.5"])
def test_what_is_no_hour(text: str) -> None:
    with pytest.raises(ValueError, match="not an hour"):
        read_hour(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2020-03-26 18:00", 18),
        ("2020-03-26T18:00:00+08:00", 18),
        ("20200326 18", 18),
        ("2020年3月26日 18时", 18),
        ("2020-03-26", None),
    ],
)
def test_times(text: str, hour: int | None) -> None:
    assert read_time(text) == (date(2020, 3, 26), hour, 0)
    assert read_time("2020-03-26 18:05") == (date(2020, 3, 26), 18, 5)


def test_flags() -> None:
    assert [read_flag(text) for text in ("是", "Yes", "1", "否", "false", "0")] == [True] * 3 + [False] * 3
    with pytest.raises(ValueError, match="neither"):
        read_flag("perhaps")


@given(st.text(max_size=30), st.sampled_from([read_figure, read_day, read_hour, read_time, read_flag]))
def test_no_text_raises_anything_but_value_error(text: str, read: object) -> None:
    assert callable(read)
    with suppress(ValueError):  # any other exception fails the test
        read(text)
