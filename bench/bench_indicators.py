"""Indicators on generated hours of air: the pack's steps beside SQL written by hand and beside pandas, and one late day.

Measured: CPU seconds, wall seconds and peak memory of each way in a process of its own, the second time it computes (programs
and expressions are at hand then, as in a server); 5 and 50 million rows, 200 with LANTU_BENCH_200M set. Ours and the hand-written
query take turns, and the medians are given. Both answer from the same files into memory and write nothing; what keeping every cell
of every step in files costs on top, which the hand-written query does not do, is a figure of its own. What a computation costs
before its first row, and what a million rows cost, is told apart by the two smaller sizes.

One late station-day, in a process that has computed one before: seconds from its arrival to all changed cells kept, at the median
of several, and the share of rows that the engine had to look at.
"""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from bench.indicator_worker import WANTED, find_files, find_stations, list_places
from bench.observations import make_observations
from lantu.core.step import Step
from lantu.measure.affected import Change
from lantu.measure.steps import sort_steps
from lantu.run.pack_folders import find_packs, load_pack
from lantu.store.cells import CellStore
from lantu.store.engine import open_engine
from lantu.store.engines.engine import Engine, Slice
from lantu.store.recomputing import compute_all, compute_changed

REPO = Path(__file__).resolve().parents[1]
PLACE = REPO / "var" / "bench"
WORKER = Path(__file__).with_name("indicator_worker.py")
YEARS = 4
SIZES = {"5 M": 30, "50 M": 300}
TURNS = {"5 M": 5, "50 M": 3, "200 M": 1}
"""How often ours and the hand-written query are run, one after the other."""
SECONDS = 1800
LATE_DAYS = 5


def measure() -> dict[str, float]:
    """All sizes, the ways beside each other, then the late day on the middle size."""
    sizes = SIZES | ({"200 M": 1200} if os.environ.get("LANTU_BENCH_200M") else {})
    figures: dict[str, float] = {}
    for label, stations in sizes.items():
        folder = PLACE / f"air-{stations}-{YEARS}"
        files = make_observations(folder, stations, YEARS)
        figures[f"{label}: rows"] = float(sum(pq.read_metadata(file).num_rows for file in files))
        runs: dict[str, list[dict[str, Any]]] = {"lantu": [], "hand": []}
        for _ in range(TURNS[label]):
            for way, found in runs.items():
                found.append(_run(way, folder, 2))
        if label == "50 M":
            runs["pandas"] = [_run("pandas", folder, 1)]
        for way, found in runs.items():
            for name in ("cpu", "wall", "memory_mb"):
                figures[f"{label}: {way}, {name}"] = median(run[name] for run in found)
            unlike = _count_unlike(runs["lantu"][0]["answer"], found[0]["answer"])
            figures[f"{label}: {way}, cells unlike ours"] = float(unlike)
        for name in ("cpu", "wall"):
            figures[f"{label}: ours / by hand, {name}"] = (
                figures[f"{label}: lantu, {name}"] / figures[f"{label}: hand, {name}"]
            )
    return figures | tell_start_apart(figures) | measure_late_day(PLACE / f"air-300-{YEARS}")


def tell_start_apart(figures: dict[str, float]) -> dict[str, float]:
    """What a computation costs before its first row, and by the row, from the two smaller sizes; growth to the largest."""
    few, many = figures["5 M: rows"] / 1e6, figures["50 M: rows"] / 1e6
    told = {}
    for way in ("lantu", "hand"):
        small, large = figures[f"5 M: {way}, cpu"], figures[f"50 M: {way}, cpu"]
        by_row = (large - small) / (many - few)
        told[f"{way}: cpu before the first row"] = small - by_row * few
        told[f"{way}: cpu for a million rows"] = by_row
        if "200 M: rows" in figures:
            most = figures[f"200 M: {way}, cpu"] / figures["200 M: rows"]
            told[f"{way}: cpu a row at 200 M / at 50 M"] = most / (large / figures["50 M: rows"])
    told["ours / by hand, cpu for a million rows"] = (
        told["lantu: cpu for a million rows"] / told["hand: cpu for a million rows"]
    )
    return told


def _run(way: str, folder: Path, repeats: int) -> dict[str, Any]:
    env = {**os.environ, "PYTHONPATH": str(REPO)}
    command = [sys.executable, str(WORKER), way, str(folder), str(repeats)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS, env=env)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _count_unlike(ours: dict[str, Any], theirs: dict[str, Any]) -> int:
    return sum(ours.get(key) != theirs.get(key) for key in ours.keys() | theirs.keys())


def measure_late_day(folder: Path) -> dict[str, float]:
    """The hours of one station and day arrive late; everything that rests on them is computed anew."""
    files = find_files(folder)
    stations = find_stations(files)
    steps = sort_steps(load_pack(find_packs()["air"]).pack.steps, WANTED)
    places = list_places(stations)
    total = sum(pq.read_metadata(file).num_rows for file in files)
    with TemporaryDirectory(dir=PLACE) as kept:
        cells = CellStore(Path(kept))
        with open_engine("duckdb://") as engine:
            wall, cpu = time.perf_counter(), time.process_time()
            compute_all(engine, steps, places, lambda e, s: e.put_readings(files, None, s), cells)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        # one day first, so that the others find programs and expressions at hand
        _compute_day(files, steps, places, cells, stations[7], datetime(2023, 5, 9, tzinfo=UTC))
        day = datetime(2023, 6, 17, 16, tzinfo=UTC)
        days = [_compute_day(files, steps, places, cells, stations[8 + more], day) for more in range(LATE_DAYS)]
    month = [file for file in files if day.strftime("%Y-%m") in file.parent.name]
    scanned = _count_scanned(month, [f"air/{item}/{stations[8]}" for item in ("so2", "no2", "co", "pm10", "pm25")])
    return {
        "50 M: lantu with every cell kept in files, first time, cpu": cpu,
        "50 M: lantu with every cell kept in files, first time, wall": wall,
        "late day: wall seconds": median(day[0] for day in days),
        "late day: cpu seconds": median(day[1] for day in days),
        "late day: cells changed": float(median(day[2] for day in days)),
        "late day: rows in row groups not passed over": float(scanned),
        "late day: share of all rows, percent": 100 * scanned / total,
    }


def _compute_day(
    files: list[Path], steps: tuple[Step, ...], places: pa.Table, cells: CellStore, station: str, day: datetime
) -> tuple[float, float, int]:
    series = [f"air/{item}/{station}" for item in ("so2", "no2", "co", "pm10", "pm25")]
    fresh = _make_day(series, day)

    def read_lake(engine: Engine, wanted: Slice) -> None:
        months = {at.strftime("%Y-%m") for at in (wanted.first, wanted.last) if at is not None}
        near = [file for file in files if file.parent.name.removeprefix("month=") in months]
        engine.put_readings(near, fresh, wanted)

    changes = [Change(name, day + timedelta(hours=1), day + timedelta(hours=24)) for name in series]
    wall, cpu = time.perf_counter(), time.process_time()
    with open_engine("duckdb://") as engine:
        changed = compute_changed(engine, steps, places, read_lake, cells, changes)
    return time.perf_counter() - wall, time.process_time() - cpu, sum(map(len, changed.values()))


def _make_day(series: list[str], day: datetime) -> pa.Table:
    """A second reading of every hour, far from the first."""
    rows = [
        {"series": name, "quantity": name.split("/")[1], "observed_at": day + timedelta(hours=hour), "value": 140.0,
         "flag": "", "recorded_at": datetime(2026, 1, 1, tzinfo=UTC), "superseded_at": None}
        for name in series for hour in range(1, 25)
    ]  # fmt: skip
    instant = pa.timestamp("us", "UTC")
    words = [(name, pa.string()) for name in ("series", "quantity")]
    kinds = [*words, ("observed_at", instant), ("value", pa.float64()), ("flag", pa.string()), ("recorded_at", instant)]
    return pa.Table.from_pylist(rows, schema=pa.schema([*kinds, ("superseded_at", instant)]))


def _count_scanned(files: list[Path], series: list[str]) -> int:
    """Rows of the row groups whose statistics do not rule these series out."""
    count = 0
    for file in files:
        meta = pq.read_metadata(file)
        column = meta.schema.names.index("series")
        for number in range(meta.num_row_groups):
            stats = meta.row_group(number).column(column).statistics
            if any(stats.min <= name <= stats.max for name in series):
                count += meta.row_group(number).num_rows
    return count
