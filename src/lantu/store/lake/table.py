"""The Delta table: its files, its mark, its commits.

In: data files written and on disk. Out: one commit that names them, or the files
of the present version. The mark is the highest sequence that the files hold; it is
part of each commit, so that staged rows are never counted beside their copy.
Left out on purpose: Delta's own writer, which neither waits for the disk nor lets
a commit take rows out of one file and put others in.
"""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, PostCommitHookProperties, Schema, Transaction
from deltalake.exceptions import TableNotFoundError
from deltalake.transaction import AddAction, RemoveAction

from lantu.store.lake.disk import sync_files, sync_path
from lantu.store.lake.schema import LAKE_SCHEMA

MARK = "lantu.staging"
"""Application id of the mark in Delta's log."""
_NO_HOOKS = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
CHECKPOINT_EVERY = 50
"""Commits between two checkpoints, which keep the table quick to open."""


@dataclass(frozen=True, slots=True)
class LakeFile:
    """A data file of one version.

    Attributes:
        path: On this machine.
        month: Its partition.
        rows: How many.
        size_bytes: On disk.
        first, last: Earliest and latest `observed_at`.
        first_series, last_series: Lowest and highest series by name.
        last_sequence: Highest number in it.
    """

    path: Path
    month: str
    rows: int
    size_bytes: int
    first: datetime
    last: datetime
    first_series: str
    last_series: str
    last_sequence: int

    def may_hold(self, series: Sequence[str] | None, first: datetime | None, last: datetime | None) -> bool:
        """Whether readings of these series and this time may be in it."""
        if (first is not None and self.last < first) or (last is not None and self.first > last):
            return False
        return series is None or any(self.first_series <= name <= self.last_series for name in series)


@dataclass(frozen=True, slots=True)
class TableState:
    """One version of the table.

    Attributes:
        version: Delta's.
        mark: Highest sequence in the files; 0 before the first flush.
        files: All of them, by month and path.
    """

    version: int
    mark: int
    files: tuple[LakeFile, ...]


def open_table(root: Path) -> DeltaTable:
    """The table, made where there is none; a last commit torn by a power cut is put aside."""
    try:
        return DeltaTable(root)
    except TableNotFoundError:
        pass
    except Exception:  # the library raises different kinds for a log it cannot read
        if not mend_log(root):
            raise
        return open_table(root)
    root.mkdir(parents=True, exist_ok=True)
    table = DeltaTable.create(
        root,
        Schema.from_arrow(LAKE_SCHEMA),
        mode="ignore",
        partition_by=["month"],
        name="observations",
        post_commithook_properties=_NO_HOOKS,
    )
    _sync_log(root, table.version())
    return table


def mend_log(root: Path) -> bool:
    """Put the last commit aside if it is not whole: its rows are still staged, for it was never seen on disk."""
    commits = sorted((root / "_delta_log").glob("[0-9]*.json"))
    if not commits:
        return False
    try:
        lines = commits[-1].read_text(encoding="utf-8").splitlines()
        is_whole = bool(lines) and all(isinstance(json.loads(line), dict) for line in lines)
    except ValueError:
        is_whole = False
    if is_whole:
        return False
    commits[-1].rename(commits[-1].with_suffix(".torn"))
    sync_path(commits[-1].parent)
    return True


def read_state(table: DeltaTable, root: Path) -> TableState:
    """Files and mark of the version that the table was opened at."""
    actions = pa.table(table.get_add_actions(flatten=True)).to_pylist()
    files = [
        LakeFile(
            root / action["path"],
            action["partition.month"],
            action["num_records"],
            action["size_bytes"],
            action["min.observed_at"],
            action["max.observed_at"],
            action["min.series"],
            action["max.series"],
            action["max.sequence"],
        )
        for action in actions
    ]
    files.sort(key=lambda file: (file.month, str(file.path)))
    return TableState(table.version(), table.transaction_version(MARK) or 0, tuple(files))


def commit_files(
    table: DeltaTable,
    root: Path,
    adds: Sequence[AddAction],
    removes: Iterable[LakeFile],
    *,
    mark: int,
    remarks: Mapping[str, str],
) -> int:
    """One commit: files in, files out, the mark. On disk when it returns.

    Args:
        table: At its newest version.
        root: Its folder.
        adds: Of files that are on disk already.
        removes: Files whose rows are all in the added ones.
        mark: Highest sequence that the table then holds.
        remarks: Kept with the commit.

    Returns:
        The new version.
    """
    moment = int(time.time() * 1000)  # as Delta's own writers do; it decides how long readers may still use the files
    outs = [
        RemoveAction(
            path=str(file.path.relative_to(root)),
            deletion_timestamp=moment,
            data_change=True,
            partition_values={"month": file.month},
            size=file.size_bytes,
        )
        for file in removes
    ]
    table.create_write_transaction(
        [*adds, *outs],
        mode="append",
        schema=table.schema(),
        partition_by=["month"],
        commit_properties=CommitProperties(
            custom_metadata=dict(remarks), app_transactions=[Transaction(MARK, mark)], max_commit_retries=0
        ),
        post_commithook_properties=_NO_HOOKS,
    )
    version = int(DeltaTable(root).version())
    _sync_log(root, version)
    if version % CHECKPOINT_EVERY == 0:
        write_checkpoint(root)
    return version


def write_checkpoint(root: Path) -> None:
    """The table's state in one file, on disk before any older commit may go."""
    DeltaTable(root).create_checkpoint()
    log = root / "_delta_log"
    sync_files([*log.glob("*.checkpoint*.parquet"), *log.glob("_last_checkpoint")], log)


def sync_log(root: Path) -> None:
    """Wait for every commit since the last checkpoint, as after a crash nobody knows which are on disk."""
    log = root / "_delta_log"
    sync_files(sorted(log.glob("[0-9]*.json"))[-CHECKPOINT_EVERY - 1 :], log)


def _sync_log(root: Path, version: int) -> None:
    log = root / "_delta_log"
    sync_files([log / f"{version:020d}.json"], root)
