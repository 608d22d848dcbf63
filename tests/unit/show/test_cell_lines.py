"""Computed figures as lines: units by what a step does, days from addresses."""

from datetime import date

import pytest

from lantu.run.pack_steps import step_packs
from lantu.show.cell_lines import find_unit, read_day


@pytest.mark.parametrize(
    ("pack", "step", "item", "unit"),
    [
        ("air", "city_year", "pm25", "微克/立方米"),
        ("air", "station_day", "co", "mg/m3"),
        ("air", "city_iaqi", "pm25", ""),
        ("air", "city_good_year", "aqi", "%"),
        ("traffic", "city_slowness", "speed", ""),
        ("traffic", "city_peak", "speed", "公里/小时"),
    ],
)
def test_the_unit_is_that_of_the_figure_not_of_the_reading(pack: str, step: str, item: str, unit: str) -> None:
    found = step_packs()[pack]
    assert find_unit(found, next(s for s in found.steps if s.name == step), item) == unit


def test_a_day_that_is_none_is_the_default() -> None:
    assert read_day("2026-02-31", date(2026, 1, 1)) == date(2026, 1, 1)
    assert read_day("2026-02-28", date(2026, 1, 1)) == date(2026, 2, 28)
