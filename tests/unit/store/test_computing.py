"""A pack from a folder of its own is computed without a change anywhere else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lantu.run.pack_folders import find_packs, load_pack
from lantu.store.computing import build_cells, compute_steps, fetch_cells, is_passing
from lantu.store.engine import open_engine
from tests.unit.measure.air_days import places_table, readings_table
from tests.unit.measure.plain import Reading

PACK = """
name: noise
title: 声环境
title_en: Noise
licence: Apache-2.0
owners: [生态环境局]
sources: [GB 3096-2008]
needs: [{name: level, kind: figure, columns: [level]}]
"""
INDICATORS = """
indicators:
  - {code: level_month, name: 月均声级, unit: "", direction: down, kind: index, measured: [{step: county_month, item: level}]}
steps:
  - {name: hour, from: [observations], items: [level], over: time, by: mean, grain: hour, decimals: 1,
     rules: {within: {rule: plausible}}, source: GB 3096-2008}
  - {name: day, from: [hour], items: [level], over: time, by: max, grain: day, decimals: 1,
     rules: {least: {rule: validity, value: hours}}, source: GB 3096-2008}
  - {name: month, from: [day], items: [level], over: time, by: mean, grain: month, decimals: 1, source: GB 3096-2008}
  - {name: county_month, from: [month], items: [level], over: places, by: mean, grain: month, decimals: 1, levels: [county], source: GB 3096-2008}
"""
RULES = """
rules:
  - name: validity
    description: Hours that a day needs.
    editions: [{edition: GB 3096-2008, from: 2008-10-01, source: own, status: own, values: {hours: 2}}]
  - name: plausible
    description: What can be.
    editions: [{edition: own, from: 2008-10-01, source: own, status: own, values: {level: {lowest: 0, highest: 140}}}]
"""
FILES = {"pack.yml": PACK, "indicators.yml": INDICATORS, "rules.yml": RULES, "formulas.py": "\n",
         "words.yml": "words: []\n", "quality.yml": "quality: []\n"}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "noise").mkdir()
    for name, text in FILES.items():
        (tmp_path / "noise" / name).write_text(text, "utf-8")
    return tmp_path


def test_a_new_pack_is_computed(folder: Path) -> None:
    loaded = load_pack(find_packs([folder])["noise"])
    assert [d.message for d in loaded.diagnostics if d.severity == "error"] == []
    (cells,) = loaded.pack.indicators[0].measured
    at = datetime(2024, 5, 5, 3, tzinfo=UTC)
    rows = [
        ("A", 0, 50.0),
        ("A", 0.5, 60.0),
        ("A", 1, 40.0),
        ("A", 2, 900.0),
        ("B", 0, 70.0),
        ("B", 1, 71.0),
        ("B", 24, 90.0),
    ]
    readings = [Reading(f"noise/level/{place}", at + timedelta(hours=hour), value) for place, hour, value in rows]
    steps = loaded.pack.steps
    with open_engine("duckdb://") as engine:
        engine.put_table("places", places_table([("A", "county", "330411", ""), ("B", "county", "330411", "")]))
        engine.put_readings((), readings_table(readings))
        compute_steps(engine, steps, [cells.step])
        found = fetch_cells(engine, steps[-1]).to_pylist()
    # A: hours of 55 and 40, and one that nothing can show; B: 71, and a day of one hour, which does not count
    assert [(r["place"], r["amount"], r["n"]) for r in found] == [("330411", 630, 2)]


def test_hours_are_part_of_the_step_that_uses_them(folder: Path) -> None:
    steps = {step.name: step for step in load_pack(find_packs([folder])["noise"]).pack.steps}
    assert is_passing(steps["hour"])
    assert not is_passing(steps["day"])
    assert "level" in str(build_cells(steps["day"], steps))
