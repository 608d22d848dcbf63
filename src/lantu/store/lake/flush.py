"""Staged rows into the lake's files, so that a crash at any point loses and doubles nothing.

In: a staging and the table's folder. Out: a report. The order is: data files on
disk, then the commit that names them together with the mark, then the log on disk,
and only then the staged rows go. Whoever reads takes staged rows above the mark
alone, so rows that are in both places for a moment are seen once.
Left out on purpose: waiting for another flush; the caller holds the lake's lock.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake.transaction import AddAction

from lantu.store.lake.changes import pack_spans, summarise_rows
from lantu.store.lake.files import write_rows
from lantu.store.lake.resolve import resolve_rows
from lantu.store.lake.schema import FILE_SCHEMA
from lantu.store.lake.staging import Staging
from lantu.store.lake.table import LakeFile, TableState, commit_files, mend_log, open_table, read_state, sync_log
from lantu.store.models import LakeFlush

MOST_ROWS = 1_000_000
"""Of one commit, which bounds the memory of a flush."""
STEPS = ("written", "committed", "released")
Watch = Callable[[str], object]


def ignore_step(step: str) -> None:
    """Watch nothing."""


@dataclass(frozen=True, slots=True)
class FlushReport:
    """What a flush did.

    Attributes:
        rows: Put into the files.
        doubled: Left out, because they say again what was in force.
        corrected: Of the rows, those that correct an earlier one.
        commits: Made.
        recovered: Staged rows that an interrupted flush had put into the files already.
        staged: Rows that stay staged.
        version: Of the table now.
    """

    rows: int
    doubled: int
    corrected: int
    commits: int
    recovered: int
    staged: int
    version: int


def flush_staging(
    staging: Staging, root: Path, min_rows: int, max_rows: int = MOST_ROWS, watch: Watch = ignore_step
) -> FlushReport:
    """Put staged rows into files, as long as there are at least `min_rows`.

    Args:
        staging: Whose rows.
        root: The table's folder.
        min_rows: Fewer stay staged.
        max_rows: Of one commit.
        watch: Told of each step of STEPS, for progress and for tests that stop the process there.
    """
    mend_log(root)  # a commit that is empty altogether opens well, as one that did nothing
    recovered = finish_flush(staging, root)
    rows = doubled = corrected = commits = 0
    while True:
        state = read_state(open_table(root), root)
        if staging.count(state.mark)[1] < max(min_rows, 1):
            break
        staged = staging.load(state.mark, max_rows)
        flush = _flush_once(staging, staged, state, root, watch)
        rows, doubled, corrected = rows + flush.rows, doubled + flush.doubled, corrected + flush.corrected
        commits += 1
    return FlushReport(rows, doubled, corrected, commits, recovered, staging.count()[1], state.version)


def finish_flush(staging: Staging, root: Path) -> int:
    """End what an interrupted flush left: its rows are in the files and still staged. Returns how many."""
    state = read_state(open_table(root), root)
    left = staging.load(upto=state.mark)
    if not left.num_rows:
        return 0
    sync_log(root)
    return staging.release(state.mark, _describe_flush(left, state.version, left.num_rows, 0, 0))


def _flush_once(staging: Staging, staged: pa.Table, state: TableState, root: Path, watch: Watch) -> LakeFlush:
    mark = pc.max(staged["sequence"]).as_py()
    resolved = resolve_rows(staged, overlapping_files(staged, state))
    touched = pc.unique(resolved.superseded["file"]).to_pylist()
    removed = [file for file in state.files if str(file.path) in touched]
    adds = write_rows(root, resolved.kept) if resolved.kept.num_rows else []
    for file in removed:
        adds += _rewrite_file(root, file, resolved.superseded)
    watch("written")
    remarks = {"rows": str(resolved.kept.num_rows), "doubled": str(resolved.doubled)}
    version = commit_files(open_table(root), root, adds, removed, mark=mark, remarks=remarks)
    watch("committed")
    flush = _describe_flush(staged, version, resolved.kept.num_rows, resolved.doubled, resolved.corrected)
    staging.release(mark, flush)
    watch("released")
    return flush


def overlapping_files(rows: pa.Table, state: TableState) -> list[Path]:
    """Files that may hold keys of these rows, by what the log says of them."""
    if not rows.num_rows:
        return []
    time, names = pc.min_max(rows["observed_at"]).as_py(), pc.min_max(rows["series"]).as_py()
    return [
        file.path
        for file in state.files
        if file.may_hold(None, time["min"], time["max"])
        and file.first_series <= names["max"]
        and file.last_series >= names["min"]
    ]


def _rewrite_file(root: Path, file: LakeFile, superseded: pa.Table) -> list[AddAction]:
    """The file again, with the end of force written into rows that were corrected."""
    rows = pq.read_table(file.path, schema=FILE_SCHEMA, partitioning=None)
    ends = superseded.filter(pc.equal(superseded["file"], str(file.path)))
    place = pc.index_in(rows["sequence"], value_set=ends["sequence"].combine_chunks())
    ended = pc.coalesce(
        ends["superseded_at"].combine_chunks().take(place.combine_chunks()), rows["superseded_at"].combine_chunks()
    )
    column = FILE_SCHEMA.get_field_index("superseded_at")
    return write_rows(root, rows.set_column(column, FILE_SCHEMA.field(column), ended))


def _describe_flush(staged: pa.Table, version: int, rows: int, doubled: int, corrected: int) -> LakeFlush:
    return LakeFlush(
        last=pc.max(staged["sequence"]).as_py(),
        version=version,
        rows=rows,
        doubled=doubled,
        corrected=corrected,
        changes=pack_spans(summarise_rows(staged)),
        recorded_at=pc.max(staged["recorded_at"]).as_py(),
    )
