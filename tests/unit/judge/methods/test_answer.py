"""Refusals name what is wrong with the figures; figures keep their digits."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.core.method import Method, Refusal
from lantu.judge.methods.answer import answer, distance_to_edge, refuse, refuse_growth_rate


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
    assert distance_to_edge(Decimal("0.9"), edges) == Decimal("0.05")


def test_figures_that_are_not_there_are_left_out() -> None:
    opinion = answer(Method.ESCAP, "maintain", is_enough=True, figures=(("current", None), ("gap", Decimal(0))))
    assert opinion.figures == {"gap": Decimal(0)}
    assert opinion.margin is None


def test_a_refusal_has_no_word() -> None:
    opinion = refuse(Method.UNSD, Refusal.NO_BASE)
    assert (opinion.klass, opinion.is_enough, opinion.figures) == ("", False, {})
