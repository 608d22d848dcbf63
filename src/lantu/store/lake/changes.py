"""What is new in the lake, so that only what rests on it is computed anew.

In: a number of acceptance, or an instant of recorded time. Out: series with the
time their new rows are about. Left out on purpose: the rows themselves; a change
may name more time than changed, never less.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pyarrow as pa

from lantu.store.lake.schema import INSTANT
from lantu.store.models import LakeFlush

CHANGE_SCHEMA = pa.schema([("series", pa.string()), ("first", INSTANT), ("last", INSTANT), ("rows", pa.int64())])


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new.

    Attributes:
        sequence: Up to which number this tells; ask for what is new since it the next time.
        spans: Of CHANGE_SCHEMA, one row per series, by series.
    """

    sequence: int
    spans: pa.Table


def summarise_rows(rows: pa.Table) -> pa.Table:
    """Earliest and latest instant and number of rows of each series."""
    grouped = rows.group_by("series").aggregate([("observed_at", "min"), ("observed_at", "max"), ("series", "count")])
    columns = [grouped[n] for n in ("series", "observed_at_min", "observed_at_max", "series_count")]
    return pa.table(columns, schema=CHANGE_SCHEMA)


def unite_spans(tables: Iterable[pa.Table]) -> pa.Table:
    """Several summaries as one."""
    every = pa.concat_tables([CHANGE_SCHEMA.empty_table(), *tables])
    grouped = every.group_by("series").aggregate([("first", "min"), ("last", "max"), ("rows", "sum")])
    columns = [grouped[n] for n in ("series", "first_min", "last_max", "rows_sum")]
    return pa.table(columns, schema=CHANGE_SCHEMA).sort_by("series")


def flushed_since(since: int | datetime) -> tuple[int, list[pa.Table]]:
    """Last number flushed, and the summaries of flushes with rows accepted since."""
    flushes = LakeFlush.objects.order_by("last")
    newer = flushes.filter(last__gt=since) if isinstance(since, int) else flushes.filter(recorded_at__gt=since)
    top = flushes.last()
    return (top.last if top else 0), [_unpack(bytes(flush.changes)) for flush in newer.iterator(chunk_size=50)]


def pack_spans(spans: pa.Table) -> bytes:
    """A summary as an Arrow stream."""
    sink = BytesIO()
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_stream(sink, CHANGE_SCHEMA, options=options) as writer:
        writer.write_table(spans)
    return sink.getvalue()


def _unpack(data: bytes) -> pa.Table:
    with pa.ipc.open_stream(data) as reader:
        return reader.read_all()
