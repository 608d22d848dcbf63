"""The audit chain: seal rows, and find any that was changed, removed or moved.

In: who did what to what, when. Out: a sealed row; a list of breaks. The hash of a
row covers the hash of the row before it, so one altered row breaks the rest. Rows are
sealed by SHA-256, or by SM3 where the setting says so.
Left out on purpose: who may read it, which policy decides.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection

from lantu.store.models import AuditRow
from lantu.store.prepared import columns_of, insert_row

FIRST = "0" * 64
SIGNED_IN = "person.signed_in"
"""The action of rows that tell of no change to what anybody reads."""
LAST_CHANGE = (
    f"SELECT seq FROM {AuditRow._meta.db_table} WHERE action NOT IN ({{marks}}) {{until}} ORDER BY seq DESC LIMIT 1"
)
DESK_WORK = (
    SIGNED_IN, "return.typed", "evidence.attached", "evidence.withdrawn", "case.file_attached", "case.file_withdrawn",
    "passage.written", "messages.wished", "password.changed",
)  # fmt: skip
"""Actions that change no plan, no definition, no owner and no standing: what an office does all day."""
LAST_ROW = f"SELECT seq, row_hash FROM {AuditRow._meta.db_table} ORDER BY seq DESC LIMIT 1"
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


HASHES = ("sha256", "sm3")
"""Functions a row may be sealed by. A row holds if any of them gives its hash, so that the setting may change."""


class UnknownHashError(ValueError):
    """The setting names a function that is not known, or that this machine's OpenSSL does not have."""


def seal_row(
    seq: int, at: datetime, actor: str, action: str, subject: str, detail: Any, previous: str, by: str = "sha256"
) -> str:
    """A hash over the row's content and the hash of the row before, in hexadecimal.

    Source of SM3: GB/T 32905-2016; its digest has 256 bits as SHA-256's has.

    Raises:
        UnknownHashError: If the function is not known here.
    """
    content = json.dumps(
        [seq, at.isoformat(), actor, action, subject, detail, previous],
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    if by not in usable_hashes():
        raise UnknownHashError(f"LANTU_AUDIT_HASH={by}: this machine can seal by {', '.join(usable_hashes())}")
    return hashlib.new(by, content.encode()).hexdigest()


def usable_hashes() -> list[str]:
    """Of the functions, those that this machine has."""
    return [name for name in HASHES if name in hashlib.algorithms_available]


def is_sealed(row: AuditRow) -> bool:
    """Whether the hash of a row is that of its content, by one of the functions."""
    said = (row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.previous_hash)
    return any(seal_row(*said, by) == row.row_hash for by in usable_hashes())


def append_audit(actor: str, action: str, subject: str, at: datetime, **detail: Any) -> AuditRow:
    """Write the next row; call it inside the transaction of the change it tells of."""
    last = _lock_last()
    seq, previous = (last[0] + 1, last[1]) if last else (1, FIRST)
    sealed = seal_row(seq, at, actor, action, subject, detail, previous, settings.LANTU_AUDIT_HASH)
    row = AuditRow(
        seq=seq,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        detail=detail,
        previous_hash=previous,
        row_hash=sealed,
    )
    insert_row(AuditRow, **{name: getattr(row, name) for name in columns_of(AuditRow)})
    return row


def _lock_last() -> tuple[int, str] | None:
    """Number and hash of the last row, once nobody else writes the next."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Two statements in one message: the second sees what was written while the first waited.
            cursor.execute(f"SELECT pg_advisory_xact_lock({_LOCK}); {LAST_ROW}")
            cursor.nextset()
        else:
            cursor.execute(LAST_ROW)
        row: tuple[int, str] | None = cursor.fetchone()
    return row


def find_breaks(head: tuple[int, str] | None = None) -> Iterator[Break]:
    """Walk the chain from the first row and name every row that does not hold.

    Args:
        head: Number and hash of a row noted elsewhere; without it nobody can tell that rows were cut off the end.
    """
    expected, previous = 1, FIRST
    for row in AuditRow.objects.order_by("seq").iterator():
        if row.seq != expected:
            yield Break(expected, f"rows {expected} to {row.seq - 1} are missing")
        if row.previous_hash != previous and row.seq == expected:
            yield Break(row.seq, "it does not follow from the row before")
        if head and row.seq == head[0] and row.row_hash != head[1]:
            yield Break(row.seq, "it is not the row whose hash was noted")
        if not is_sealed(row):
            yield Break(row.seq, "its content was changed after it was sealed")
        expected, previous = row.seq + 1, row.row_hash
    if head and head[0] >= expected:
        yield Break(expected, f"rows {expected} to {head[0]} are missing")


def last_change(besides: tuple[str, ...] = (SIGNED_IN,), until: int | None = None) -> int:
    """Number of the last row that tells of a change; 0 where there is none.

    Args:
        besides: Actions that change nothing that matters to who asks; at least one.
        until: Number of the last row to look at.
    """
    is_open = until is None
    sql = LAST_CHANGE.format(marks=", ".join(["%s"] * len(besides)), until="" if is_open else "AND seq <= %s")
    # Asked by every request: past the ORM it takes a tenth of the time.
    with connection.cursor() as cursor:
        cursor.execute(sql, [*besides] if is_open else [*besides, until])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def last_seal() -> tuple[int, str]:
    """Number and hash of the last row, to be noted elsewhere; (0, ...) where there is none."""
    last = AuditRow.objects.order_by("-seq").first()
    return (last.seq, last.row_hash) if last else (0, FIRST)


def export_rows() -> Iterator[str]:
    """The chain as JSON, one row a line, with all that a row's hash is made of."""
    for row in AuditRow.objects.order_by("seq").iterator():
        said = {
            "seq": row.seq, "at": row.at.isoformat(), "actor": row.actor, "action": row.action, "subject": row.subject,
            "detail": row.detail, "previous_hash": row.previous_hash, "row_hash": row.row_hash,
        }  # fmt: skip
        yield json.dumps(said, ensure_ascii=False, sort_keys=True)
