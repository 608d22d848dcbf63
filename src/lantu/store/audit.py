"""The audit chain: seal rows, and find any that was changed, removed or moved.

In: who did what to what, when. Out: a sealed row; a list of breaks. The hash of a
row covers the hash of the row before it, so one altered row breaks the rest.
Left out on purpose: who may read it, which policy decides.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from lantu.store.models import AuditRow

FIRST = "0" * 64
_LOCK = 0x6C616E74  # "lant": one writer at a time on PostgreSQL; SQLite has one writer anyway


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold.

    Attributes:
        seq: Number of the row, or of the row that is missing.
        wrong: What is wrong with it.
    """

    seq: int
    wrong: str


def seal_row(seq: int, at: datetime, actor: str, action: str, subject: str, detail: Any, previous: str) -> str:
    """SHA-256 over the row's content and the hash of the row before, in hexadecimal."""
    content = json.dumps(
        [seq, at.isoformat(), actor, action, subject, detail, previous],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(content.encode()).hexdigest()


def append_audit(actor: str, action: str, subject: str, at: datetime, **detail: Any) -> AuditRow:
    """Write the next row; call it inside the transaction of the change it tells of."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = AuditRow.objects.order_by("-seq").first()
    seq, previous = (last.seq + 1, last.row_hash) if last else (1, FIRST)
    return AuditRow.objects.create(
        seq=seq,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        detail=detail,
        previous_hash=previous,
        row_hash=seal_row(seq, at, actor, action, subject, detail, previous),
    )


def find_breaks() -> Iterator[Break]:
    """Walk the chain from the first row and name every row that does not hold."""
    expected, previous = 1, FIRST
    for row in AuditRow.objects.order_by("seq").iterator():
        if row.seq != expected:
            yield Break(expected, f"rows {expected} to {row.seq - 1} are missing")
        if row.previous_hash != previous and row.seq == expected:
            yield Break(row.seq, "it does not follow from the row before")
        sealed = seal_row(row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.previous_hash)
        if sealed != row.row_hash:
            yield Break(row.seq, "its content was changed after it was sealed")
        expected, previous = row.seq + 1, row.row_hash
