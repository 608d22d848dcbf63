"""The audit chain holds, and every way of tampering with it is named."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest

from lantu.store.audit import (
    UnknownHashError,
    append_audit,
    export_rows,
    find_breaks,
    is_sealed,
    last_seal,
    seal_row,
    usable_hashes,
)
from lantu.store.models import AuditRow

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def chain() -> list[AuditRow]:
    return [
        append_audit("li", "plan.read", f"plan/{n}", START + timedelta(seconds=n), entries=n, words="规划")
        for n in range(1, 6)
    ]


@pytest.mark.usefixtures("chain")
def test_untouched_chain_holds() -> None:
    assert list(find_breaks()) == []


@pytest.mark.usefixtures("chain")
def test_changed_row_is_named() -> None:
    AuditRow.objects.filter(seq=3).update(actor="somebody else")
    assert [found.seq for found in find_breaks()] == [3]


@pytest.mark.usefixtures("chain")
def test_resealed_row_breaks_the_next() -> None:
    AuditRow.objects.filter(seq=3).update(row_hash="f" * 64)
    assert [found.seq for found in find_breaks()] == [3, 4]


@pytest.mark.usefixtures("chain")
def test_removed_row_is_named() -> None:
    AuditRow.objects.filter(seq=2).delete()
    found = list(find_breaks())
    assert found[0].seq == 2
    assert "missing" in found[0].wrong


@pytest.mark.usefixtures("chain")
def test_swapped_rows_are_named() -> None:
    AuditRow.objects.filter(seq=2).update(seq=99)
    AuditRow.objects.filter(seq=3).update(seq=2)
    AuditRow.objects.filter(seq=99).update(seq=3)
    assert {found.seq for found in find_breaks()} >= {2, 3}


@pytest.mark.usefixtures("chain")
def test_rows_cut_off_the_end_are_told_by_what_was_noted() -> None:
    head = last_seal()
    AuditRow.objects.filter(seq__gte=4).delete()
    assert list(find_breaks()) == []
    assert [(found.seq, found.wrong) for found in find_breaks(head)] == [(4, "rows 4 to 5 are missing")]


@pytest.mark.usefixtures("chain")
def test_a_chain_sealed_anew_is_told_by_what_was_noted() -> None:
    assert [found.seq for found in find_breaks((3, "0" * 64))] == [3]


def test_sm3_seals_as_the_standard_says(settings) -> None:
    # GB/T 32905-2016, example 1.
    assert hashlib.new("sm3", b"abc").hexdigest() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    append_audit("li", "a", "s", START)
    settings.LANTU_AUDIT_HASH = "sm3"
    row = append_audit("li", "b", "s", START)
    settings.LANTU_AUDIT_HASH = "sha256"
    append_audit("li", "c", "s", START)
    assert row.row_hash != seal_row(row.seq, row.at, row.actor, row.action, row.subject, row.detail, row.previous_hash)
    assert is_sealed(row)
    assert list(find_breaks()) == []
    AuditRow.objects.filter(seq=2).update(subject="t")
    assert [found.seq for found in find_breaks()] == [2]
    assert set(usable_hashes()) == {"sha256", "sm3"}


def test_a_hash_nobody_knows_is_refused(settings) -> None:
    settings.LANTU_AUDIT_HASH = "md5"
    with pytest.raises(UnknownHashError, match="sha256"):
        append_audit("li", "a", "s", START)


@pytest.mark.usefixtures("chain")
def test_the_export_has_all_a_hash_is_made_of() -> None:
    previous = "0" * 64
    for line in export_rows():
        row = json.loads(line)
        content = [row[name] for name in ("seq", "at", "actor", "action", "subject", "detail")] + [previous]
        said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert row["row_hash"] == hashlib.sha256(said.encode()).hexdigest()
        previous = row["row_hash"]
