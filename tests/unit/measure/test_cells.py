"""Cells go into longer periods and larger places."""

from datetime import date

from lantu.core.step import By, Over, Step
from lantu.measure.calendar import number_period
from lantu.measure.cells import CELLS, cells_table, lift_periods, lift_places, places_table, readings_table
from tests.unit.measure.air_days import places_table as make_places
from tests.unit.measure.cell_tables import run


def test_a_day_lies_in_its_month_and_year() -> None:
    rows = [("x", "p", number_period(date(2024, 2, 29), "day"), 5)]
    assert run(lambda t: lift_periods(t, "day", "month").select("period"), rows) == [{"period": 2024 * 12 + 1}]
    assert run(lambda t: lift_periods(t, "day", "year").select("period", "month"), rows) == [
        {"period": 2024, "month": 2024 * 12 + 1}
    ]
    assert run(lambda t: lift_periods(t, "hour", "day").select("period"), [("x", "p", 49, 1)]) == [{"period": 2}]


def test_a_place_lies_in_one_of_each_level() -> None:
    places = make_places(
        [("s", "county", "330411", ""), ("s", "prefecture", "330400", ""), ("s", "province", "330000", "")]
    )
    found = run(
        lambda t: lift_places(t, places_table(), ("county", "prefecture")).select("place", "part"),
        [("x", "s", 1, 1)],
        places,
    )
    assert found == [{"place": "330400", "part": "s"}, {"place": "330411", "part": "s"}]


def test_tables_are_known_by_name() -> None:
    step = Step("noise", "day", ("observations",), ("level",), Over.TIME, By.MEAN, "day", 2)
    assert cells_table(step).get_name() == "measure_noise__day"
    assert cells_table(step).schema() == CELLS
    assert readings_table().get_name() == "readings"
