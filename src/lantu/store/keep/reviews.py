"""Keep decisions on entries, and a reading as it was reviewed."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from lantu.core.entry import Entry, Table
from lantu.store import models
from lantu.store.codec import encode
from lantu.store.keep.plans import build_entry_row, build_table_row


def keep_decisions(
    version: models.PlanVersion,
    entries: Iterable[tuple[str, Entry | None]],
    verdict: str,
    at: datetime,
    *,
    by: str,
    reason: str = "",
    batch: str = "",
) -> int:
    """Write one decision for each entry named. Returns how many.

    Args:
        version: The reading that was looked at.
        entries: Id of each entry, and the entry as corrected or added.
        verdict: One of the listed verdicts, the same for all.
        at: Now.
        by: Who decided.
        reason: Why, in their words.
        batch: Shared by decisions made in one go.
    """
    rows = [
        models.EntryDecision(
            version=version,
            entry_id=entry_id,
            verdict=verdict,
            body=None if entry is None else body_of(entry),
            reason=reason,
            actor=by,
            batch=batch,
            recorded_at=at,
        )
        for entry_id, entry in entries
    ]
    models.EntryDecision.objects.bulk_create(rows, batch_size=500)
    return len(rows)


def body_of(entry: Entry) -> Any:
    """An entry exactly as the database gives it back: tuples have become lists."""
    return json.loads(json.dumps(encode(entry)))


def keep_revision(
    reading: models.PlanVersion, entries: Sequence[tuple[Entry, str]], tables: Iterable[Table], at: datetime
) -> models.PlanVersion:
    """A further version of a plan: the same document and sections, with these entries and tables.

    Args:
        reading: The version it revises; it stays as it is.
        entries: In the order of the text, each with the code of the matched definition.
        tables: As they now stand.
        at: Now.
    """
    version = models.PlanVersion.objects.create(
        plan_id=reading.plan_id,
        number=models.PlanVersion.objects.filter(plan_id=reading.plan_id).count() + 1,
        document_id=reading.document_id,
        reader=reading.reader,
        facts=reading.facts,
        revises=reading,
        state="read",
        recorded_at=at,
        read_at=at,
    )
    _copy_rows(models.PlanSection.objects.filter(version=reading), version)
    models.PlanTable.objects.bulk_create(build_table_row(version, table) for table in tables)
    _copy_rows(models.Notice.objects.filter(version=reading, code__startswith="R"), version)
    models.PlanEntry.objects.bulk_create(
        (build_entry_row(version, entry, code) for entry, code in entries), batch_size=500
    )
    return version


def _copy_rows(rows: Any, version: models.PlanVersion) -> None:
    copies = []
    for row in rows.order_by("pk"):
        row.pk, row.version = None, version
        row._state.adding = True
        copies.append(row)
    rows.model.objects.bulk_create(copies, batch_size=500)
