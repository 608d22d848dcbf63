"""The arrow from a file of readings to the lake, stopped and taken up again as often as need be.

In: a path, the pack whose quantities it holds, where and how. Out: what became of
every row. Each chunk is kept together with the word of how far the import is, in
one transaction; a second run goes on behind it and doubles nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

import pyarrow as pa

from lantu.core.diagnostic import Diagnostic, has_errors
from lantu.run.catalogue import load_catalogue
from lantu.run.clock import read_clock
from lantu.run.lake import open_lake
from lantu.run.reading_files import ReadingFile, digest_file, open_readings
from lantu.run.reading_layouts import WrongColumnError, find_layout, find_rules
from lantu.sense.readings.chunk import Chunk, Ground, finish_chunk, read_chunk, tell_gaps
from lantu.sense.readings.following import Memory
from lantu.sense.readings.layout import check_layout
from lantu.sense.readings.reading import Block
from lantu.sense.table import Row
from lantu.store.audit import append_audit
from lantu.store.keep.imports import begin_import, end_import, keep_progress
from lantu.store.lake import Lake
from lantu.store.lake.staging import Receipt
from lantu.store.transactions import one_transaction

CHUNK_ROWS = 2_000
HISTORY = timedelta(days=30)
"""Before a chunk's first reading, in which the lake is asked for the series' earlier readings."""
Report = Callable[[int, Mapping[str, int]], object]

__all__ = ["ImportReport", "ReadingSource", "WrongColumnError", "import_readings"]


@dataclass(frozen=True, slots=True)
class ReadingSource:
    """How a file is to be read.

    Attributes:
        pack: Name of the pack whose quantities it holds.
        place_code: Of all rows that name no place, or "".
        feed: Key of the feed; a later file of the same feed repeats or corrects it.
        columns: Field → heading, for columns that go by a name nobody knows.
        year: Of days that are written without one, or "".
    """

    pack: str
    place_code: str = ""
    feed: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file.

    Attributes:
        counts: rows, refused, readings, kept, doubled, corrected, and one for each flag.
        diagnostics: Of this run.
        resumed_after: Rows that an earlier run had done.
        is_done_before: Whether the same file was imported to its end before; nothing was changed then.
    """

    counts: Mapping[str, int]
    diagnostics: tuple[Diagnostic, ...]
    resumed_after: int = 0
    is_done_before: bool = False


def import_readings(
    path: Path, source: ReadingSource, *, by: str, lake: Lake | None = None, report: Report | None = None
) -> ImportReport:
    """Read a file of readings into the lake.

    Args:
        path: CSV, XLSX or Parquet.
        source: How it is to be read.
        by: Who asks for it.
        lake: Of the instance, where none is given.
        report: Told of the rows done and the counts after each chunk.

    Raises:
        UnreadableError: If the file is none that can be read.
        WrongColumnError: If a column named by hand is not there, or the pack is not.
    """
    lake = lake or open_lake()
    row = begin_import(digest_file(path, repr(source)), path.name, by, read_clock())
    if row.ended_at is not None:
        return ImportReport(row.counts, (), row.rows_done, True)
    before = row.rows_done
    with open_readings(path) as file:
        layout, said = find_layout(file.header, source, path.name)
        said = (*said, *check_layout(layout, path.name))
        if has_errors(said):
            return ImportReport({}, said)
        # The present of the first run holds for all, so that a second one flags as the first did.
        ground = Ground(layout, find_rules(source.pack), load_catalogue(), row.began_at, path.name)
        counts, diagnostics = Counter(row.counts), list(said)
        memory = Memory()
        for chunk, last, is_new in _walk(file, ground, memory, lake, before):
            if not is_new:
                continue
            _count(counts, chunk)
            diagnostics += chunk.diagnostics

            def mention(receipt: Receipt, last: int = last, chunk: Chunk = chunk) -> None:
                counts.update(kept=receipt.kept, doubled=receipt.doubled, corrected=receipt.corrected)
                keep_progress(row, last, counts, chunk.diagnostics, receipt.recorded_at)

            lake.append(_as_table(chunk), source=path.name, recorded_at=read_clock(), mention=mention)
            if report is not None:
                report(last, counts)
    gaps = tell_gaps(memory, path.name)
    at = read_clock()
    with one_transaction():
        keep_progress(row, row.rows_done, counts, gaps, at)
        end_import(row, at)
        append_audit(by, "readings.imported", path.name, at, digest=row.digest, **counts)
    flushed = lake.flush()
    counts["doubled"] += flushed.doubled
    return ImportReport(dict(counts), (*diagnostics, *gaps), before)


def _walk(
    file: ReadingFile, ground: Ground, memory: Memory, lake: Lake, done: int
) -> Iterator[tuple[Chunk, int, bool]]:
    """Chunks with the number of their last row, and whether they were not kept before.

    Rows done before are read again, since later flags rest on them, but not kept again.
    """
    known: set[str] = set()
    while rows := list(islice(file.rows, CHUNK_ROWS)):
        for part, is_new in _cut(rows, done):
            read = read_chunk(part, ground)
            _remember(read[0], known, memory, lake, ground)
            yield finish_chunk(read, len(part), ground, memory), part[-1].number, is_new


def _cut(rows: list[Row], done: int) -> list[tuple[list[Row], bool]]:
    """Rows up to those done before, and the others."""
    old, new = [r for r in rows if r.number <= done], [r for r in rows if r.number > done]
    return [(part, is_new) for part, is_new in ((old, False), (new, True)) if part]


def _remember(block: Block, known: set[str], memory: Memory, lake: Lake, ground: Ground) -> None:
    """Give the memory what the lake has of series that come up for the first time."""
    fresh = sorted(set(block.series) - known)
    if not fresh:
        return
    known |= set(fresh)
    first = min(block.instants)
    earlier = lake.read(
        series=fresh, first=first - HISTORY, last=first - timedelta(microseconds=1), as_of=ground.now
    ).select(["series", "observed_at", "value", "flag"])
    values: dict[str, list[float]] = {}
    for name, value, flag in zip(*(earlier[c].to_pylist() for c in ("series", "value", "flag")), strict=True):
        if value is not None and not flag:
            values.setdefault(name, []).append(value)
    for name, found in values.items():
        memory.seed(name, found[-ground.rules.history_window :])


def _count(counts: Counter[str], chunk: Chunk) -> None:
    counts.update(rows=chunk.rows, refused=chunk.refused, readings=len(chunk.readings), **chunk.flagged)


def _as_table(chunk: Chunk) -> pa.Table:
    """Readings in order, those of earlier chunks behind them."""
    parts = (chunk.readings, *chunk.earlier)
    zone = pa.timestamp("us", "UTC")
    instants: list[datetime] = [at for part in parts for at in part.instants]
    return pa.table(
        {
            "series": pa.array([name for part in parts for name in part.series], pa.string()),
            "place_code": pa.array([code for part in parts for code in part.place_codes], pa.string()),
            "quantity": pa.array([name for part in parts for name in part.quantities], pa.string()),
            "observed_at": pa.array(instants, zone),
            "value": pa.array([value for part in parts for value in part.values], pa.float64()),
            "unit": pa.array([unit for part in parts for unit in part.units], pa.string()),
            "flag": pa.array([flag for part in parts for flag in part.flags], pa.string()),
            "source_key": pa.array([key for part in parts for key in part.keys], pa.string()),
        }
    )
