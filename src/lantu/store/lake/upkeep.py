"""Keeps the table quick and as small as the rules allow: one file a month, old files and old months gone.

In: the table's folder, held by its lock. Out: what was done. Left out on purpose:
deciding how long readings are kept; a city's archive rules say that.
"""

import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lantu.store.lake.files import MOST_ROWS, write_rows
from lantu.store.lake.schema import FILE_SCHEMA
from lantu.store.lake.table import LakeFile, commit_files, open_table, read_state, write_checkpoint

KEEP_FILES_HOURS = 168
"""Files that are no longer part of the table stay so long for readers that began before."""


@dataclass(frozen=True, slots=True)
class UpkeepReport:
    """What was done.

    Attributes:
        months: Rewritten or dropped.
        files_before, files_after: Of the table.
        rows_dropped: With dropped months.
        deleted: Files taken off the disk.
        version: Of the table now.
    """

    months: tuple[str, ...]
    files_before: int
    files_after: int
    rows_dropped: int
    deleted: int
    version: int


def compact_months(root: Path, months: Iterable[str] | None, least_files: int) -> UpkeepReport:
    """Write each month that lies in several files as one, sorted by series and time.

    Args:
        root: Of the table.
        months: Only these; None for all.
        least_files: Months with fewer files stay as they are.
    """
    state = read_state(open_table(root), root)
    wanted = None if months is None else set(months)
    parts: dict[str, list[LakeFile]] = defaultdict(list)
    for file in state.files:
        if file.rows < MOST_ROWS and (wanted is None or file.month in wanted):
            parts[file.month].append(file)
    done = []
    version = state.version
    for month, files in sorted(parts.items()):
        if len(files) < max(least_files, 2):
            continue
        rows = pa.concat_tables(pq.read_table(f.path, schema=FILE_SCHEMA, partitioning=None) for f in files)
        adds = write_rows(root, rows)
        version = commit_files(
            open_table(root),
            root,
            adds,
            files,
            mark=state.mark,
            remarks={"compacted": month, "rows": str(rows.num_rows)},
        )
        done.append(month)
    after = read_state(open_table(root), root)
    if done:
        write_checkpoint(root)
    return UpkeepReport(tuple(done), len(state.files), len(after.files), 0, 0, version)


def drop_months(root: Path, before: str) -> UpkeepReport:
    """Take months before this one out of the table; their files go with the next vacuum."""
    state = read_state(open_table(root), root)
    old = [file for file in state.files if file.month < before]
    version = state.version
    if old:
        version = commit_files(
            open_table(root), root, [], old, mark=state.mark, remarks={"dropped": f"months before {before}"}
        )
    months = tuple(sorted({file.month for file in old}))
    dropped = sum(file.rows for file in old)
    return UpkeepReport(months, len(state.files), len(state.files) - len(old), dropped, 0, version)


def vacuum_files(root: Path, keep_hours: int = KEEP_FILES_HOURS) -> int:
    """Delete files that no version younger than so many hours needs. Returns how many.

    Files that were written for a commit that never came about go as well, once they are as old.
    """
    table = open_table(root)
    deleted = set(table.vacuum(retention_hours=keep_hours, dry_run=False, enforce_retention_duration=False, full=True))
    named = {file.path for file in read_state(open_table(root), root).files}
    limit = time.time() - 3600 * keep_hours
    for path in root.glob("month=*/*.parquet"):
        if path not in named and path.stat().st_mtime < limit:
            path.unlink()
            deleted.add(str(path.relative_to(root)))
    write_checkpoint(root)
    return len(deleted)
