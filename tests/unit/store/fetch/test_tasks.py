"""What held of tasks at a moment."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.task import TaskFacts
from lantu.core.time import parse_period
from lantu.store import models
from lantu.store.fetch.tasks import (
    find_milestone,
    find_report,
    find_task,
    known_tasks,
    latest_setting,
    reports_waiting,
    steps_of_reports,
    task_entries,
)
from lantu.store.keep.tasks import TaskTerms, keep_milestone, keep_report_step, keep_task_report, keep_terms
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)
LATER = AT + timedelta(days=1)


def test_what_was_known_then() -> None:
    city = build_city()
    entry = city.version.entries.order_by("pk")[0]
    task = models.Task.objects.create(
        address="a#1", plan=city.plan, entry=entry, place_id=CITY, name="建", actor="x", recorded_at=AT
    )
    keep_terms(task, TaskTerms("", (), date(2021, 1, 1), date(2025, 12, 31)), AT, by="x", is_guessed=True)
    milestone = keep_milestone(task, "开工", date(2022, 1, 1), AT, by="x")
    first = keep_task_report(task, parse_period("2025-Q1"), Decimal(10), [milestone.pk], "做", AT, by="x")
    keep_report_step(first, "accept", "accepted", "", AT, by="y")
    again = keep_task_report(task, parse_period("2025-Q1"), Decimal(20), [], "做", LATER, by="x")
    assert [r.pk for r in reports_waiting()] == [again.pk]
    keep_report_step(again, "accept", "accepted", "", LATER, by="y")

    (then,), (now,) = known_tasks(AT), known_tasks(LATER)
    assert isinstance(then.facts, TaskFacts)
    assert (then.facts.done_pct, then.facts.waypoints[0].reached_on) == (Decimal(10), date(2025, 3, 31))
    assert (now.facts.done_pct, now.facts.waypoints[0].reached_on) == (Decimal(20), None)
    assert known_tasks(AT - timedelta(days=1)) == []
    assert known_tasks(LATER, plan_key=0) == []
    assert len(known_tasks(LATER, key=task.pk)) == 1
    assert len(steps_of_reports(task.pk)) == 4
    found = (find_task(task.pk), find_milestone(milestone.pk), find_report(first.pk), latest_setting(task.pk))
    assert None not in found
    assert task_entries(city.version) == []
