"""The growth so far, carried to the target year, against the way promised."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.core.method import Refusal
from lantu.judge.methods.unsd import ask_unsd, find_ratio
from tests.unit.judge.methods.questions import ask

ONE_YEAR = {"years_gone": Fraction(1), "years_given": 1}


@pytest.mark.parametrize(
    ("latest", "score"), [("109.5", "3"), ("109.4999", "2"), ("101", "2"), ("100.9999", "1"), ("90", "1")]
)
def test_edges_belong_to_the_better_score(latest: str, score: str) -> None:
    opinion = ask_unsd(ask("100", latest, "110", **ONE_YEAR))
    assert opinion.klass == score
    assert opinion.is_enough is (score == "3")


def test_growth_is_carried_on() -> None:
    # 10 % a year for two years makes 161.051 after five
    assert find_ratio(ask("100", "121", "161.051")) == 1


def test_a_later_year_is_carried_back() -> None:
    # 12.1 % of growth in two years are 10 % after one, the year that was due
    assert find_ratio(ask("100", "121", "110", years_gone=Fraction(2), years_given=1)) == 1


def test_a_target_of_zero_can_be_approached() -> None:
    assert find_ratio(ask("100", "50", "0", **ONE_YEAR)) == Decimal("0.5")


@pytest.mark.parametrize(
    ("figures", "reason"),
    [
        (("0", "3", "5"), Refusal.ZERO_BASE),
        (("-5", "-3", "5"), Refusal.NEGATIVE_BASE),
        (("5", "-1", "10"), Refusal.SIGN_CHANGE),
        ((None, "3", "5"), Refusal.NO_BASE),
        (("5", "3", None), Refusal.HELD),
    ],
)
def test_refused_rather_than_mended(figures: tuple[str | None, str, str | None], reason: Refusal) -> None:
    assert ask_unsd(ask(*figures)).refused is reason


def test_rates_have_no_rate_of_growth() -> None:
    assert ask_unsd(ask(is_rate=True)).refused is Refusal.GROWTH_SERIES


def test_reached_scores_three_without_a_base() -> None:
    opinion = ask_unsd(ask(None, "7", "5", is_reached=True))
    assert (opinion.klass, opinion.is_enough, opinion.figures) == ("3", True, {})


def test_growth_beyond_all_measure_is_still_an_answer() -> None:
    leap = ask_unsd(ask("0.01", "100000", "1000000", years_gone=Fraction(1), years_given=15))
    assert leap.klass == "3"
