"""Observation lake: staging and flushing, beside plain inserts that wait for the disk as well.

300 batches of 1,000 readings of 300 stations × 5 pollutants, hour after hour, in a registry on SQLite of its own with
synchronous=FULL; each answer comes after the commit. Beside it the same rows by `executemany` into a plain table, one row a
reading with a unique key, one commit a batch of 1,000. Then the flush of all, a correction of 1,000 readings, and compaction.
Memory is the
peak of the process. Rows per CPU second are given beside wall time, which a busy machine makes worse.
"""

import os
import resource
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

BATCHES, ROWS = 300, 1_000
SERIES = [
    f"air/{quantity}/station{number:03d}" for number in range(300) for quantity in ("pm25", "pm10", "so2", "no2", "o3")
]
START = datetime(2024, 1, 1, tzinfo=UTC)


def make_batch(number: int) -> pa.Table:
    """Batch N of an endless stream of hours."""
    first = number * ROWS
    places = range(first, first + ROWS)
    micros = [int((START + timedelta(hours=place // len(SERIES))).timestamp() * 1_000_000) for place in places]
    return pa.table(
        {
            "series": [SERIES[place % len(SERIES)] for place in places],
            "place_code": ["330400"] * ROWS,
            "observed_at": pa.array(micros, pa.timestamp("us", "UTC")),
            "value": [float(20 + place * 7919 % 200) for place in places],
            "unit": ["μg/m3"] * ROWS,
            "source_key": ["stations"] * ROWS,
        }
    )


def insert_plainly(folder: Path, batches: list[pa.Table]) -> float:
    """Rows a second by executemany into a table with a unique key."""
    connection = sqlite3.connect(folder / "plain.sqlite3")
    connection.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    connection.execute(
        "CREATE TABLE r (series TEXT, place_code TEXT, observed_at INTEGER, value REAL, unit TEXT, source_key TEXT, "
        "recorded_at INTEGER, PRIMARY KEY (series, observed_at, source_key)) WITHOUT ROWID"
    )
    began = time.perf_counter()
    for batch in batches:
        columns: list[list[Any]] = [
            batch[name].cast(pa.int64()).to_pylist() if name == "observed_at" else batch[name].to_pylist()
            for name in batch.column_names
        ]
        rows = [(*row, 0) for row in zip(*columns, strict=True)]
        with connection:
            connection.executemany("INSERT OR IGNORE INTO r VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    seconds = time.perf_counter() - began
    connection.close()
    return len(batches) * ROWS / seconds


def stage(lake: Any, batches: list[pa.Table]) -> dict[str, float]:
    """Append batch after batch, each answered before the next."""
    waits = []
    began, spent = time.perf_counter(), time.process_time()
    for batch in batches:
        before = time.perf_counter()
        lake.append(batch, source="bench", recorded_at=datetime.now(UTC))
        waits.append(time.perf_counter() - before)
    waits.sort()
    return {
        "staging in batches of 1,000, durable, rows/s": len(batches) * ROWS / (time.perf_counter() - began),
        "the same, rows per CPU second": len(batches) * ROWS / (time.process_time() - spent),
        "answer at the median, ms": waits[len(waits) // 2] * 1000,
        "answer at the 99th of 100, ms": waits[len(waits) * 99 // 100] * 1000,
    }


def flush(lake: Any, batches: list[pa.Table]) -> dict[str, float]:
    """Flush, send again, correct, compact."""
    figures = {}
    began, spent = time.perf_counter(), time.process_time()
    report = lake.flush()
    assert report.rows == len(batches) * ROWS
    figures["flush, rows/s"] = report.rows / (time.perf_counter() - began)
    figures["the flush, rows per CPU second"] = report.rows / (time.process_time() - spent)
    began = time.perf_counter()
    for batch in batches[:50]:
        lake.append(batch, source="bench", recorded_at=datetime.now(UTC))
    report = lake.flush(1)
    assert (report.rows, report.doubled) == (0, 50 * ROWS)
    figures["50,000 rows sent again and found doubled, s"] = time.perf_counter() - began
    began = time.perf_counter()
    corrected = batches[150].set_column(3, "value", pa.array([1.0] * ROWS))
    lake.append(corrected, source="bench", recorded_at=datetime.now(UTC))
    assert lake.flush(1).corrected == ROWS
    figures["1,000 corrections into a file, s"] = time.perf_counter() - began
    began = time.perf_counter()
    lake.compact()
    figures["compaction, s"] = time.perf_counter() - began
    return figures


def measure() -> dict[str, float]:
    """Rows a second, and seconds."""
    with tempfile.TemporaryDirectory(prefix="lantu-bench-") as name:
        os.environ |= {"LANTU_HOME": name, "DATABASE_URL": ""}
        from lantu.store.bootstrap import connect_registry, migrate_registry

        connect_registry()
        migrate_registry()
        from lantu.store.lake import Lake

        lake = Lake.open(Path(name))
        lake.append(make_batch(BATCHES), source="warm", recorded_at=START)
        lake.flush(1)
        batches = [make_batch(number) for number in range(BATCHES)]
        figures = {"load before staging": os.getloadavg()[0], "rows": float(BATCHES * ROWS), **stage(lake, batches)}
        figures["plain executemany, same synchronous=FULL, rows/s"] = insert_plainly(Path(name), batches)
        figures |= flush(lake, batches)
        figures["files, MB"] = lake.status().size_bytes / 1e6
        figures["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures
