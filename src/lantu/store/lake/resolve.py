"""Which of the rows that came in are new, which correct an earlier one, and which say it again.

In: rows in order of acceptance, and files that may hold their keys. Out: the rows
to keep with what supersedes them, and the rows of files that they supersede.
The key is series, instant and source key. A row that says what the row in force
says is a double and goes; one that says something else is a correction and stays.
Left out on purpose: any judgement on which of two is right; the later is in force.
"""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from lantu.store.lake.schema import FILE_SCHEMA, INSTANT

SUPERSEDED_SCHEMA = pa.schema([("file", pa.string()), ("sequence", pa.int64()), ("superseded_at", INSTANT)])
"""Rows of files that are no longer in force: where they are, and since when."""

_KNOWN = """
CREATE TEMP TABLE known AS
SELECT f.series, f.observed_at, f.source_key, f.value, f.unit, f.flag, f.recorded_at, f.sequence, f.filename AS file
FROM read_parquet($files, filename = true, hive_partitioning = false) AS f
SEMI JOIN incoming AS i
  ON f.series = i.series AND f.observed_at = i.observed_at AND f.source_key = i.source_key
WHERE f.superseded_at IS NULL
"""
_NOTHING_KNOWN = """
CREATE TEMP TABLE known AS
SELECT series, observed_at, source_key, value, unit, flag, recorded_at, sequence, '' AS file FROM incoming LIMIT 0
"""
_CONTESTED = """
CREATE TEMP TABLE contested AS
SELECT i.* FROM incoming AS i WHERE i.is_repeated
UNION ALL
SELECT i.* FROM incoming AS i SEMI JOIN known AS k
  ON k.series = i.series AND k.observed_at = i.observed_at AND k.source_key = i.source_key
WHERE NOT i.is_repeated
"""
_CHAINS = """
CREATE TEMP TABLE chains AS
WITH every AS (
  SELECT * FROM known
  UNION ALL
  SELECT series, observed_at, source_key, value, unit, flag, recorded_at, sequence, NULL FROM contested
),
compared AS (
  SELECT *,
    row_number() OVER w AS place,
    value IS NOT DISTINCT FROM lag(value) OVER w AND unit = lag(unit) OVER w AND flag = lag(flag) OVER w AS is_same
  FROM every WINDOW w AS (PARTITION BY series, observed_at, source_key ORDER BY sequence)
)
SELECT sequence, file, place > 1 AS is_correction, lead(recorded_at) OVER w AS superseded_at
FROM compared WHERE place = 1 OR NOT is_same
WINDOW w AS (PARTITION BY series, observed_at, source_key ORDER BY sequence)
"""
_CONTESTED_NUMBERS = "SELECT sequence FROM contested"
_KEPT = "SELECT sequence, superseded_at, is_correction FROM chains WHERE file IS NULL"
_SUPERSEDED = "SELECT file, sequence, superseded_at FROM chains WHERE file IS NOT NULL AND superseded_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of rows that came in.

    Attributes:
        kept: Of FILE_SCHEMA, in order of acceptance.
        superseded: Of SUPERSEDED_SCHEMA.
        doubled: Rows that said again what was in force.
        corrected: Kept rows that say something else than an earlier one.
    """

    kept: pa.Table
    superseded: pa.Table
    doubled: int
    corrected: int


def resolve_rows(incoming: pa.Table, files: Sequence[Path]) -> Resolved:
    """Compare rows with each other and with what files hold in force.

    Args:
        incoming: Of STAGED_SCHEMA; numbers higher than any in the files.
        files: Data files that may hold the same keys.
    """
    repeated = find_repeated(incoming)
    if not files and not repeated.any():  # the ordinary case: new hours of known series
        return Resolved(_end_force(incoming, None), SUPERSEDED_SCHEMA.empty_table(), 0, 0)
    with closing(open_engine()) as engine:
        lend_table(engine, "incoming", incoming.append_column("is_repeated", pa.array(repeated)))
        if files:
            engine.execute(_KNOWN, {"files": [str(file) for file in files]})
        else:
            engine.execute(_NOTHING_KNOWN)
        engine.execute(_CONTESTED)
        engine.execute(_CHAINS)
        contested = engine.execute(_CONTESTED_NUMBERS).to_arrow_table()["sequence"]
        won = engine.execute(_KEPT).to_arrow_table()
        superseded = engine.execute(_SUPERSEDED).to_arrow_table().cast(SUPERSEDED_SCHEMA)
    lost = np.isin(contested.to_numpy(), won["sequence"].to_numpy(), invert=True)
    kept = incoming.filter(pa.array(np.isin(incoming["sequence"].to_numpy(), contested.to_numpy()[lost], invert=True)))
    corrected = int(pc.sum(won["is_correction"]).as_py() or 0)
    return Resolved(_end_force(kept, won), superseded, incoming.num_rows - kept.num_rows, corrected)


def find_repeated(rows: pa.Table) -> np.ndarray:
    """Whether a row's key stands in another of the rows too. Numbers are compared, as words would be slow."""
    keys = [_number_words(rows["series"]), _number_words(rows["source_key"]), _instants(rows)]
    order = np.lexsort(keys)
    is_like_last = np.ones(max(len(order) - 1, 0), dtype=bool)
    for key in keys:
        ordered = key[order]
        is_like_last &= ordered[1:] == ordered[:-1]
    repeated = np.zeros(len(order), dtype=bool)
    repeated[order[1:][is_like_last]] = True
    repeated[order[:-1][is_like_last]] = True
    return repeated


def _number_words(column: pa.ChunkedArray) -> np.ndarray:
    numbers: np.ndarray = pc.index_in(column, value_set=pc.unique(column)).to_numpy()
    return numbers


def _instants(rows: pa.Table) -> np.ndarray:
    instants: np.ndarray = rows["observed_at"].cast(pa.int64()).to_numpy()
    return instants


def _end_force(rows: pa.Table, won: pa.Table | None) -> pa.Table:
    """Rows of FILE_SCHEMA, in order, with the instant at which a later one among them took over."""
    if won is None:
        ends = pa.nulls(rows.num_rows, INSTANT)
    else:
        place = pc.index_in(rows["sequence"], value_set=won["sequence"].combine_chunks())
        ends = won["superseded_at"].combine_chunks().cast(INSTANT).take(place.combine_chunks())
    return rows.append_column(FILE_SCHEMA.field("superseded_at"), ends).select(FILE_SCHEMA.names).cast(FILE_SCHEMA)


def lend_table(engine: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A table of the engine's own. On a registered one, comparing instants would ask for a package of time zones."""
    engine.register("lent", rows)
    engine.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM lent")
    engine.unregister("lent")


def open_engine() -> duckdb.DuckDBPyConnection:
    """A DuckDB of its own, in UTC, in memory."""
    engine = duckdb.connect(":memory:")
    engine.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")
    return engine
