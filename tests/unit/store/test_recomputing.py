"""What a change reaches is computed anew, and the cells are then what a computation of everything gives."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.core.step import Step
from lantu.measure.affected import Change
from lantu.measure.steps import sort_steps
from lantu.run.pack_folders import find_packs, load_pack
from lantu.store.cells import CellStore
from lantu.store.computing import is_passing
from lantu.store.engine import open_engine
from lantu.store.engines.engine import Engine, Slice
from lantu.store.recomputing import compute_all, compute_changed
from tests.unit.measure.air_days import PLACES, STATIONS, TOPS, make_hours, places_table, readings_table
from tests.unit.measure.plain import Reading

AIR = load_pack(find_packs()["air"]).pack.steps
STEPS = sort_steps(AIR, ["city_good_year", "city_month", "composite_month", "station_aqi"])
FIRST = datetime(2025, 12, 27, 17, tzinfo=UTC)
"""Hours named by their end, so that the first of them is 01:00 in China; the days reach into the next year."""
KNOWN = make_hours(FIRST, 8, 5)


def read(readings: list[Reading]) -> Any:
    table = readings_table(readings)

    def read_lake(engine: Engine, wanted: Slice) -> None:
        engine.put_readings((), table, wanted)

    return read_lake


def rows_of(store: CellStore, steps: Sequence[Step]) -> dict[str, list[dict[str, Any]]]:
    keys = [(name, "ascending") for name in ("item", "place", "period")]
    return {s.name: store.load(s).sort_by(keys).to_pylist() for s in steps if not is_passing(s)}


def compute_everything(readings: list[Reading], store: CellStore, steps: Sequence[Step] = STEPS) -> None:
    with open_engine("duckdb://") as engine:
        compute_all(engine, steps, places_table(PLACES), read(readings), store)


def compute_some(readings: list[Reading], store: CellStore, changes: list[Change]) -> dict[str, Any]:
    with open_engine("duckdb://") as engine:
        return dict(compute_changed(engine, STEPS, places_table(PLACES), read(readings), store, changes))


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(STATIONS),
            st.sampled_from(sorted(TOPS)),
            st.integers(-5, 24 * 9),
            st.sampled_from([None, 3.0, 55.5, 240.0]),
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda change: change[:3],
    )
)
def test_late_and_corrected_rows_reach_all_that_rests_on_them(
    changes: list[tuple[str, str, int, float | None]],
) -> None:
    late = {(f"air/{item}/{station}", FIRST + timedelta(hours=hour)): value for station, item, hour, value in changes}
    rows = {(r.series, r.observed_at): r for r in KNOWN}
    rows |= {key: Reading(key[0], key[1], value) for key, value in late.items()}
    told = [Change(series, at, at) for series, at in late]
    with TemporaryDirectory() as a, TemporaryDirectory() as b:
        some, whole = CellStore(Path(a)), CellStore(Path(b))
        compute_everything(KNOWN, some)
        compute_some(list(rows.values()), some, told)
        compute_everything(list(rows.values()), whole)
        assert rows_of(some, STEPS) == rows_of(whole, STEPS)


def test_a_change_that_changes_nothing_goes_no_further(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    compute_everything(KNOWN, store)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    same = KNOWN[0]
    changed = compute_some(KNOWN, store, [Change(same.series, same.observed_at, same.observed_at)])
    assert not any(changed[step.name] for step in STEPS if not is_passing(step))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")} == before


def test_only_what_rests_on_it_is_told_as_changed(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    compute_everything(KNOWN, store)
    at = FIRST + timedelta(days=1, hours=5)
    series = f"air/pm25/{STATIONS[0]}"
    rows = [r for r in KNOWN if (r.series, r.observed_at) != (series, at)] + [Reading(series, at, 900.0)]
    changed = compute_some(rows, store, [Change(series, at, at)])
    assert {(item, place) for item, place, _ in changed["station_day"]} == {("pm25", STATIONS[0])}
    assert {place for _, place, _ in changed["city_day"]} <= {"330411", "330400"}
    assert len(changed["station_day"]) == 1


def test_no_readings_give_no_cells(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    compute_everything([], store)
    assert all(rows == [] for rows in rows_of(store, STEPS).values())
    assert store.load(STEPS[-1]).schema == pa.schema(store.load(STEPS[-1]).schema)
