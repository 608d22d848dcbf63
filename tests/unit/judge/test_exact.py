"""Roots are exact where decimals are; figures keep their digits whatever context the caller is in."""

from decimal import Decimal, localcontext
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lantu.judge.exact import raise_ratio, to_decimal, to_fraction


def test_roots_that_have_an_end_are_exact() -> None:
    assert raise_ratio(Fraction("1.21"), Fraction(1, 2)) == Decimal("1.1")
    assert raise_ratio(Fraction("1.1") ** 5, Fraction(1, 5)) == Decimal("1.1")


def test_nothing_and_one_stay() -> None:
    assert raise_ratio(Fraction(0), Fraction(5, 2)) == 0
    assert raise_ratio(Fraction(1), Fraction(5, 2)) == 1


def test_roots_beyond_floats_and_roots_of_days() -> None:
    assert raise_ratio(Fraction(10) ** 40, Fraction(10)) == Decimal(10) ** 400
    small = raise_ratio(Fraction(1, 10**8), Fraction(2))
    assert small == Decimal("1e-16")
    half = raise_ratio(Fraction("1.07") ** 2, Fraction(365, 730))
    assert half == Decimal("1.07")


def test_decimals_are_exact_where_they_can_be() -> None:
    assert to_decimal(Fraction(2, 5)) == Decimal("0.4")
    assert to_decimal(Fraction(0)) == 0
    assert to_decimal(None) is None


@given(st.fractions(min_value=Fraction(1, 1000), max_value=1000), st.integers(1, 12))
def test_a_root_is_the_one_long_arithmetic_finds(ratio: Fraction, degree: int) -> None:
    with localcontext() as context:
        context.prec = 60
        wanted = (Decimal(ratio.numerator) / Decimal(ratio.denominator)) ** (Decimal(1) / degree)
    assert abs(raise_ratio(ratio, Fraction(1, degree)) - wanted) <= Decimal(1).scaleb(-29)


def test_a_caller_with_few_digits_gets_them_all() -> None:
    with localcontext() as context:
        context.prec = 4
        assert to_decimal(Fraction(1, 3)) == Decimal("0.3333333333333333333333333333")
        assert raise_ratio(Fraction("1.4641"), Fraction(1, 4)) == Decimal("1.1")


def test_equal_decimals_are_one_fraction() -> None:
    assert to_fraction(Decimal("1.50")) == to_fraction(Decimal("1.5")) == Fraction(3, 2)
