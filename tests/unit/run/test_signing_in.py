"""Wrong passwords in a row lock a name for a while, known or not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lantu.run import signing_in
from lantu.run.signing_in import locked_until, record_attempt
from lantu.store.models import AuditRow

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 1, 1, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    moment = [NOW]
    monkeypatch.setattr(signing_in, "read_clock", lambda: moment[0])
    return moment


def fail(times: int, clock: Any, name: str = "li") -> None:
    for _ in range(times):
        clock[0] += timedelta(seconds=10)
        record_attempt(name, has_succeeded=False)


def test_the_fifth_wrong_password_locks(clock: Any) -> None:
    fail(4, clock)
    assert locked_until("li") is None
    fail(1, clock)
    assert locked_until("li") == clock[0] + timedelta(minutes=15)
    assert locked_until("wang") is None
    assert list(AuditRow.objects.values_list("action", flat=True)) == ["person.locked"]


def test_a_lock_ends_by_itself(clock: Any) -> None:
    fail(5, clock)
    clock[0] += timedelta(minutes=16)
    assert locked_until("li") is None


def test_a_right_password_in_between_starts_the_count_anew(clock: Any) -> None:
    fail(4, clock)
    clock[0] += timedelta(seconds=1)
    record_attempt("li", has_succeeded=True)
    fail(4, clock)
    assert locked_until("li") is None
