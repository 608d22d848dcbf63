"""Steps on DuckDB give what plain Python gives, cell for cell."""

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.core.step import By, Over, Step
from lantu.core.time import CHINA_TIME
from lantu.measure.steps import NoOrderError, sort_steps
from lantu.packs.compute import compute_table
from lantu.packs.row_input import SourceRow, SourceTable
from lantu.packs.steps import ALWAYS, Dated, Held
from lantu.run.pack_folders import LoadedPack, find_packs, load_pack
from lantu.store.computing import compute_steps, fetch_cells, is_passing
from lantu.store.engine import open_engine
from tests.unit.measure.air_days import PLACES, make_hours, places_table, readings_table
from tests.unit.measure.plain import Cell, Key, Reading, compute_cells
from tests.unit.measure.speed_days import DETECTORS, make_speeds

CHINA = timedelta(hours=8)


def fixed(value: object) -> Dated:
    return Dated("", (Held("", ALWAYS, None, {"": value}),))


def cells_of(table: pa.Table) -> dict[Key, tuple[int | None, int, int]]:
    rows = table.to_pylist()
    return {(r["item"], r["place"], r["period"]): (r["amount"], r["n"], r["seen"]) for r in rows}


def plain(cells: dict[Key, Cell]) -> dict[Key, tuple[int | None, int, int]]:
    return {k: (None if c.amount is None else int(c.amount), c.n, c.seen) for k, c in cells.items()}


def check_equal(
    steps: Sequence[Step], readings: list[Reading], places: Iterable[tuple[str, str, str, str]], url: str = "duckdb://"
) -> int:
    """Compare every cell of every step; returns how many cells have an amount."""
    lands = list(places)
    expected = compute_cells(steps, readings, lands)
    count = 0
    with open_engine(url) as engine:
        engine.put_table("places", places_table(lands))
        engine.put_readings((), readings_table(readings))
        compute_steps(engine, steps)
        for step in steps:
            if not is_passing(step):
                found = cells_of(fetch_cells(engine, step))
                assert found == plain(expected[step.name]), step.name
                count += sum(amount is not None for amount, _, _ in found.values())
    return count


@pytest.fixture(scope="module")
def air() -> tuple[Step, ...]:
    return load_pack(find_packs()["air"]).pack.steps


@pytest.mark.parametrize(
    ("first", "seed"), [(datetime(2026, 2, 20, 16, tzinfo=UTC), 1), (datetime(2023, 12, 30, 16, tzinfo=UTC), 2)]
)
def test_air_over_a_change_of_standards_and_of_the_year(air: tuple[Step, ...], first: datetime, seed: int) -> None:
    dust = [Reading("air/dust_day/330400", first + timedelta(days=2, hours=12), 1.0)]
    assert check_equal(air, [*make_hours(first, 20, seed), *dust], PLACES) > 1000


def test_a_year_of_air_has_its_means_and_shares(air: tuple[Step, ...]) -> None:
    draw = random.Random(3)
    first = datetime(2024, 12, 31, 17, tzinfo=UTC)
    readings = [
        Reading(f"air/{item}/330411001", first + timedelta(days=day, hours=hour), float(draw.randint(1, top)))
        for item, top in {"so2": 20, "no2": 60, "co": 2, "o3": 150, "pm10": 120, "pm25": 70}.items()
        for day in range(365)
        for hour in range(24)
    ]
    dust = [Reading("air/dust_day/330411", first + timedelta(days=99, hours=3), 1.0)]
    places = [("330411001", "county", "330411", "")]
    steps = sort_steps(air, ["composite_year", "city_good_year"])
    assert check_equal(steps, [*readings, *dust], places) > 365
    expected = compute_cells(steps, [*readings, *dust], places)
    assert expected["city_year"]["pm25", "330411", 2025].n == 364
    assert expected["composite_year"]["composite", "330411", 2025].amount is not None


@pytest.mark.parametrize("chosen", [{"dust_days": "keep"}, {"annual_validity": "report"}])
def test_settings_act_on_steps(chosen: dict[str, str]) -> None:
    air = sort_steps(load_pack(find_packs()["air"], chosen).pack.steps, ["city_year", "city_year_percentile"])
    first = datetime(2024, 12, 31, 16, tzinfo=UTC)
    readings = make_hours(first, 9, 7)
    readings.append(Reading("air/dust_day/330400", first + timedelta(days=2, hours=12), 1.0))
    check_equal(air, readings, PLACES)
    usual = sort_steps(load_pack(find_packs()["air"]).pack.steps, ["city_year"])
    before, after = (compute_cells(s, readings, PLACES)["city_year"]["pm10", "330400", 2025] for s in (usual, air))
    if "dust_days" in chosen:
        assert (after.amount, after.n) == (None, before.n + 1)
    else:
        assert before.amount is None
        assert after.amount is not None


@pytest.mark.parametrize(("chosen", "february", "march"), [("each", 314, 343), ("sum", 313, 342)])
def test_single_indices_are_rounded_before_or_after_they_are_added(chosen: str, february: int, march: int) -> None:
    air = load_pack(find_packs()["air"], {"composite_rounding": chosen})
    steps = sort_steps(air.pack.steps, ["composite_month"])
    # in March, by newer limits, the sum is exactly 3.425
    levels = {"so2": 9.0, "no2": 14.0, "pm10": 77.0, "pm25": 23.0, "co": 1.1, "o3": 96.0}
    readings = [
        Reading(f"air/{item}/330411001", datetime(2026, 1, 31, 17, tzinfo=UTC) + timedelta(days=day, hours=hour), level)
        for item, level in levels.items()
        for day in range(59)
        for hour in range(24)
    ]
    places = [("330411001", "county", "330411", "")]
    assert check_equal(steps, readings, places) > 300
    cells = compute_cells(steps, readings, places)["composite_month"]
    assert [int(cells["composite", "330411", 2026 * 12 + m].amount or 0) for m in (1, 2)] == [february, march]
    rows = [("2026-02-28", "9", "14", "77", "1.1", "96", "23"), ("2026-03-31", "9", "14", "77", "1.1", "96", "23")]
    told = tell_composite(air, rows)
    assert told == [Decimal(february) / 100, Decimal(march) / 100], "as the formula of the pack has it"


def tell_composite(pack: LoadedPack, rows: list[tuple[str, ...]]) -> list[object]:
    indicator = pack.pack.find_indicator("composite_index")
    assert indicator is not None
    heads = ("date", "SO2", "NO2", "PM10", "CO_p95", "O3_p90", "PM2.5")
    table = SourceTable("six.csv", heads, tuple(SourceRow(line, row) for line, row in enumerate(rows, start=2)))
    done = compute_table(table, pack.pack, indicator, pack.functions, datetime(2026, 11, 1, tzinfo=CHINA_TIME))
    return [result.outcome.value for result in done.results]


def test_water_from_readings_to_shares() -> None:
    steps = load_pack(find_packs()["water"]).pack.steps
    draw = random.Random(4)
    tops = {"ph": 9.5, "do": 9, "codmn": 8, "nh3n": 1.6, "tp": 0.3, "hg": 0.0001}
    sections = [("A1", "river"), ("B2", "lake"), ("C3", ""), ("D4", "")]
    readings = [
        Reading(f"water/{item}/{name}", datetime(2024, month, day, 4, tzinfo=UTC), round(draw.uniform(0.3, 1) * top, 6))
        for name, _ in sections
        for month in range(1, 13)
        for day in (3, 3 + draw.randint(1, 20))
        for item, top in tops.items()
        if draw.random() < 0.9
    ]
    places = [(name, "county", "330411", kind) for name, kind in sections]
    assert check_equal(steps, readings, places) > 200


def test_a_class_is_open_only_where_the_two_limits_differ() -> None:
    steps = sort_steps(load_pack(find_packs()["water"]).pack.steps, ["section_class"])
    at = datetime(2024, 5, 5, tzinfo=UTC)
    readings = [Reading("water/tp/A", at, 0.113), Reading("water/tp/B", at, 0.113), Reading("water/codmn/B", at, 16.0)]
    with open_engine("duckdb://") as engine:
        engine.put_table("places", places_table([("X", "county", "330411", "")]))
        engine.put_readings((), readings_table(readings))
        compute_steps(engine, steps)
        found = cells_of(fetch_cells(engine, steps[-1]))
    month = 2024 * 12 + 4
    assert found == {("class", "A", month): (None, 1, 1), ("class", "B", month): (60, 2, 2)}


def test_rates_are_of_sums_never_means_of_rates() -> None:
    steps = load_pack(find_packs()["services"]).pack.steps
    at = datetime(2024, 5, 5, tzinfo=UTC)
    readings = [
        Reading("services/due/T1", at, 10.0), Reading("services/closed/T1", at, 10.0),
        Reading("services/due/T2", at, 90.0), Reading("services/closed/T2", at, 45.0),
        Reading("services/due/T3", at, 0.0), Reading("services/closed/T3", at, 0.0),
    ]  # fmt: skip
    places = [("T1", "county", "330411", ""), ("T2", "county", "330411", ""), ("T3", "county", "330402", "")]
    check_equal(steps, readings, places)
    with open_engine("duckdb://") as engine:
        engine.put_table("places", places_table(places))
        engine.put_readings((), readings_table(readings))
        compute_steps(engine, steps)
        rate = next(step for step in steps if step.name == "closing_rate")
        found = cells_of(fetch_cells(engine, rate))
    month = 2024 * 12 + 4
    assert found["closing_rate", "330411", month][0] == 5500  # 55 of 100, not the mean of 100 % and 50 %
    assert found["closing_rate", "330402", month][0] is None


def made_steps(by: By, hours: str, least: int) -> tuple[Step, ...]:
    rules = {"least": fixed(Decimal(least)), "round": fixed(Decimal(1))}
    day = Step(
        "noise", "day", ("observations",), ("level", "people"), Over.TIME, by, "day", 2, hours=hours, rules=rules
    )
    month = Step("noise", "month", ("day",), ("level", "people"), Over.TIME, by, "month", 2)
    county = Step("noise", "county", ("month",), ("level", "people"), Over.PLACES, By.WEIGHTED, "month", 2,
                  into="level", levels=("county",), parts={"weight": "people"})  # fmt: skip
    year = Step("noise", "year", ("month",), ("level",), Over.TIME, By.PERCENTILE, "year", 2,
                rules={"percent": fixed(Decimal("62.5"))})  # fmt: skip
    share = Step(
        "noise",
        "share",
        ("month",),
        ("level",),
        Over.TIME,
        By.SHARE,
        "year",
        2,
        rules={"up_to": fixed(Decimal("40.5"))},
    )
    return (day, month, county, year, share)


@settings(max_examples=15)
@given(
    by=st.sampled_from([By.MEAN, By.SUM, By.MIN, By.MAX, By.COUNT, By.LAST]),
    hours=st.sampled_from(["begin", "end"]),
    least=st.integers(0, 3),
    rows=st.lists(
        st.tuples(
            st.sampled_from(["level", "people"]),
            st.sampled_from(["A", "B", "C"]),
            st.integers(0, 24 * 70),
            st.one_of(st.none(), st.floats(-80, 80).map(lambda v: round(v, 2))),
            st.sampled_from(["", "", "", "stuck"]),
        ),
        max_size=60,
        unique_by=lambda row: row[:3],
    ),
)
def test_every_way_of_bringing_together_on_any_rows(
    by: By, hours: str, least: int, rows: list[tuple[str, str, int, float | None, str]]
) -> None:
    start = datetime(2023, 12, 15, tzinfo=UTC)
    readings = [Reading(f"noise/{i}/{p}", start + timedelta(hours=h), v, flag) for i, p, h, v, flag in rows]
    places = [("A", "county", "330411", ""), ("B", "county", "330411", ""), ("C", "county", "330402", "")]
    steps = made_steps(by, hours, least)
    # weights are what people are: never below zero
    readings = [
        r if "people" not in r.series or r.value is None else Reading(r.series, r.observed_at, abs(r.value), r.flag)
        for r in readings
    ]
    check_equal(steps, readings, places)


def test_places_that_weigh_nothing_have_no_mean() -> None:
    at = datetime(2024, 5, 5, tzinfo=UTC)
    readings = [Reading("noise/level/A", at, 7.0), Reading("noise/people/A", at, 0.0)]
    assert check_equal(made_steps(By.SUM, "begin", 0), readings, [("A", "county", "330411", "")]) > 0


def test_steps_stand_after_those_they_need() -> None:
    day, month, _, year, _ = made_steps(By.MEAN, "begin", 0)
    assert [s.name for s in sort_steps((year, month, day))] == ["day", "month", "year"]
    assert [s.name for s in sort_steps((year, month, day), ["month"])] == ["day", "month"]
    with pytest.raises(NoOrderError, match="no step day"):
        sort_steps((year, month))
    circle = Step("noise", "a", ("b",), ("level",), Over.TIME, By.MEAN, "month", 2)
    with pytest.raises(NoOrderError, match="need each other"):
        sort_steps((circle, Step("noise", "b", ("a",), ("level",), Over.TIME, By.MEAN, "month", 2)))


def tell_peaks(pack: LoadedPack, readings: Iterable[Reading]) -> dict[int, Decimal | None]:
    """What the pack's formula makes of the same readings, by the number of the day."""
    rows = []
    for number, reading in enumerate(readings, start=2):
        local = reading.observed_at + CHINA
        told = ("嘉兴", reading.series.split("/")[2], f"{local:%Y-%m-%d}", str(local.hour), str(reading.value))
        rows.append(SourceRow(number, told))
    table = SourceTable("speeds.csv", ("城市", "检测器", "日期", "小时", "车速"), tuple(rows))
    indicator = pack.pack.find_indicator("peak_speed")
    assert indicator is not None
    done = compute_table(table, pack.pack, indicator, pack.functions, datetime(2026, 11, 1, tzinfo=CHINA_TIME))
    days = {(date.fromisoformat(dict(r.keys)["day"]) - date(1970, 1, 1)).days: r.outcome.value for r in done.results}
    return {day: value if isinstance(value, Decimal) else None for day, value in days.items()}


def test_peak_speed_is_of_working_days_and_peak_hours_as_the_formula_has_it() -> None:
    pack = load_pack(find_packs()["traffic"])
    first = datetime(2026, 3, 5, 16, tzinfo=UTC)
    readings = make_speeds(first, 12, 5)
    assert check_equal(pack.pack.steps, readings, DETECTORS) > 20
    cells = compute_cells(pack.pack.steps, readings, DETECTORS)["city_peak"]
    by_day = {k[2]: c.amount for k, c in cells.items() if k[1] == "330400"}
    assert len(by_day) == 12
    assert {day: None if v is None else Decimal(int(v)) / 10 for day, v in by_day.items()} == tell_peaks(pack, readings)
    assert sum(v is None for v in by_day.values()) >= 4  # two week-ends
