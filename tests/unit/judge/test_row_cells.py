"""Cells are read for certain or not at all."""

from decimal import Decimal

import pytest

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.target import Form
from lantu.judge import row_cells
from lantu.judge.row_cells import RowFigure


@pytest.mark.parametrize(
    ("text", "amount", "is_percent", "bound"),
    [
        ("3.40", "3.40", False, "="),
        (" 1,234.5 ", "1234.5", False, "="),
        ("−3", "-3", False, "="),
        ("７２％", "72", True, "="),
        ("<5.5", "5.5", False, "<"),
        ("≥10", "10", False, ">="),
        ("0", "0", False, "="),
    ],
)
def test_figure(text: str, amount: str, is_percent: bool, bound: str) -> None:
    assert row_cells.read_figure(text) == RowFigure(Decimal(amount), is_percent, Comparator(bound))


@pytest.mark.parametrize("text", ["", "abc", "1,5", "1 2 3.4.5", "nan", "inf", "1e99", "7左右", "2-3"])
def test_what_is_no_figure(text: str) -> None:
    with pytest.raises(ValueError, match="a number"):
        row_cells.read_figure(text)


@pytest.mark.parametrize("text", ["2-3", "2~3", "2～3", "2—3", "2至3", "3-2"])
def test_range(text: str) -> None:
    assert row_cells.read_range(text) == RowFigure(Decimal(2), is_percent=False, upper=Decimal(3))


def test_range_in_percent_and_below_zero() -> None:
    assert row_cells.read_range("60%~70%") == RowFigure(Decimal(60), is_percent=True, upper=Decimal(70))
    assert row_cells.read_range("-2~-1") == RowFigure(Decimal(-2), is_percent=False, upper=Decimal(-1))


def test_one_end_is_no_range() -> None:
    with pytest.raises(ValueError, match="both ends"):
        row_cells.read_range("5")


@pytest.mark.parametrize(("text", "share"), [("0.02", "0.02"), ("2%", "0.02"), ("0", "0")])
def test_tolerance(text: str, share: str) -> None:
    assert row_cells.read_tolerance(text) == Decimal(share)


@pytest.mark.parametrize("text", ["2", "-0.1", "about", "<0.1", "100%"])
def test_what_is_no_tolerance(text: str) -> None:
    with pytest.raises(ValueError, match="a share"):
        row_cells.read_tolerance(text)


def test_year() -> None:
    assert row_cells.read_year("2027年") == row_cells.read_year(" 2027 ") == 2027


@pytest.mark.parametrize("text", ["27", "2027-06", "0000", "9999", "soon"])
def test_what_is_no_year(text: str) -> None:
    with pytest.raises(ValueError, match="a year"):
        row_cells.read_year(text)


def test_form_and_direction() -> None:
    assert row_cells.read_form(" Level ") is Form.LEVEL
    assert row_cells.read_direction("UP") is Direction.UP
    assert row_cells.read_direction("—") is Direction.NONE
    with pytest.raises(ValueError, match="level, growth, cut, sum, floor, ceiling, about, range"):
        row_cells.read_form("relative")
    with pytest.raises(ValueError, match="up or down"):
        row_cells.read_direction("sideways")
