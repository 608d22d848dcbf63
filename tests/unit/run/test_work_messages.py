"""Who leads a task or project is told, and what is sent back, objected and decided."""

import pytest
from django.urls import resolve

from lantu.run.assessing import make_assessment, record_rules
from lantu.run.objecting import Outcome, answer_objection, object_to
from lantu.run.projects import step_project_report
from lantu.run.tasks import step_report
from lantu.store import models
from tests.unit.run.led_work import (
    lead_project,
    lead_task,
    report_on_project,
    report_on_task,
    take_project,
    take_task,
)
from tests.unit.run.scored import DAY, RULES, build_scored
from tests.unit.run.told import add_people, told
from tests.unit.show.city import AT
from tests.unit.show.city import CITY as SCORED

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mail_only(settings) -> None:
    settings.EMAIL_HOST = "127.0.0.1"
    settings.LANTU_HOOK_URL = ""


@pytest.fixture
def people(definitions: None, django_user_model) -> dict:
    return add_people(django_user_model)


def test_a_department_is_told_once_that_it_leads_and_the_next_one_when_it_changes(people: dict) -> None:
    task = take_task()
    assert told() == []  # presumed, nobody confirmed it
    lead_task(task)
    lead_task(task)
    assert told() == [("work_assigned", "", "li", "mail")]
    message = models.Message.objects.get()
    assert (resolve(message.path).url_name, message.place_id) == ("task", "330400")
    assert "统计局" in message.text
    lead_task(task, "jtj")
    assert [person for _, _, person, _ in told()] == ["li", "wu"]
    lead_project(take_project())
    assert resolve(models.Message.objects.all()[0].path).url_name == "project"
    assert len(told()) == 3


def test_a_report_sent_back_is_told_with_its_note(people: dict) -> None:
    task = take_task()
    lead_task(task)
    project = take_project()
    lead_project(project)
    models.Message.objects.all().delete()
    step_report(report_on_task(task, "40"), "send_back", note="没有照片", by="zhou")
    step_project_report(report_on_project(project, "building"), "send_back", note="没有发票", by="zhou")
    step_report(report_on_task(task, "50"), "accept", by="zhou")
    assert told() == [("returned", "", "li", "mail")] * 2
    assert {"没有照片" in m.text or "没有发票" in m.text for m in models.Message.objects.all()} == {True}
    assert "2025-10/12" in models.Message.objects.all()[0].title


def test_without_a_channel_nothing_is_written(people: dict, settings) -> None:
    settings.EMAIL_HOST = ""
    lead_task(take_task())
    assert told() == []


def test_an_objection_waits_for_those_who_supervise_and_its_answer_goes_to_the_department(django_user_model) -> None:
    build_scored()
    for name, role, department in (("li", "reporter", "tj"), ("wu", "reporter", "jt"), ("sun", "supervisor", "")):
        person = django_user_model.objects.create(username=name, email=f"{name}@example.org")
        models.Assignment.objects.create(user=person, role=role, place_id=SCORED, department=department, recorded_at=AT)
    run = make_assessment(record_rules(RULES, "r.yml", by="wang"), SCORED, as_of=DAY, by="wang")
    key = object_to(run, "tj", "", "口径有误", by="li")
    assert told() == [("objection", "", "sun", "mail")]
    led_to = answer_objection(key, Outcome("refigured", "采纳"), by="sun")
    assert told() == [("decided", "", "li", "mail"), ("objection", "", "sun", "mail")]
    message = models.Message.objects.get(kind="decided")
    assert message.path == f"/score/{led_to}/tj"
    assert resolve(message.path).url_name == "score"
    assert "按更正后的数据重算" in message.text


def test_who_does_not_want_a_kind_is_not_told(people: dict) -> None:
    models.MessageWish.objects.create(user=people["li"], unwanted=["work_assigned"], recorded_at=AT)
    lead_task(take_task())
    assert told() == []
