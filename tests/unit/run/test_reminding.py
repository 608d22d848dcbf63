"""Reminders: at each level once, to whom the level says, on working days; the page of the day agrees."""

from datetime import date, timedelta

import pytest
from django.urls import resolve

from lantu.act.deadlines import add_working_days
from lantu.run.audience import is_escalated_to
from lantu.run.cases import take_case_step
from lantu.run.clock import today_in_china
from lantu.run.heads import set_head
from lantu.run.policy import Reach, reach_of
from lantu.run.reminding import remind_all
from lantu.store import models
from lantu.store.fetch.heads import leaders_by_department
from lantu.store.keep.heads import HeadFacts
from tests.unit.run.told import add_people, open_case, open_sheet, told

pytestmark = pytest.mark.django_db
DUE = date(2026, 3, 13)
"""A Friday."""


@pytest.fixture
def people(definitions: None, django_user_model, settings) -> dict:
    settings.EMAIL_HOST = "127.0.0.1"
    return add_people(django_user_model)


@pytest.fixture
def case(people: dict) -> models.Case:
    key = open_case()
    take_case_step(key, "assign", department="tjj", until=today_in_china() + timedelta(days=900), by="sun")
    models.Case.objects.update(due_on=DUE)
    models.Message.objects.all().delete()
    return models.Case.objects.get()


def late_by(days: int) -> date:
    return add_working_days(DUE, days).on


def test_each_level_is_told_once_to_whom_it_says(case: models.Case) -> None:
    assert remind_all(by="worker", today=date(2026, 3, 5)) == 0
    assert [remind_all(by="worker", today=date(2026, 3, day)) for day in (10, 11, 12, 13)] == [1, 0, 0, 0]
    assert remind_all(by="worker", today=late_by(1)) == 1
    assert remind_all(by="worker", today=late_by(4)) == 0
    assert remind_all(by="worker", today=late_by(5)) == 2
    assert remind_all(by="worker", today=late_by(10)) == 3
    assert told() == [
        ("case_due", "interview", "li", "mail"),
        ("case_due", "interview", "sun", "mail"),
        ("case_due", "interview", "zhou", "mail"),
        ("case_due", "notify", "li", "mail"),
        ("case_due", "notify", "sun", "mail"),
        ("case_due", "soon", "li", "mail"),
        ("case_due", "urge", "li", "mail"),
    ]
    assert models.AuditRow.objects.filter(action="messages.reminded").count() == 4


def test_not_on_a_day_off_nor_of_what_was_answered(case: models.Case) -> None:
    assert remind_all(by="worker", today=date(2026, 3, 15)) == 0
    models.Case.objects.update(state="answered")
    assert remind_all(by="worker", today=late_by(1)) == 0


def test_a_new_last_day_begins_anew(case: models.Case) -> None:
    assert remind_all(by="worker", today=late_by(1)) == 1
    models.Case.objects.update(due_on=late_by(2))
    assert remind_all(by="worker", today=late_by(1)) == 1
    assert [(k, s) for k, s, _, _ in told()] == [("case_due", "soon"), ("case_due", "urge")]


def test_returns_are_urged_and_told_upward(people: dict) -> None:
    sheet = open_sheet()
    models.ReturnSheet.objects.update(due_on=DUE)
    for days in (1, 5, 10):
        remind_all(by="worker", today=late_by(days))
    assert {(stage, person) for _, stage, person, _ in told()} == {
        ("urge", "li"), ("notify", "li"), ("notify", "qian"), ("notify", "zhou"),
        ("interview", "li"), ("interview", "qian"), ("interview", "zhou"), ("interview", "sun"),
    }  # fmt: skip
    message = models.Message.objects.all()[0]
    assert (message.path, resolve(message.path).url_name) == (f"/sheet/{sheet.pk}", "sheet")


@pytest.mark.parametrize("days", [1, 5, 10])
def test_the_page_of_the_day_lists_what_messages_tell(case: models.Case, people: dict, days: int) -> None:
    """Whoever is told of a late case and does not handle it has it in the box of what came up to them, and nobody else."""
    models.Case.objects.update(due_on=DUE)
    remind_all(by="worker", today=late_by(days))
    escalated = {
        name
        for name, person in people.items()
        if is_escalated_to(lambda action, who=person: reach_of(who, action), case, late_by(days))
    }
    assert escalated == {person for _, _, person, _ in told()} - {"li"}


def test_heads_of_the_late_department_are_told_from_notify_on(case: models.Case, people: dict) -> None:
    set_head("tjj", "head", HeadFacts("吴", date(2020, 1, 1), account="wu"), by="test")
    set_head("jtj", "head", HeadFacts("郑", date(2020, 1, 1), account="zheng"), by="test")
    for days in (1, 5):
        remind_all(by="worker", today=late_by(days))
    assert [(stage, person) for _, stage, person, _ in told()] == [
        ("notify", "li"), ("notify", "sun"), ("notify", "wu"), ("urge", "li"),
    ]  # fmt: skip
    led = {code for code, keys in leaders_by_department(late_by(5)).items() if people["wu"].pk in keys}

    def reach(action: str) -> Reach:
        return reach_of(people["wu"], action)

    assert [is_escalated_to(reach, case, late_by(days), led) for days in (1, 5)] == [False, True]
