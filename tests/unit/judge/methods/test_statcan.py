"""The ratio of the growth so far to the growth required, and where it is refused."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.core.definition import Direction
from lantu.core.method import Refusal
from lantu.judge.methods.statcan import ask_statcan, find_ratio
from tests.unit.judge.methods.questions import ask

ONE_YEAR = {"years_gone": Fraction(1), "years_given": 1}
"""With one year each the ratio is plain: 100 → 110 promised, so 1 is a tenth of the way."""


@pytest.mark.parametrize(
    ("latest", "word"),
    [
        ("109.5", "on track"),
        ("109.4999", "moderate"),
        ("106", "moderate"),
        ("105.9999", "limited"),
        ("100", "limited"),
        ("99.9999", "deterioration"),
    ],
)
def test_edges_belong_to_the_better_word(latest: str, word: str) -> None:
    opinion = ask_statcan(ask("100", latest, "110", **ONE_YEAR))
    assert opinion.klass == word
    assert opinion.is_enough is (word == "on track")


def test_the_margin_is_the_way_to_the_nearest_edge() -> None:
    opinion = ask_statcan(ask("100", "109", "110", **ONE_YEAR))
    assert opinion.figures == {"ratio": Decimal("0.9")}
    assert opinion.margin == Decimal("0.05")


def test_growth_exactly_as_required_is_one() -> None:
    assert find_ratio(ask("100", "121", "161.051")) == 1


def test_less_is_good() -> None:
    assert find_ratio(ask("100", "95", "90", way=Direction.DOWN, **ONE_YEAR)) == Decimal("0.5")
    assert find_ratio(ask("100", "105", "90", way=Direction.DOWN, **ONE_YEAR)) == Decimal("-0.5")


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        (("0", "3", "5"), Refusal.ZERO_BASE),
        (("-5", "-3", "5"), Refusal.NEGATIVE_BASE),
        (("5", "-1", "10"), Refusal.SIGN_CHANGE),
        (("5", "3", "0"), Refusal.ZERO_TARGET),
        ((None, "3", "5"), Refusal.NO_BASE),
        (("5", "3", None), Refusal.HELD),
    ],
)
def test_refused_rather_than_mended(figures: tuple[str | None, str, str | None], reason: Refusal) -> None:
    opinion = ask_statcan(ask(*figures))
    assert opinion.refused is reason
    assert opinion.figures == {}


def test_rates_have_no_rate_of_growth() -> None:
    assert ask_statcan(ask(is_rate=True)).refused is Refusal.GROWTH_SERIES


def test_reached_is_achieved_whatever_the_figures() -> None:
    opinion = ask_statcan(ask("0", "7", "5", is_reached=True))
    assert (opinion.klass, opinion.is_enough, opinion.figures, opinion.margin) == ("achieved", True, {}, None)
    known = ask_statcan(ask("100", "112", "110", is_reached=True, **ONE_YEAR))
    assert known.figures == {"ratio": Decimal("1.2")}
