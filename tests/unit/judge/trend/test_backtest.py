"""The back-test, on series whose answers are known."""

import math

import pytest

from lantu.judge.trend.backtest import Trial, find_widths, mean_error, measure_coverage, try_way


def trial(series: str, error: float, horizon: int = 1) -> Trial:
    return Trial(series, 5, horizon, error, 1.0)


def test_the_last_figure_misses_a_steady_growth_by_that_growth() -> None:
    figures = [100 * math.exp(0.1 * year) for year in range(6)]
    trials = try_way("s", figures, "last", 3, 2)
    assert [(t.horizon, round(t.error, 9)) for t in trials] == [(1, 0.1), (2, 0.2), (1, 0.1), (2, 0.2), (1, 0.1)]
    assert mean_error(try_way("s", figures, "drift", 3, 2)) == pytest.approx(0, abs=1e-12)


def test_a_series_too_short_gives_no_trial() -> None:
    assert try_way("s", [1.0, 2.0, 3.0], "last", 3, 5) == []


def test_each_series_weighs_the_same() -> None:
    trials = [trial("many", 1.0) for _ in range(9)] + [trial("one", 4.0)]
    assert mean_error(trials) == 2.5
    assert find_widths(trials, [0.5, 0.9]) == [1.0, 4.0]
    assert measure_coverage(trials, {1: 2.0}) == 0.5


def test_a_width_is_measured_in_spreads() -> None:
    assert Trial("s", 5, 1, -0.3, 0.1).scaled == pytest.approx(3.0)


def test_coverage_takes_the_width_of_the_horizon() -> None:
    trials = [trial("s", 1.5, 1), trial("s", 1.5, 2)]
    assert measure_coverage(trials, {1: 1.0, 2: 2.0}) == 0.5
