"""The fan: opens with the years, holds its middle, and never passes a ceiling."""

import pytest

from lantu.judge.trend.fan import find_width, open_fan
from lantu.judge.trend.widths import SHARES, WIDTHS

FIGURES = (100.0, 104.0, 110.0, 113.0)


def test_the_ends_lie_about_the_middle_and_open() -> None:
    fan = open_fan(FIGURES, 4)
    ends = [(fan.figure_at(year, -0.8), fan.figure_at(year, 0), fan.figure_at(year, 0.8)) for year in range(1, 5)]
    assert all(low < middle < high for low, middle, high in ends)
    widths = [high / low for low, _, high in ends]
    assert widths == sorted(widths)
    assert fan.figure_at(2, 0.95) > fan.figure_at(2, 0.8)


def test_a_ceiling_holds() -> None:
    fan = open_fan((95.0, 97.0, 99.0), 5, ceiling=100.0)
    assert fan.figure_at(5, 0.95) == 100.0
    assert fan.figure_at(5, -0.95) < 99


def test_only_the_last_fifteen_years_count() -> None:
    later = [100 * 1.03**year for year in range(15)]
    assert open_fan([9999.0, 1.0, *later], 1).middles == open_fan(later, 1).middles


def test_a_change_of_unit_scales_the_fan() -> None:
    fan, scaled = open_fan(FIGURES, 3), open_fan([x * 1e4 for x in FIGURES], 3)
    for place in (-0.95, 0.0, 0.8):
        assert scaled.figure_at(3, place) == pytest.approx(1e4 * fan.figure_at(3, place))


def test_widths_between_the_shares_of_the_table() -> None:
    row = WIDTHS["average"][0]
    at = SHARES.index(0.8)
    assert find_width("average", 1, 0.8) == row[at]
    assert find_width("average", 1, 0.85) == pytest.approx((row[at] + row[at + 1]) / 2)
    assert find_width("average", 1, 0.0) == 0
    assert find_width("average", 1, 1.0) == row[-1]


def test_a_wild_series_stays_a_number() -> None:
    assert open_fan((1e-9, 1e9, 1e-9), 10).figure_at(10, 0.98) < 1e30
