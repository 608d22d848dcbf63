"""Ways to continue a series: what each says of a straight line, a standstill and a bent one."""

import pytest

from lantu.judge.trend.methods import WAYS

LINE = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
STILL = (3.0,) * 6
SIMPLE = ("last", "drift", "damped", "recent", "median", "average")


@pytest.mark.parametrize("way", WAYS)
def test_a_standstill_goes_on(way: str) -> None:
    assert WAYS[way](STILL, 3) == pytest.approx([3.0, 3.0, 3.0], abs=1e-6)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("last", [6, 6]),
        ("drift", [7, 8]),
        ("median", [7, 8]),
        ("damped", [6.85, 7.5725]),
        ("recent", [6.85, 7.5725]),
        ("average", [6.616667, 7.190833]),
    ],
)
def test_a_line_goes_on_as_the_way_says(way: str, told: list[float]) -> None:
    assert WAYS[way](LINE, 2) == pytest.approx(told, abs=1e-5)


def test_the_median_is_not_moved_by_one_year_that_went_astray() -> None:
    astray = (1.0, 2.0, 30.0, 4.0, 5.0, 6.0, 7.0)
    assert WAYS["median"](astray, 1) == pytest.approx([8.0], abs=0.3)


@pytest.mark.parametrize("way", ["smooth", "theta"])
def test_the_fitted_ways_follow_a_line_upwards(way: str) -> None:
    told = WAYS[way](LINE, 3)
    assert told[0] > 6
    assert told == sorted(told)


@pytest.mark.parametrize("way", SIMPLE)
def test_two_points_are_enough_to_run_a_simple_way(way: str) -> None:
    assert len(WAYS[way]((1.0, 2.0), 4)) == 4
