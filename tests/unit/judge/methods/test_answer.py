"""Roots are exact where decimals are, and refusals name what is wrong with the figures."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.core.method import Method, Refusal
from lantu.judge.methods.answer import answer, distance_to_edge, divide, raise_ratio, refuse, refuse_growth_rate


def test_roots_that_have_an_end_are_exact() -> None:
    assert raise_ratio(Fraction("1.21"), Fraction(1, 2)) == Decimal("1.1")
    assert raise_ratio(Fraction("1.1") ** 5, Fraction(1, 5)) == Decimal("1.1")


def test_nothing_and_one_stay() -> None:
    assert raise_ratio(Fraction(0), Fraction(5, 2)) == 0
    assert raise_ratio(Fraction(1), Fraction(5, 2)) == 1


@pytest.mark.parametrize(
    ("figures", "is_rate", "reason"),
    [
        ((0, 3, 5), False, Refusal.ZERO_BASE),
        ((-2, 3, 5), False, Refusal.NEGATIVE_BASE),
        ((2, -3, 5), False, Refusal.SIGN_CHANGE),
        ((2, 3, -5), False, Refusal.SIGN_CHANGE),
        ((2, 3, 5), True, Refusal.GROWTH_SERIES),
        ((2, 0, 0), False, Refusal.NONE),
    ],
)
def test_no_growth_rate_from_these(figures: tuple[int, int, int], is_rate: bool, reason: Refusal) -> None:
    base, latest, goal = (Fraction(figure) for figure in figures)
    assert refuse_growth_rate(base, latest, goal, is_rate=is_rate) is reason


def test_the_nearest_edge_counts() -> None:
    edges = (Decimal("0.95"), Decimal("0.6"))
    assert distance_to_edge(Fraction("0.9"), edges) == distance_to_edge(Decimal("0.9"), edges) == Decimal("0.05")


def test_a_quotient_of_fractions_and_decimals() -> None:
    assert divide(Decimal("0.1"), Fraction(1, 3)) == Decimal("0.3000000000000000000000000000")
    assert divide(Decimal(1), Decimal(8)) == Decimal("0.125")


def test_roots_beyond_floats_and_roots_of_days() -> None:
    assert raise_ratio(Fraction(10) ** 40, Fraction(10)) == Decimal(10) ** 400
    small = raise_ratio(Fraction(1, 10**8), Fraction(2))
    assert small == Decimal("1e-16")
    half = raise_ratio(Fraction("1.07") ** 2, Fraction(365, 730))
    assert half == Decimal("1.07")


def test_figures_that_are_not_there_are_left_out() -> None:
    opinion = answer(Method.ESCAP, "maintain", is_enough=True, figures=(("current", None), ("gap", Fraction(0))))
    assert opinion.figures == {"gap": Decimal(0)}
    assert opinion.margin is None


def test_a_refusal_has_no_word() -> None:
    opinion = refuse(Method.UNSD, Refusal.NO_BASE)
    assert (opinion.klass, opinion.is_enough, opinion.figures) == ("", False, {})
