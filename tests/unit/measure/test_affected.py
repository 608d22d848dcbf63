"""What a change reaches, in cells."""

from datetime import UTC, date, datetime

from lantu.core.step import By, Over, Step
from lantu.measure.affected import Change, cells_above, cells_of_changes, index_places, lift_period, span_period
from lantu.measure.calendar import number_period

DAY = Step("air", "day", ("observations",), ("pm25",), Over.TIME, By.MEAN, "day", 3, hours="end")
CITY = Step("air", "city", ("day",), ("pm25",), Over.PLACES, By.MEAN, "day", 3, levels=("county", "prefecture"))
YEAR = Step(
    "air",
    "year",
    ("city", "dust"),
    ("pm25", "co"),
    Over.TIME,
    By.MEAN,
    "year",
    3,
    parts={"left_out": "dust_day", "left_out_of": "pm25"},
)
PLACES = index_places([("s", "county", "330411"), ("s", "prefecture", "330400"), ("s", "county", "330411")])
NONE = index_places([])


def test_readings_reach_the_days_that_their_hours_belong_to() -> None:
    midnight = datetime(2024, 3, 1, 16, tzinfo=UTC)  # 00:00 of the second in China: the last hour of the first
    day = number_period(date(2024, 3, 1), "day")
    assert cells_of_changes(DAY, [Change("air/pm25/s", midnight, midnight)]) == {("pm25", "s", day)}
    later = datetime(2024, 3, 2, 16, 30, tzinfo=UTC)
    assert cells_of_changes(DAY, [Change("air/pm25/s", midnight, later)]) == {("pm25", "s", day + n) for n in range(3)}
    assert not cells_of_changes(DAY, [Change("air/o3/s", midnight, later), Change("water/pm25/s", midnight, later)])


def test_days_reach_the_places_above_and_the_year() -> None:
    day = number_period(date(2024, 3, 1), "day")
    reached = cells_above(CITY, "day", frozenset({("pm25", "s", day), ("pm25", "elsewhere", day)}), PLACES)
    assert reached == {("pm25", "330411", day), ("pm25", "330400", day)}
    assert cells_above(YEAR, "day", reached, NONE) == {("pm25", "330411", 2024), ("pm25", "330400", 2024)}


def test_a_day_of_dust_reaches_the_items_it_is_left_out_of() -> None:
    day = number_period(date(2024, 3, 1), "day")
    assert cells_above(YEAR, "day", frozenset({("dust_day", "330411", day)}), NONE) == {("pm25", "330411", 2024)}


def test_items_that_become_one_reach_it() -> None:
    index = Step("air", "aqi", ("iaqi",), ("pm25", "co"), Over.ITEMS, By.MAX, "day", 1, into="aqi")
    assert cells_above(index, "day", frozenset({("co", "s", 1), ("so2", "s", 1)}), NONE) == {("aqi", "s", 1)}


def test_periods_within_and_above() -> None:
    assert lift_period(number_period(date(2024, 2, 29), "day"), "day", "month") == 2024 * 12 + 1
    assert span_period(2024 * 12 + 1, "month", "day") == (
        number_period(date(2024, 2, 1), "day"),
        number_period(date(2024, 2, 29), "day"),
    )
    assert span_period(0, "day", "hour") == (0, 23)
