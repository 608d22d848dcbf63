"""The straight line: share of the way against share of the time."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.core.definition import Direction
from lantu.core.method import Refusal
from lantu.judge.methods.linear import ask_linear
from tests.unit.judge.methods.questions import ask


@pytest.mark.parametrize(
    ("latest", "word", "margin"),
    [("120", "on_course", "0"), ("119.9", "behind", "0.002"), ("130", "on_course", "0.2"), ("90", "behind", "0.6")],
)
def test_two_of_five_years(latest: str, word: str, margin: str) -> None:
    opinion = ask_linear(ask(latest=latest))
    assert opinion.klass == word
    assert opinion.is_enough is (word == "on_course")
    assert opinion.margin == Decimal(margin)
    assert opinion.figures["elapsed"] == Decimal("0.4")


def test_zero_and_negative_figures_have_a_way_too() -> None:
    assert ask_linear(ask("0", "1", "4")).figures["done"] == Decimal("0.25")
    assert ask_linear(ask("-4", "0", "4")).figures["done"] == Decimal("0.5")
    down = ask_linear(ask("28", "26", "24", way=Direction.DOWN))
    assert down.figures["done"] == Decimal("0.5")


def test_reached_is_met_and_due_is_missed() -> None:
    assert ask_linear(ask(latest="150", is_reached=True)).klass == "met"
    due = ask_linear(ask(latest="149", is_due=True, years_gone=Fraction(6)))
    assert (due.klass, due.is_enough, due.margin) == ("missed", False, None)
    assert due.figures["elapsed"] == 1


@pytest.mark.parametrize(("base", "goal", "reason"), [(None, "150", "no_base"), ("100", None, "held")])
def test_refused_without_a_way(base: str | None, goal: str | None, reason: str) -> None:
    assert ask_linear(ask(base, "120", goal)).refused is Refusal(reason)
