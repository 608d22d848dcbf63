"""Rows answered but not yet in the lake's files: batches in the registry's database.

In: rows of READING_SCHEMA. Out: a receipt once they are on disk; the staged rows.
A batch is one row holding an Arrow stream: one insert and one wait for the disk,
whatever the number of readings. Doubles among staged rows are found by an index in
memory that is made from the batches alone, so that it can be thrown away at any time.
Left out on purpose: doubles of flushed rows; the flush and the readers find those.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

import pyarrow as pa
import pyarrow.compute as pc
from django.db import transaction

from lantu.store.lake.schema import INSTANT, STAGED_SCHEMA
from lantu.store.models import LakeCounter, LakeFlush, StagedBatch

MOST_ROWS = 200_000
"""Of one batch; more are cut into several in the same transaction."""
_WRITING = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
"""A batch is so little that handing its columns to threads takes longer than packing them."""

Content = tuple[float | None, str, str]
Mention = Callable[["Receipt"], None]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of appended rows.

    Attributes:
        rows: Handed in.
        kept: Staged.
        doubled: Said what a staged row with the same key says; they were left out.
        corrected: Kept, and say something else than a staged row with the same key.
        sequence: Number of the last reading in the lake then.
        recorded_at: When the lake took them.
    """

    rows: int
    kept: int
    doubled: int
    corrected: int
    sequence: int
    recorded_at: datetime


@dataclass(slots=True)
class _Index:
    """What is in force for each staged key, by feed and instant (microseconds)."""

    seen: int = 0
    flushed: int = 0
    feeds: dict[tuple[str, str], dict[int, Content]] = field(default_factory=dict)


class Staging:
    """The staged batches of one registry, as one process sees them."""

    def __init__(self) -> None:
        self._index: _Index | None = None
        self._turn = threading.Lock()

    def append(self, rows: pa.Table, source: str, recorded_at: datetime, mention: Mention | None = None) -> Receipt:
        """Stage rows; they are on disk when this returns.

        Args:
            rows: Of READING_SCHEMA.
            source: For the batch.
            recorded_at: The present. Where the clock went back, the latest instant given stays.
            mention: Called in the same transaction, to keep a word of it elsewhere in the registry.

        Raises:
            RuntimeError: If a transaction is open already, since the rows would then not be on disk yet.
        """
        with self._turn:
            index, self._index = self._index, None  # stays away if anything fails, and is then made anew
            with transaction.atomic(durable=True):
                counter = _lock_counter()
                index = _catch_up(index, counter)
                fresh, corrected = _leave_out_doubles(rows, index)
                at = max(recorded_at, counter.recorded_at or recorded_at)
                last = _keep(fresh, source, counter.sequence, at)
                LakeCounter.objects.filter(id=1).update(sequence=last, recorded_at=at)
                receipt = Receipt(rows.num_rows, fresh.num_rows, rows.num_rows - fresh.num_rows, corrected, last, at)
                if mention is not None:
                    mention(receipt)
            index.seen = last
            self._index = index
        return receipt

    def load(self, after: int = 0, most: int | None = None, upto: int | None = None) -> pa.Table:
        """Staged rows in order, as whole batches.

        Args:
            after: Only rows with a higher number.
            most: About so many rows; at least one batch.
            upto: Only batches whose numbers end there or before.
        """
        batches = StagedBatch.objects.filter(last__gt=after).order_by("first")
        if upto is not None:
            batches = batches.filter(last__lte=upto)
        tables: list[pa.Table] = []
        count = 0
        for batch in batches.iterator(chunk_size=50):
            if most is not None and tables and count + batch.rows > most:
                break
            tables.append(unpack_rows(bytes(batch.data)))
            count += batch.rows
        return pa.concat_tables(tables).combine_chunks() if tables else STAGED_SCHEMA.empty_table()

    def count(self, after: int = 0) -> tuple[int, int]:
        """Batches and rows staged with higher numbers."""
        rows = list(StagedBatch.objects.filter(last__gt=after).values_list("rows", flat=True))
        return len(rows), sum(rows)

    def release(self, upto: int, flush: LakeFlush | None) -> int:
        """Forget batches that the files hold, and keep what the flush did. Returns how many rows went."""
        with transaction.atomic(durable=True):
            counter = _lock_counter()
            gone = StagedBatch.objects.filter(last__lte=upto)
            rows = sum(gone.values_list("rows", flat=True))
            gone.delete()
            if flush is not None and not LakeFlush.objects.filter(last=flush.last).exists():
                flush.save(force_insert=True)
            LakeCounter.objects.filter(id=1).update(flushed=max(upto, counter.flushed))
        return rows

    def pass_mark(self, mark: int) -> None:
        """Number later readings above the mark, as a registry restored from a backup would begin below it."""
        with transaction.atomic(durable=True):
            if _lock_counter().sequence < mark:
                LakeCounter.objects.filter(id=1).update(sequence=mark)


def _lock_counter() -> LakeCounter:
    """The counter, held until the transaction ends: numbers are committed in the order they are given."""
    rows = list(LakeCounter.objects.select_for_update().filter(id=1))
    if rows:
        return rows[0]
    LakeCounter.objects.bulk_create([LakeCounter(id=1)], ignore_conflicts=True)
    return LakeCounter.objects.select_for_update().get(id=1)


def _catch_up(index: _Index | None, counter: LakeCounter) -> _Index:
    """The index with what other processes staged; made anew where batches were flushed meanwhile."""
    if index is None or index.flushed != counter.flushed:
        index = _Index(flushed=counter.flushed)
    if index.seen < counter.sequence:
        for batch in StagedBatch.objects.filter(first__gt=index.seen).order_by("first").iterator(chunk_size=50):
            for feed, instant, content in _iterate(unpack_rows(bytes(batch.data))):
                index.feeds.setdefault(feed, {})[instant] = content
        index.seen = counter.sequence
    return index


def _iterate(rows: pa.Table) -> Iterator[tuple[tuple[str, str], int, Content]]:
    """Feed, instant and content of each row; equal words are one object, which keeps the index small."""
    words = [_words(rows[name]) for name in ("series", "source_key", "unit", "flag")]
    instants = rows["observed_at"].cast(pa.int64()).to_numpy().tolist()
    values = rows["value"].to_pylist() if rows["value"].null_count else rows["value"].to_numpy().tolist()
    for series, key, unit, flag, instant, value in zip(*words, instants, values, strict=True):
        yield (series, key), instant, (value, unit, flag)


def _words(column: pa.ChunkedArray) -> list[str]:
    encoded = column.combine_chunks().dictionary_encode()
    encoded = encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded
    words = encoded.dictionary.to_pylist()
    if len(words) == 1:  # most batches are of one feed and one unit
        return words * len(encoded)
    return [words[index] for index in encoded.indices.to_numpy().tolist()]


def _leave_out_doubles(rows: pa.Table, index: _Index) -> tuple[pa.Table, int]:
    """Rows that say something new, and how many of these correct a staged one. The index learns them."""
    kept, corrected = [], 0
    for place, (feed, instant, content) in enumerate(_iterate(rows)):
        instants = index.feeds.get(feed)
        if instants is None:
            instants = index.feeds[feed] = {}
        before = instants.get(instant)
        if before == content:
            continue
        corrected += before is not None
        instants[instant] = content
        kept.append(place)
    return (rows if len(kept) == rows.num_rows else rows.take(pa.array(kept, pa.int64()))), corrected


def _keep(rows: pa.Table, source: str, sequence: int, at: datetime) -> int:
    """Write the batches. Returns the last number given."""
    batches = []
    for start in range(0, rows.num_rows, MOST_ROWS):
        part = rows.slice(start, MOST_ROWS)
        numbers = pa.array(range(sequence + 1, sequence + 1 + part.num_rows), pa.int64())
        part = part.append_column(STAGED_SCHEMA.field("recorded_at"), pa.repeat(pa.scalar(at, INSTANT), part.num_rows))
        data = pack_rows(part.append_column(STAGED_SCHEMA.field("sequence"), numbers))
        last = sequence + part.num_rows
        batches.append(
            StagedBatch(
                first=sequence + 1, last=last, rows=part.num_rows, data=data, source=source[:300], recorded_at=at
            )
        )
        sequence = last
    StagedBatch.objects.bulk_create(batches)
    return sequence


def pack_rows(rows: pa.Table) -> bytes:
    """A table as one Arrow stream; words that repeat are written once."""
    columns = [
        pc.dictionary_encode(rows[f.name].combine_chunks()) if pa.types.is_string(f.type) else rows[f.name]
        for f in rows.schema
    ]
    packed = pa.table(columns, names=rows.column_names)
    sink = BytesIO()
    with pa.ipc.new_stream(sink, packed.schema, options=_WRITING) as writer:
        writer.write_table(packed)
    return sink.getvalue()


def unpack_rows(data: bytes) -> pa.Table:
    """What `pack_rows` was given."""
    with pa.ipc.open_stream(data) as reader:
        return reader.read_all().cast(STAGED_SCHEMA)
