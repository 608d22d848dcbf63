"""The audit chain holds, and every way of tampering with it is named."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.store.audit import append_audit, find_breaks
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
