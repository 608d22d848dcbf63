"""The lake, as the rest of the program uses it.

In: rows, and questions with months, series, time and `as_of`. Out: receipts,
files, rows, changes. Reads see staged rows and files together, each reading once.
Left out on purpose: engines; who reads files gets paths, and computes elsewhere.
"""

import threading
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from lantu.store.lake.changes import Changes, flushed_since, summarise_rows, unite_spans
from lantu.store.lake.disk import hold_lock
from lantu.store.lake.flush import MOST_ROWS, FlushReport, Watch, flush_staging, ignore_step, overlapping_files
from lantu.store.lake.resolve import lend_table, open_engine, resolve_rows
from lantu.store.lake.schema import LAKE_SCHEMA, Records, add_months, conform_rows, name_months
from lantu.store.lake.staging import Mention, Receipt, Staging
from lantu.store.lake.table import TableState, open_table, read_state
from lantu.store.lake.upkeep import KEEP_FILES_HOURS, UpkeepReport, compact_months, drop_months, vacuum_files
from lantu.store.models import LakeFlush

FLUSH_ROWS = 20_000
"""Rows that are worth a file; a table format wants no fewer at a time."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All readings as of one moment: rows of `files` whose sequence is not hidden, and `staged`.

    Attributes:
        files: Paths of data files of one version.
        staged: Of LAKE_SCHEMA; rows not yet in files, doubles left out.
        hidden: `sequence` and `superseded_at` of rows in files that staged rows supersede; mostly empty.
        version: Of the table.
        sequence: Highest number that the snapshot knows.
    """

    files: tuple[Path, ...]
    staged: pa.Table
    hidden: pa.Table
    version: int
    sequence: int


@dataclass(frozen=True, slots=True)
class LakeStatus:
    """How the lake is.

    Attributes:
        version: Of the table.
        files, months, rows, size_bytes: Of the present version.
        staged_batches, staged_rows: Not yet flushed.
        first, last: Earliest and latest instant in files; None where there is none.
        mark: Highest number in files.
        is_behind: Whether the files lack rows that the registry says were flushed.
    """

    version: int
    files: int
    months: int
    rows: int
    size_bytes: int
    staged_batches: int
    staged_rows: int
    first: datetime | None
    last: datetime | None
    mark: int
    is_behind: bool


@dataclass(frozen=True, slots=True)
class Pinned:
    """One version of the lake.

    Attributes:
        state: Of the table.
        staged: Rows not in its files, of STAGED_SCHEMA.
    """

    state: TableState
    staged: pa.Table

    def select(
        self,
        months: Iterable[str] | None = None,
        series: Sequence[str] | None = None,
        *,
        first: datetime | None = None,
        last: datetime | None = None,
        as_of: datetime | None = None,
    ) -> Snapshot:
        """As `Lake.snapshot`."""
        state = self.state
        top = max(state.mark, pc.max(self.staged["sequence"]).as_py() or 0)
        wanted = None if months is None else set(months)
        staged = _select(self.staged, wanted, series, (first, last), as_of)
        resolved = resolve_rows(staged, overlapping_files(staged, state))
        files = tuple(
            file.path
            for file in state.files
            if (wanted is None or file.month in wanted) and file.may_hold(series, first, last)
        )
        hidden = resolved.superseded.select(["sequence", "superseded_at"])
        return Snapshot(files, add_months(resolved.kept), hidden, state.version, top)


class Lake:
    """A lake in an instance folder. Make it with `Lake.open`; threads may share it."""

    schema = LAKE_SCHEMA

    def __init__(self, home: Path) -> None:
        self.root = home / "lake" / "observations"
        self._lock = home / "lake" / "writer.lock"
        self._turn = threading.Lock()
        self._staging = Staging()

    @classmethod
    def open(cls, home: Path) -> "Lake":
        """The lake of an instance folder; made where there is none. An interrupted flush is ended at the next one."""
        lake = cls(home)
        lake.root.parent.mkdir(parents=True, exist_ok=True)
        with lake._turn, hold_lock(lake._lock):
            state = read_state(open_table(lake.root), lake.root)
        lake._staging.pass_mark(state.mark)
        return lake

    def append(
        self, rows: pa.Table | Records, *, source: str, recorded_at: datetime, mention: Mention | None = None
    ) -> Receipt:
        """Take readings in; they are on disk when this returns.

        Args:
            rows: A table or records with `series`, `observed_at` (with zone) and `value`, and more of READING_SCHEMA.
            source: Who sent them.
            recorded_at: The present.
            mention: Called with the receipt in the same transaction, to keep a word of it in the registry.

        Raises:
            ValueError: If the rows are not of the lake's form; nothing is kept then.
        """
        return self._staging.append(conform_rows(rows, source), source, recorded_at, mention)

    def flush(
        self, min_rows: int = FLUSH_ROWS, *, max_rows: int = MOST_ROWS, watch: Watch = ignore_step
    ) -> FlushReport:
        """Put staged rows into files, where there are at least so many. May be repeated and interrupted."""
        with self._turn, hold_lock(self._lock):
            return flush_staging(self._staging, self.root, min_rows, max_rows, watch)

    def compact(self, months: Iterable[str] | None = None, *, least_files: int = 2) -> UpkeepReport:
        """Write each month in several files as one."""
        with self._turn, hold_lock(self._lock):
            return compact_months(self.root, months, least_files)

    def retain(self, *, from_month: str = "", keep_hours: int = KEEP_FILES_HOURS) -> UpkeepReport:
        """Drop months before `from_month`, then delete files that no recent version needs.

        Args:
            from_month: "2021-01"; "" drops none.
            keep_hours: Replaced files stay so long.
        """
        with self._turn, hold_lock(self._lock):
            report = drop_months(self.root, from_month)
            deleted = vacuum_files(self.root, keep_hours)
            version = open_table(self.root).version()
        return UpkeepReport(
            report.months, report.files_before, report.files_after, report.rows_dropped, deleted, int(version)
        )

    def snapshot(
        self,
        months: Iterable[str] | None = None,
        series: Sequence[str] | None = None,
        *,
        first: datetime | None = None,
        last: datetime | None = None,
        as_of: datetime | None = None,
    ) -> Snapshot:
        """Files and staged rows that together hold each reading once.

        Args:
            months: Only these partitions (UTC months).
            series: Only these.
            first, last: Only this time, both ends included; files may hold more.
            as_of: What was known then; who reads the files applies it to them.
        """
        return self.pin().select(months, series, first=first, last=last, as_of=as_of)

    def pin(self) -> "Pinned":
        """The lake as it is now, to ask several questions of one version."""
        staged = self._staging.load()  # before the files, so that no row slips between
        state = self._state()
        return Pinned(state, staged.filter(pc.greater(staged["sequence"], state.mark)))

    def files(self, months: Iterable[str] | None = None, series: Sequence[str] | None = None) -> list[Path]:
        """Data files of the present version that may hold these months and series."""
        wanted = None if months is None else set(months)
        return [
            file.path
            for file in self._state().files
            if (wanted is None or file.month in wanted) and file.may_hold(series, None, None)
        ]

    def staged(
        self,
        months: Iterable[str] | None = None,
        series: Sequence[str] | None = None,
        *,
        as_of: datetime | None = None,
    ) -> pa.Table:
        """Rows that are not in files yet, without those that say again what the files say."""
        return self.snapshot(months, series, as_of=as_of).staged

    def read(
        self,
        months: Iterable[str] | None = None,
        series: Sequence[str] | None = None,
        *,
        first: datetime | None = None,
        last: datetime | None = None,
        as_of: datetime | None = None,
    ) -> pa.Table:
        """The readings in force, each once, by series and time; as they were known at `as_of`."""
        shot = self.snapshot(months, series, first=first, last=last, as_of=as_of)
        staged = shot.staged.drop(["month"])
        with closing(open_engine()) as engine:
            lend_table(engine, "staged", staged)
            lend_table(engine, "hidden", shot.hidden)
            parts = ["SELECT * FROM staged"]
            if shot.files:
                paths = ", ".join("'" + str(path).replace("'", "''") + "'" for path in shot.files)
                parts.append(
                    "SELECT f.* REPLACE (coalesce(f.superseded_at, h.superseded_at) AS superseded_at)"
                    f" FROM read_parquet([{paths}], hive_partitioning = false) AS f LEFT JOIN hidden AS h USING (sequence)"
                )
            at, low, high = as_of, first, last
            rows = engine.execute(
                f"SELECT * FROM ({' UNION ALL BY NAME '.join(parts)}) WHERE"
                " ($at IS NULL OR recorded_at <= $at) AND (superseded_at IS NULL OR superseded_at > $at)"
                " AND ($low IS NULL OR observed_at >= $low) AND ($high IS NULL OR observed_at <= $high)"
                " AND ($names IS NULL OR list_contains($names, series))"
                " ORDER BY series, observed_at, source_key",
                {"at": at, "low": low, "high": high, "names": None if series is None else list(series)},
            ).to_arrow_table()
        return add_months(rows.select([n for n in LAKE_SCHEMA.names if n != "month"])).cast(LAKE_SCHEMA)

    def changes_since(self, since: int | datetime = 0) -> Changes:
        """Series and time that are new since a number of acceptance, or since an instant of recorded time."""
        staged = self._staging.load()
        flushed, spans = flushed_since(since)
        staged = staged.filter(pc.greater(staged["sequence"], flushed))
        top = pc.max(staged["sequence"]).as_py() or flushed
        newer = staged["sequence"] if isinstance(since, int) else staged["recorded_at"]
        staged = staged.filter(pc.greater(newer, pa.scalar(since, newer.type)))
        return Changes(top, unite_spans([*spans, summarise_rows(staged)]))

    def status(self) -> LakeStatus:
        """How the lake is."""
        state = self._state()
        batches, rows = self._staging.count()
        flushed = LakeFlush.objects.order_by("last").last()
        return LakeStatus(
            version=state.version,
            files=len(state.files),
            months=len({file.month for file in state.files}),
            rows=sum(file.rows for file in state.files),
            size_bytes=sum(file.size_bytes for file in state.files),
            staged_batches=batches,
            staged_rows=rows,
            first=min((file.first for file in state.files), default=None),
            last=max((file.last for file in state.files), default=None),
            mark=state.mark,
            is_behind=flushed is not None and flushed.last > state.mark,
        )

    def _state(self) -> TableState:
        return read_state(open_table(self.root), self.root)


def _select(
    rows: pa.Table,
    months: set[str] | None,
    series: Sequence[str] | None,
    span: tuple[datetime | None, datetime | None],
    as_of: datetime | None,
) -> pa.Table:
    first, last = span
    if months is not None:
        rows = rows.filter(pc.is_in(name_months(rows["observed_at"]), pa.array(sorted(months), pa.string())))
    if series is not None:
        rows = rows.filter(pc.is_in(rows["series"], pa.array(series, pa.string())))
    for name, limit, compare in (
        ("observed_at", first, pc.greater_equal),
        ("observed_at", last, pc.less_equal),
        ("recorded_at", as_of, pc.less_equal),
    ):
        if limit is not None:
            rows = rows.filter(compare(rows[name], pa.scalar(limit.astimezone(UTC), rows[name].type)))
    return rows
