"""Tasks from the plan's words to a standing; only accepted reports count, and a past day replays as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.standing import Class
from lantu.core.time import parse_period
from lantu.run.clock import today_in_china
from lantu.run.departments import add_department
from lantu.run.plans import read_version, receive_plan
from lantu.run.tasks import (
    TaskRefusedError,
    mark_milestone,
    report_task,
    set_task,
    stand_tasks,
    step_report,
    take_tasks,
    unmark_milestone,
)
from lantu.store.audit import find_breaks
from lantu.store.fetch.tasks import latest_setting, reports_waiting
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.plans import PlanFacts
from lantu.store.keep.tasks import TaskTerms
from lantu.store.models import AuditRow, Milestone, PlanVersion, Task, TaskReport, TaskReportStep, TaskSetting

pytestmark = pytest.mark.django_db
CITY = "330400"
PLAN = """青湖市“十四五”规划纲要

（2021—2025年）

第一章 重点任务

第一节 建设湖滨绿道

贯通沿湖步道，到2024年全线建成，让市民随处可以走到水边（市交通运输局牵头，市统计局配合）。

第二节 推进旧城更新

有序更新旧城。
"""


@contextmanager
def refused(code: str) -> Iterator[None]:
    rows = AuditRow.objects.count()
    with pytest.raises(TaskRefusedError) as caught:
        yield
    assert caught.value.code == code
    assert AuditRow.objects.count() == rows


@pytest.fixture
def plan(definitions: None) -> int:
    add_department(DepartmentFacts("jt", "交通运输局", CITY), by="test")
    add_department(DepartmentFacts("tj", "统计局", CITY), by="test")
    facts = PlanFacts("青湖市规划", CITY, first_year=2021, last_year=2025)
    version = receive_plan(PLAN.encode(), "plan.md", facts, by="test")
    read_version(version, by="test")
    return PlanVersion.objects.get(pk=version).plan_id


@pytest.fixture
def task(plan: int) -> Task:
    assert take_tasks(plan, by="li") == 2
    return Task.objects.get(name="建设湖滨绿道")


def klass(task: Task, day: date | None = None) -> Class:
    ((_, standing),) = stand_tasks(day or today_in_china(), key=task.pk)
    return standing.klass


def report(task: Task, done: str, reached: list[int] | None = None, quarter: str = "2022-Q4", by: str = "wang") -> int:
    return report_task(task.pk, parse_period(quarter), Decimal(done), reached or [], "做了一段", by=by)


def test_tasks_are_taken_once_with_guesses(task: Task, plan: int) -> None:
    assert take_tasks(plan, by="li") == 0
    setting = latest_setting(task.pk)
    assert setting is not None
    assert (setting.lead_id, setting.helpers, setting.is_guessed) == ("jt", ["tj"], True)
    other = TaskSetting.objects.get(task__name="推进旧城更新")
    assert (other.lead_id, other.is_guessed, other.due_on) == (None, True, date(2025, 12, 31))
    with refused("unknown"):
        take_tasks(9999, by="li")


def test_a_guess_is_confirmed_and_stays_in_the_registry(task: Task) -> None:
    set_task(task.pk, TaskTerms("tj", ("jt",), date(2021, 3, 1), date(2024, 12, 31)), by="li")
    setting = latest_setting(task.pk)
    assert setting is not None
    assert (setting.lead_id, setting.is_guessed) == ("tj", False)
    assert TaskSetting.objects.filter(task=task).count() == 2
    for code, terms in (
        ("department", TaskTerms("", (), date(2021, 1, 1), date(2022, 1, 1))),
        ("department", TaskTerms("tj", ("nobody",), date(2021, 1, 1), date(2022, 1, 1))),
        ("dates", TaskTerms("tj", (), date(2022, 1, 2), date(2022, 1, 1))),
    ):
        with refused(code):
            set_task(task.pk, terms, by="li")


def test_only_accepted_reports_count_and_steps_are_undone(task: Task) -> None:
    key = report(task, "100")
    assert klass(task) is Class.CANNOT_SAY
    assert [r.pk for r in reports_waiting()] == [key]
    with refused("same_person"):
        step_report(key, "accept", by="wang")
    with refused("note"):
        step_report(key, "send_back", by="li")
    assert step_report(key, "accept", by="li") == "accepted"
    assert klass(task) is Class.MET
    assert step_report(key, "unaccept", note="看错", by="li") == "submitted"
    assert klass(task) is Class.CANNOT_SAY
    assert TaskReportStep.objects.count() == 3
    assert list(find_breaks()) == []


def test_a_past_day_replays_as_it_was(task: Task) -> None:
    step_report(report(task, "100"), "accept", by="li")
    ago = timedelta(days=10)
    for model in (Task, TaskSetting, TaskReport, TaskReportStep):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(recorded_at=row.recorded_at - ago)
    step_report(TaskReport.objects.get().pk, "unaccept", note="看错", by="li")
    assert klass(task) is Class.CANNOT_SAY
    assert klass(task, today_in_china() - timedelta(days=5)) is Class.MET
    assert stand_tasks(today_in_china() - timedelta(days=20)) == []


def test_milestones_are_reached_by_reports_and_taken_off(task: Task) -> None:
    due = date(2022, 6, 30)
    first = mark_milestone(task.pk, "开工", due, by="li")
    step_report(report(task, "60"), "accept", by="li")
    ((known, standing),) = stand_tasks(today_in_china(), key=task.pk)
    assert (standing.klass, standing.late) == (Class.BEHIND, ("开工",))
    step_report(report(task, "60", [first]), "accept", by="li")
    ((known, standing),) = stand_tasks(today_in_china(), key=task.pk)
    assert known.facts.waypoints[0].reached_on == date(2022, 12, 31)
    assert standing.late == ()
    unmark_milestone(first, by="li")
    assert Milestone.objects.count() == 1
    with refused("unknown"):
        unmark_milestone(first, by="li")
    with refused("unknown"):
        report(task, "10", [first])
    with refused("dates"):
        mark_milestone(task.pk, "太晚", date(2099, 1, 1), by="li")
    with refused("note"):
        mark_milestone(task.pk, " ", due, by="li")


@pytest.mark.parametrize("share", ["-1", "100.1", "NaN"])
def test_shares_are_of_a_hundred(task: Task, share: str) -> None:
    with refused("amount"):
        report(task, share)
