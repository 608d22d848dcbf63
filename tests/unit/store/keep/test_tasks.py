"""Rows of tasks: one a plan and entry, and a state that repeats the last step."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import Span
from lantu.core.time import parse_period
from lantu.store import models
from lantu.store.keep.tasks import (
    TaskTerms,
    end_milestone,
    keep_milestone,
    keep_report_step,
    keep_task,
    keep_task_report,
    keep_terms,
    lock_report,
)
from tests.unit.show.city import DISTRICT, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def task() -> models.Task:
    city = build_city()
    row = city.version.entries.order_by("pk")[0]
    entry = Entry("t1", EntryKind.TASK, "prose", Span(0, 4, "建设绿道"), "", "建设绿道", bodies=("市交通局",),
                  region_code=DISTRICT)  # fmt: skip
    made = keep_task(city.plan, row, entry, AT, by="x")
    assert made is not None
    assert keep_task(city.plan, row, entry, AT, by="x") is None
    return made


def test_a_task_is_of_the_place_it_names(task: models.Task) -> None:
    assert (task.address, task.place_id, task.bodies) == ("plan/990100/2021/outline#t1", DISTRICT, ["市交通局"])


def test_reports_repeat_their_last_step(task: models.Task) -> None:
    keep_terms(task, TaskTerms("", ("a",), date(2021, 1, 1), date(2025, 12, 31)), AT, by="x", is_guessed=True)
    report = keep_task_report(task, parse_period("2025-Q1"), Decimal("12.5"), [], "做了", AT, by="x")
    keep_report_step(report, "accept", "accepted", "", AT, by="y")
    found = lock_report(report.pk)
    assert found is not None
    assert (found.state, found.steps.count()) == ("accepted", 2)
    assert lock_report(999) is None


def test_milestones_end_and_stay(task: models.Task) -> None:
    milestone = keep_milestone(task, "开工", date(2022, 1, 1), AT, by="x")
    end_milestone(milestone, AT)
    assert models.Milestone.objects.get().ended_at == AT
