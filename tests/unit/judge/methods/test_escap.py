"""Current status and anticipated gap with a straight line as the forecast."""

from decimal import Decimal

import pytest

from lantu.core.definition import Direction
from lantu.core.method import Refusal
from lantu.judge.methods.escap import ask_escap
from tests.unit.judge.methods.questions import ask


@pytest.mark.parametrize(
    ("latest", "gap", "word"),
    [
        ("120", "0", "maintain"),
        ("118", "10", "maintain"),
        ("117.99", "10.05", "accelerate"),
        ("100", "100", "accelerate"),
        ("99.99", "100.05", "reverse"),
        ("130", "0", "maintain"),
    ],
)
def test_two_of_five_years(latest: str, gap: str, word: str) -> None:
    opinion = ask_escap(ask(latest=latest))
    assert opinion.figures["gap"] == Decimal(gap)
    assert (opinion.klass, opinion.is_enough) == (word, word == "maintain")


def test_ten_is_there_and_negative_is_regression() -> None:
    assert ask_escap(ask(latest="150", is_reached=True)).figures["current"] == 10
    assert ask_escap(ask(latest="95")).figures["current"] == -1


def test_less_is_good_and_a_base_of_zero_is_a_base() -> None:
    assert ask_escap(ask("28", "26", "24", way=Direction.DOWN)).figures["current"] == 5
    assert ask_escap(ask("0", "1", "10")).refused is Refusal.NONE


def test_reached_has_no_gap_though_the_line_of_a_late_year_falls_short() -> None:
    late = ask_escap(ask("100", "150", "150", years_gone=ask().years_gone * 3, is_reached=True))
    assert (late.figures["gap"], late.klass, late.margin) == (0, "maintain", None)


@pytest.mark.parametrize(("base", "goal", "reason"), [(None, "150", "no_base"), ("100", None, "held")])
def test_refused_without_a_way(base: str | None, goal: str | None, reason: str) -> None:
    assert ask_escap(ask(base, "120", goal)).refused is Refusal(reason)
