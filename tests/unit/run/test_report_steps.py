"""Steps of quarterly reports: one order for tasks and projects; what is refused changes nothing."""

from types import SimpleNamespace
from typing import Any

import pytest

pytestmark = pytest.mark.django_db


class RefusedError(ValueError):
    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def take(report: Any, step: str, by: str, kept: list[tuple[Any, ...]]) -> str:
    from lantu.run.report_steps import ReportWay, take_report_step

    def keep(report: Any, step: str, state: str, note: str, at: Any, *, by: str) -> None:
        kept.append((step, state, note, by))

    way = ReportWay("task", lambda key: report if key == 1 else None, keep, RefusedError)
    return take_report_step(way, 1 if report is not None else 2, step, " good ", by=by)


def test_a_step_is_kept_with_its_audit_row() -> None:
    from lantu.store.models import AuditRow

    kept: list[tuple[Any, ...]] = []
    report = SimpleNamespace(pk=1, state="submitted", actor="li", task=SimpleNamespace(address="task/1"))
    assert take(report, "accept", "wang", kept) == "accepted"
    assert kept == [("accept", "accepted", "good", "wang")]
    assert AuditRow.objects.filter(action="task.accept", subject="task/1").count() == 1


@pytest.mark.parametrize(
    ("state", "step", "by", "code"),
    [
        ("submitted", "accept", "li", "same_person"),
        ("accepted", "accept", "wang", "state"),
        (None, "accept", "wang", "unknown"),
    ],
)
def test_what_is_refused_changes_nothing(state: str | None, step: str, by: str, code: str) -> None:
    from lantu.store.models import AuditRow

    kept: list[tuple[Any, ...]] = []
    report = None if state is None else SimpleNamespace(pk=1, state=state, actor="li")
    with pytest.raises(RefusedError) as stop:
        take(report, step, by, kept)
    assert (stop.value.code, kept, AuditRow.objects.count()) == (code, [], 0)
