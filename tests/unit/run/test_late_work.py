"""Tasks, milestones and projects that are late are told once a level; not what is presumed, nor what is reported as done."""

from datetime import UTC, date, datetime

import pytest

from lantu.act.deadlines import add_working_days
from lantu.run.heads import set_head
from lantu.run.late_work import list_late_work, make_work_reminder
from lantu.run.reminding import remind_all
from lantu.run.tasks import mark_milestone
from lantu.store import models
from lantu.store.keep.heads import HeadFacts
from tests.unit.run.led_work import (
    DUE,
    lead_project,
    lead_task,
    report_on_project,
    report_on_task,
    take_project,
    take_task,
)
from tests.unit.run.told import add_people, told

pytestmark = pytest.mark.django_db
LATER = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def people(definitions: None, django_user_model, settings) -> dict:
    settings.EMAIL_HOST = "127.0.0.1"
    settings.LANTU_HOOK_URL = ""
    return add_people(django_user_model)


def late_by(days: int) -> date:
    return add_working_days(DUE, days).on


def late_names(day: date) -> list[tuple[str, str, str]]:
    return [(work.row.name, work.part, late.name) for work, late in list_late_work(LATER, day)]


def test_a_task_climbs_the_levels_and_each_is_told_once(people: dict) -> None:
    task = take_task()
    assert late_names(late_by(30)) == []  # presumed
    lead_task(task)
    models.Message.objects.all().delete()
    set_head("tjj", "head", HeadFacts("吴", date(2020, 1, 1), account="wu"), by="test")
    assert [remind_all(by="worker", today=day) for day in (date(2026, 3, 2), date(2026, 3, 10), DUE)] == [0, 1, 0]
    assert [remind_all(by="worker", today=late_by(days)) for days in (1, 2, 5, 10)] == [1, 0, 3, 4]
    assert {(stage, person) for _, stage, person, _ in told()} == {
        ("soon", "li"), ("urge", "li"), ("notify", "li"), ("notify", "sun"), ("notify", "wu"),
        ("interview", "li"), ("interview", "sun"), ("interview", "wu"), ("interview", "zhou"),
    }  # fmt: skip
    assert {kind for kind, _, _, _ in told()} == {"work_due"}


def test_what_is_reported_as_done_is_nobodys_to_do(people: dict) -> None:
    task = take_task()
    lead_task(task)
    mark_milestone(task.pk, "完成初步设计", date(2025, 12, 31), by="zhou")
    assert late_names(late_by(1)) == [(task.name, "", "urge"), (task.name, "完成初步设计", "interview")]
    report_on_task(task, "60", [models.Milestone.objects.get().pk])
    assert late_names(late_by(1)) == [(task.name, "", "urge")]
    report_on_task(task, "100")
    assert late_names(late_by(1)) == []


def test_a_project_is_due_at_the_end_of_its_year_until_it_is_completed(people: dict) -> None:
    take_task()
    project = take_project()
    assert late_names(date(2026, 1, 5)) == []
    lead_project(project)
    ((work, late),) = list_late_work(LATER, date(2026, 1, 5))
    assert (work.due_on, late.name) == (date(2025, 12, 31), "urge")
    event = make_work_reminder(work, late)
    assert (event.facts["what"], event.facts_en["what"], event.path) == (
        "重大项目",
        "project",
        f"/project/{project.pk}",
    )
    report_on_project(project, "building")
    assert len(late_names(date(2026, 1, 5))) == 1
    report_on_project(project, "completed")
    assert late_names(date(2026, 1, 5)) == []


def test_a_milestone_is_told_by_its_own_name(people: dict) -> None:
    task = take_task()
    lead_task(task, due_on=date(2030, 12, 31))
    mark_milestone(task.pk, "完成初步设计", DUE, by="zhou")
    models.Message.objects.all().delete()
    assert remind_all(by="worker", today=late_by(1)) == 1
    message = models.Message.objects.get()
    assert "完成初步设计" in message.title
    assert "任务节点" in message.title
