"""Which series the lake holds, how many readings each has in force, and which place its newest one names.

In: one version of the lake. Out: a table of series. Left out on purpose: stations without readings.
"""

from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from lantu.sense.readings.reading import FUTURE
from lantu.store.lake.resolve import lend_table, open_engine

if TYPE_CHECKING:  # it needs the registry
    from lantu.store.lake.lake import Pinned

SCHEMA = pa.schema(
    [
        ("series", pa.string()),
        ("place_code", pa.string()),
        ("rows", pa.int64()),
        ("flagged", pa.int64()),
        ("first", pa.int64()),
        ("last", pa.int64()),
    ]
)
"""Grain: one row per series. `first` and `last` are seconds since 1970 in UTC; `flagged` of the rows count for nothing.

A clock that is ahead says nothing of how far readings reach: `last` is that of the readings without that flag, if there are any.
"""

_LIST = """
SELECT series, arg_max(place_code, sequence) AS place_code, count(*) AS rows, count(*) FILTER (flag <> '') AS flagged,
  coalesce(min(epoch_us(observed_at)) FILTER (NOT contains(flag, $ahead)), min(epoch_us(observed_at))) // 1000000 AS first,
  coalesce(max(epoch_us(observed_at)) FILTER (NOT contains(flag, $ahead)), max(epoch_us(observed_at))) // 1000000 AS last
FROM ({parts}) WHERE starts_with(series, $prefix) AND ($names IS NULL OR list_contains($names, series))
  AND ($low IS NULL OR observed_at >= $low) AND ($high IS NULL OR observed_at <= $high)
GROUP BY series ORDER BY series
"""
_COLUMNS = "series, place_code, sequence, flag, observed_at"


def list_series(
    lake: "Pinned",
    pack: str,
    series: Sequence[str] | None = None,
    span: tuple[datetime | None, datetime | None] = (None, None),
) -> pa.Table:
    """The series of a pack, or some of them.

    Args:
        lake: The version.
        pack: Name of the pack.
        series: Only these; None for all.
        span: Only readings from one instant to another, both included.
    """
    shot = lake.select(series=series, first=span[0], last=span[1])
    with closing(open_engine()) as engine:
        lend_table(engine, "staged", shot.staged)
        lend_table(engine, "hidden", shot.hidden)
        parts = [f"SELECT {_COLUMNS} FROM staged WHERE superseded_at IS NULL"]
        if shot.files:
            paths = ", ".join("'" + str(path).replace("'", "''") + "'" for path in shot.files)
            parts.append(
                f"SELECT {_COLUMNS} FROM read_parquet([{paths}], hive_partitioning = false)"
                " WHERE superseded_at IS NULL AND sequence NOT IN (SELECT sequence FROM hidden)"
            )
        names = None if series is None else list(series)
        asked = {"ahead": FUTURE, "prefix": f"{pack}/", "names": names, "low": span[0], "high": span[1]}
        return engine.execute(_LIST.format(parts=" UNION ALL ".join(parts)), asked).to_arrow_table().cast(SCHEMA)


def update_series(known: pa.Table, newer: pa.Table) -> pa.Table:
    """A list of series with some of them told anew."""
    kept = known.filter(pc.invert(pc.is_in(known["series"], newer["series"].combine_chunks())))
    return pa.concat_tables([kept, newer]).sort_by("series")


def series_with(names: Iterable[str], pack: str) -> tuple[str, ...]:
    """The names that are series of a pack."""
    return tuple(sorted(name for name in set(names) if name.startswith(f"{pack}/")))
