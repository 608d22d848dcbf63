"""Keep how far the import of a file of readings is, so that it goes on where it was stopped.

In: the digest of content and way of reading, counts. Out: the row of the import.
Left out on purpose: the readings, which the lake keeps in the same transaction.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from lantu.core.diagnostic import Diagnostic
from lantu.store.models import ReadingImport

MOST_REMARKS = 500
"""Diagnostics kept with an import; all are counted."""


def begin_import(digest: str, name: str, actor: str, at: datetime) -> ReadingImport:
    """The import of this content in this way: the one that was stopped, or a new one."""
    row, _ = ReadingImport.objects.get_or_create(
        digest=digest, defaults={"name": name[:255], "actor": actor, "began_at": at, "recorded_at": at}
    )
    return row


def keep_progress(
    row: ReadingImport, rows_done: int, counts: Mapping[str, int], diagnostics: Sequence[Diagnostic], at: datetime
) -> None:
    """Write how far it is; call it inside the transaction that keeps the readings."""
    room = MOST_REMARKS - len(row.remarks)
    row.remarks += [[d.code, str(d.severity), d.place, d.message] for d in diagnostics[: max(room, 0)]]
    row.rows_done, row.counts, row.recorded_at = rows_done, dict(counts), at
    row.save(update_fields=["rows_done", "counts", "remarks", "recorded_at"])


def end_import(row: ReadingImport, at: datetime) -> None:
    """Mark it as done."""
    row.ended_at = at
    row.save(update_fields=["ended_at"])
