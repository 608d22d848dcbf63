"""What the chart draws."""

from dataclasses import replace
from datetime import date

import pytest

from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.time import Period, parse_period
from lantu.show.chart_data import build_chart, place_on_axis
from lantu.store.fetch.standings import targets_for
from tests.unit.show.city import DEFINITIONS, City
from tests.unit.show.test_figures import GDP


@pytest.mark.parametrize(("period", "x"), [("2024", 2024), ("2021-Q2", 2020.496), ("2025-01/11", 2024.915)])
def test_periods_on_the_axis(period: str, x: float) -> None:
    assert place_on_axis(parse_period(period)) == x


def test_the_end_of_a_part_lies_before_the_end_of_the_year() -> None:
    assert place_on_axis(Period(date(2025, 1, 1), date(2025, 12, 30))) < 2025


def test_points_and_promises(city: City) -> None:
    bound = replace(GDP, period=parse_period("2024"), bound=Comparator.LESS_THAN)
    chart = build_chart(DEFINITIONS[0], [GDP, bound], targets_for("gdp"))
    assert chart is not None
    assert (chart["first"], chart["last"], chart["unit"]) == (2020, 2025, "亿元")
    assert [p["x"] for p in chart["points"]] == [2024, 2025]
    assert chart["points"][1]["preliminary"]
    assert chart["points"][0]["bound"]
    (promise,) = chart["promises"]
    assert (promise["base"], promise["goal"], promise["due"], promise["threshold"]) == (5509.5, 9000, 2025, False)


def test_another_dimension_is_not_drawn() -> None:
    assert build_chart(DEFINITIONS[0], [replace(GDP, quantity=make_quantity("5", "万人"))], []) is None
