"""The same steps on DuckDB, on Sail and on a real Spark cluster: every cell as plain Python has it."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lantu.core.step import Step
from lantu.measure.steps import sort_steps
from lantu.run.pack_folders import find_packs, load_pack
from lantu.store.computing import compute_steps, fetch_cells
from lantu.store.engine import open_engine
from tests.unit.measure.air_days import PLACES, make_hours, places_table, readings_table
from tests.unit.measure.plain import Cell, Key, compute_cells
from tests.unit.measure.speed_days import DETECTORS, make_speeds

pytestmark = pytest.mark.xdist_group("cluster")
ANSWERS = ("city_month_percentile", "city_good_month")
"""What is asked of the engines; days, cities, ozone's windows, indices, shares and percentiles stand under it."""


@pytest.fixture(scope="module")
def steps() -> tuple[Step, ...]:
    return sort_steps(load_pack(find_packs()["air"]).pack.steps, ANSWERS)


@pytest.fixture(scope="module")
def material(
    tmp_path_factory: pytest.TempPathFactory, steps: tuple[Step, ...]
) -> tuple[list[Path], dict[str, dict[Key, Cell]]]:
    """Files as the lake has them, over the change of standards, and what plain Python makes of them."""
    folder = tmp_path_factory.mktemp("lake")
    readings = make_hours(datetime(2026, 2, 25, 16, tzinfo=UTC), 8, 1)
    rows = readings_table(readings)
    half = rows.num_rows // 2
    files = [folder / "a.parquet", folder / "b.parquet"]
    for file, part in zip(files, (rows.slice(0, half), rows.slice(half)), strict=True):
        pq.write_table(part, file)
    return files, compute_cells(steps, readings, PLACES)


def test_every_cell_is_the_same(
    engine_url: str,
    steps: tuple[Step, ...],
    material: tuple[list[Path], dict[str, dict[Key, Cell]]],
) -> None:
    files, expected = material
    with open_engine(engine_url) as engine:
        engine.put_table("places", places_table(PLACES))
        engine.put_readings(files)
        compute_steps(engine, steps)
        found = {step.name: fetch_cells(engine, step).to_pylist() for step in steps if step.name in ANSWERS}
    amounts = 0
    for name, rows in found.items():
        cells = {(r["item"], r["place"], r["period"]): (r["amount"], r["n"], r["seen"]) for r in rows}
        assert cells == {
            k: (None if c.amount is None else int(c.amount), c.n, c.seen) for k, c in expected[name].items()
        }
        amounts += sum(amount is not None for amount, _, _ in cells.values())
    assert amounts > 3


def test_peak_speeds_are_the_same(engine_url: str, tmp_path: Path) -> None:
    steps = load_pack(find_packs()["traffic"]).pack.steps
    readings = make_speeds(datetime(2026, 3, 5, 16, tzinfo=UTC), 5, 6)
    pq.write_table(readings_table(readings), tmp_path / "speeds.parquet")
    with open_engine(engine_url) as engine:
        engine.put_table("places", places_table(DETECTORS))
        engine.put_readings([tmp_path / "speeds.parquet"])
        compute_steps(engine, steps)
        rows = fetch_cells(engine, steps[-1]).to_pylist()
    found = {(r["item"], r["place"], r["period"]): (r["amount"], r["n"], r["seen"]) for r in rows}
    expected = compute_cells(steps, readings, DETECTORS)["city_peak"]
    assert found == {k: (None if c.amount is None else int(c.amount), c.n, c.seen) for k, c in expected.items()}
    assert sum(amount is not None for amount, _, _ in found.values()) > 2
