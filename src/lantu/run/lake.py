"""The instance's lake, opened once per process, and its upkeep as arrows.

In: nothing, or how much is to be kept. Out: the lake; reports. Left out on purpose:
a lake elsewhere than in the instance folder.
"""

from datetime import timedelta
from functools import cache
from pathlib import Path

from lantu.run.clock import read_clock
from lantu.store.audit import append_audit
from lantu.store.lake import Lake
from lantu.store.lake.flush import FlushReport
from lantu.store.lake.upkeep import UpkeepReport
from lantu.store.settings import HOME
from lantu.store.transactions import one_transaction


@cache
def open_lake(home: Path = HOME) -> Lake:
    """The lake of an instance folder."""
    return Lake.open(home)


def flush_lake(lake: Lake, min_rows: int) -> FlushReport:
    """Staged readings into files. No audit row: what is known does not change by it."""
    return lake.flush(min_rows)


def compact_lake(lake: Lake) -> UpkeepReport:
    """One file a month. No audit row: what is known does not change by it."""
    return lake.compact()


def retain_lake(lake: Lake, *, from_month: str, keep: timedelta, by: str) -> UpkeepReport:
    """Drop months before one, and delete files nobody needs; what was dropped is told in the audit chain."""
    report = lake.retain(from_month=from_month, keep_hours=int(keep.total_seconds() // 3600))
    with one_transaction():
        append_audit(
            by, "lake.retained", from_month or "files", read_clock(),
            rows=report.rows_dropped, months=list(report.months), files=report.deleted,
        )  # fmt: skip
    return report
