"""Straying: that of the series, mixed with the usual."""

import math

import pytest

from lantu.judge.trend.spread import USUAL, measure_spread, to_logs


def test_a_steady_series_strays_less_than_usual_but_not_at_all_is_not_believed() -> None:
    steady = to_logs([100 * 1.05**year for year in range(10)])
    assert 0 < measure_spread(steady) < USUAL


def test_few_points_are_drawn_to_the_usual_more_than_many() -> None:
    def sway(count: int) -> float:
        return measure_spread([0.2 * (-1) ** year for year in range(count)])

    assert abs(sway(4) - USUAL) < abs(sway(12) - USUAL)


def test_a_change_of_unit_changes_nothing() -> None:
    figures = [3.0, 4.0, 3.5, 5.0]
    assert measure_spread(to_logs(figures)) == pytest.approx(measure_spread(to_logs([x * 10000 for x in figures])))


def test_by_hand() -> None:
    # changes 0.1 and 0.3 about 0.2: squares 0.02; one free, two usual of 0.05 squared
    assert measure_spread([0.0, 0.1, 0.4]) == pytest.approx(math.sqrt((0.02 + 2 * 0.0025) / 3))


@pytest.mark.parametrize("figure", [0.0, -1.0])
def test_what_has_no_logarithm_is_refused(figure: float) -> None:
    with pytest.raises(ValueError, match=r"domain|positive"):
        to_logs([1.0, figure])
