"""Chinese numerals of figures."""

from decimal import Decimal

import pytest

from lantu.read.quantity_numerals import read_fraction, read_integer, read_numeral


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10), ("十五", 15), ("二十", 20), ("一百零三", 103), ("两千五百", 2500), ("三万", 30000),
        ("一亿二千万", 120000000), ("二〇三五", 2035),
    ],
)  # fmt: skip
def test_integers(words: str, number: int) -> None:
    assert read_integer(words) == number


@pytest.mark.parametrize("words", ["", "甲", "三角"])
def test_what_is_no_numeral(words: str) -> None:
    assert read_integer(words) is None


@pytest.mark.parametrize(
    ("words", "value", "magnitude"),
    [("百", 100, ""), ("百万", 100, "万"), ("千亿", 1000, "亿"), ("万", 1, "万"), ("五千万", 5000, "万")],
)
def test_round_numerals_keep_their_magnitude(words: str, value: int, magnitude: str) -> None:
    assert read_numeral(words) == (Decimal(value), magnitude)


def test_several_hundred_is_no_number() -> None:
    assert read_numeral("数百") == (None, "")


@pytest.mark.parametrize(
    ("above", "below", "value"),
    [
        ("二", "三", "0.6666666667"),
        ("一", "四", "0.25"),
        ("六十", "百", "60"),
        ("三点五", "百", "3.5"),
        ("85", "百", "85"),
    ],
)
def test_fractions(above: str, below: str, value: str) -> None:
    assert read_fraction(above, below) == Decimal(value)


def test_a_fraction_of_nothing() -> None:
    assert read_fraction("一", "零") is None
