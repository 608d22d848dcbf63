"""`lantu measure` from the lake on DuckDB, Sail and a Spark cluster: basins, sections and cities, as plain Python has them."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from lantu.core.place import Place
from lantu.measure.steps import sort_steps
from lantu.packs.pack import Pack
from lantu.run.pack_folders import find_packs, load_pack
from tests.unit.measure.basin_months import PLACES, SECTIONS, TOPS, make_basins
from tests.unit.measure.plain import Cell, Key, Reading, compute_cells

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("cluster")]
STATIONS = "water:\n" + "".join(
    f"  {name}: {{basin: {basin}{f', kind: {kind}' if kind else ''}}}\n"
    for basin, sections in SECTIONS.items()
    for name, kind in sections
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    """Water by the month, of the six items that were read: Spark plans seconds for each step, and longer for more limits."""
    water = load_pack(find_packs()["water"]).pack
    known = {*TOPS, "class", "mean_class"}
    steps = tuple(
        replace(step, items=tuple(item for item in step.items if item in known))
        for step in sort_steps(water.steps, ["basin_status", "good_share"])
    )
    made = {step.name for step in steps}
    indicators = (replace(i, measured=tuple(m for m in i.measured if m.step in made)) for i in water.indicators)
    return replace(water, steps=steps, indicators=tuple(indicators))


@pytest.fixture(scope="module")
def material(pack: Pack) -> tuple[list[Reading], dict[str, dict[Key, Cell]]]:
    """Four months, and what plain Python makes of them."""
    readings = make_basins(7, 4)
    return readings, compute_cells(pack.steps, readings, PLACES)


def rows_of(readings: list[Reading]) -> list[dict[str, object]]:
    return [
        {"series": r.series, "place_code": "330411", "quantity": r.series.split("/")[1], "observed_at": r.observed_at,
         "value": r.value, "flag": r.flag, "source_key": "made"}
        for r in readings
    ]  # fmt: skip


def test_from_readings_to_basins_and_values(
    engine_url: str,
    pack: Pack,
    material: tuple[list[Reading], dict[str, dict[Key, Cell]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from lantu.core.absence import Absence
    from lantu.run import measuring_lake
    from lantu.run.lake_values import cells_root
    from lantu.run.pack_stations import read_stations
    from lantu.run.setting_up import record_places
    from lantu.store.cells import CellStore
    from lantu.store.known import known_values
    from lantu.store.lake import Lake

    readings, expected = material
    record_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], by="test")
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "stations.yml").write_text(STATIONS, encoding="utf-8")
    monkeypatch.setattr(measuring_lake, "read_stations", partial(read_stations, tmp_path))
    monkeypatch.setattr(measuring_lake, "step_packs", lambda: {"water": pack})
    lake = Lake.open(tmp_path)
    lake.append(rows_of(readings), source="made", recorded_at=datetime(2025, 1, 5, tzinfo=UTC))
    report = measuring_lake.measure_lake(["water"], by="test", lake=lake, engine=engine_url)
    assert [(p.stations, p.readings, p.unplaced) for p in report.packs] == [(13, len(readings), 0)]
    assert [d.code for d in report.diagnostics if d.code == "M007"] == []

    cells = CellStore(cells_root(lake))
    found = {step.name: cells_of(cells.load(step)) for step in pack.steps}
    for name, rows in found.items():
        assert rows == {k: plain_of(c) for k, c in expected[name].items()}, name
    assert {place for _, place, _ in found["basin_status"]} == {*SECTIONS}
    assert len({amount for amount, _, _ in found["basin_status"].values()}) > 3
    shares = [v.quantity for v in known_values() if v.indicator_code == "water.share_iii"]
    assert len([q for q in shares if not isinstance(q, Absence)]) > 3


def cells_of(table: pa.Table) -> dict[Key, tuple[int | None, int, int]]:
    return {(r["item"], r["place"], r["period"]): (r["amount"], r["n"], r["seen"]) for r in table.to_pylist()}


def plain_of(cell: Cell) -> tuple[int | None, int, int]:
    return None if cell.amount is None else int(cell.amount), cell.n, cell.seen
