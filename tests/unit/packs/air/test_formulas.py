"""Formulas of the air, alone: tables' ends, windows of ozone, years."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.absence import Absence
from lantu.packs.air.formulas import (
    compute_annual_mean,
    compute_aqi_of_hours,
    compute_city_aqi,
    compute_good_day_ratio,
    compute_hourly_aqi,
    compute_iaqi,
    find_largest_8h,
)
from lantu.packs.rows import InputRow
from lantu.packs.rulebook import RuleBook
from lantu.run.pack_folders import find_packs, load_pack

OLD, NEW = date(2021, 7, 1), date(2026, 7, 1)
CLEAN = {"so2": 6, "no2": 20, "co": "0.5", "o3": 80, "o3_8h": 80, "pm10": 40, "pm25": 20}


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return load_pack(find_packs()["air"]).pack.rules


def make_row(day: date = OLD, number: int = 0, hour: int | None = None, **amounts: object) -> InputRow:
    figures = {name: Decimal(str(amount)) for name, amount in {**CLEAN, **amounts}.items() if amount is not None}
    return InputRow(number, figures, day=day, hour=hour)


@pytest.mark.parametrize(
    ("pollutant", "averaging", "amount", "old", "new"),
    [
        ("PM2.5", "day", "75", "100", "114"), ("PM10", "day", "150", "100", "112"), ("PM2.5", "hour", "60", "82", "100"),
        ("CO", "day", "2.2", "55", "55"), ("CO", "hour", "2.25", "22", "22"), ("SO2", "day", "475", "150", "150"),
        ("PM2.5", "day", "501", "500", "500"), ("PM2.5", "day", "0", "0", "0"), ("PM2.5", "day", "35.5", "52", "52"),
        ("SO2", "hour", "801", None, "200"), ("O3", "day", "801", None, "300"), ("O3", "hour", "1300", "500", "500"),
    ],
)  # fmt: skip
def test_indices_by_both_editions(
    rules: RuleBook, pollutant: str, averaging: str, amount: str, old: str | None, new: str | None
) -> None:
    for day, wanted in ((OLD, old), (NEW, new)):
        found = compute_iaqi(pollutant, Decimal(amount), averaging, day, rules)
        assert found == (None if wanted is None else Decimal(wanted))


def test_above_the_table_the_others_still_make_the_index(rules: RuleBook) -> None:
    outcome = compute_hourly_aqi(make_row(so2=900, pm25=60), rules)
    assert outcome.value == 82
    assert [d.code for d in outcome.diagnostics] == ["P033"]


def test_particles_by_setting_from_the_moving_mean(rules: RuleBook) -> None:
    row = make_row(pm25=20, pm25_24h=60, pm10_24h=50)
    assert compute_hourly_aqi(row, rules).value == 40
    moving = rules.choose({"real_time_particles": "moving_24h"})
    assert compute_hourly_aqi(row, moving).value == 82
    assert compute_hourly_aqi(replace(row, day=NEW), moving).value == 40


def hours(o3: Mapping[int, int]) -> list[InputRow]:
    return [make_row(number=i, hour=hour, o3=amount) for i, (hour, amount) in enumerate(o3.items())]


def test_largest_8h_needs_six_hours_of_eight_and_fourteen_means(rules: RuleBook) -> None:
    whole = dict.fromkeys(range(1, 25), 60) | dict.fromkeys(range(13, 21), 140)
    assert find_largest_8h(hours(whole), OLD, rules) == 140
    gaps = {hour: amount for hour, amount in whole.items() if hour not in (13, 14)}
    assert find_largest_8h(hours(gaps), OLD, rules) == 140
    half = {hour: amount for hour, amount in whole.items() if hour > 11}
    assert find_largest_8h(hours(half), OLD, rules) is None


def test_fewer_means_count_where_they_are_above_the_limit(rules: RuleBook) -> None:
    assert find_largest_8h(hours(dict.fromkeys(range(12, 25), 170)), OLD, rules) == 170
    assert find_largest_8h(hours(dict.fromkeys(range(12, 25), 160)), OLD, rules) is None


def test_hour_zero_is_the_last_of_its_day(rules: RuleBook) -> None:
    rows = [make_row(OLD if h < 24 else OLD + timedelta(days=1), h, h % 24) for h in range(1, 25)]
    outcome = compute_aqi_of_hours(tuple(rows), rules)
    assert outcome.parts["valid_hours"]["PM2.5"] == 24
    assert outcome.value == 40


def test_a_row_set_aside_is_no_valid_hour(rules: RuleBook) -> None:
    rows = [replace(make_row(OLD, h, h), is_set_aside=h <= 5) for h in range(1, 25)]
    outcome = compute_aqi_of_hours(tuple(rows), rules)
    assert (outcome.parts["valid_hours"]["PM2.5"], outcome.parts["set_aside"]) == (19, 5)
    assert "PM2.5" not in outcome.parts["concentrations"]


def test_the_number_of_sites_may_be_stated(rules: RuleBook) -> None:
    rows = tuple(make_row(number=n, sites=5) for n in range(3))
    assert isinstance(compute_city_aqi(rows, rules).value, Absence)
    assert compute_city_aqi((*rows, make_row(number=3, sites=5)), rules).value == 40


def make_year(year: int, days: int) -> tuple[InputRow, ...]:
    return tuple(make_row(date(year, 1, 1) + timedelta(days=n), n) for n in range(days))


def test_a_year_needs_its_days_and_its_months(rules: RuleBook) -> None:
    whole = make_year(2021, 365)
    assert compute_annual_mean(whole, rules, "PM2.5").value == 20
    assert isinstance(compute_annual_mean(whole[:323], rules, "PM2.5").value, Absence)
    without = tuple(row for row in whole if not (row.day and row.day.month == 6 and row.day.day > 26))
    outcome = compute_annual_mean(without, rules, "PM2.5")
    assert isinstance(outcome.value, Absence)
    assert outcome.diagnostics[0].message == "too few valid days in months 6: 26"


def test_days_of_dust_leave_the_mean_but_not_the_count_of_days(rules: RuleBook) -> None:
    dusty = tuple(replace(row, flags=frozenset({"dust_day"})) for row in make_year(2021, 60))
    outcome = compute_annual_mean((*dusty, *make_year(2021, 365)[60:]), rules, "PM10")
    assert (outcome.value, outcome.parts["dust_days"], outcome.parts["valid_days"]) == (40, 60, 305)


def test_no_valid_day_has_no_share(rules: RuleBook) -> None:
    outcome = compute_good_day_ratio((InputRow(0, {}, day=OLD),), rules)
    assert isinstance(outcome.value, Absence)
