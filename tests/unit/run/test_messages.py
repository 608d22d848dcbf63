"""Arrows tell people in their own transaction: of cases, returns sent back, grave warnings and reviews."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.urls import resolve

from lantu.run import cases as case_arrows
from lantu.run.cases import take_case_step
from lantu.run.filing import take_step
from lantu.run.messages import tell_review, tell_warnings
from lantu.store import models
from tests.unit.run.told import CITY, add_people, open_case, open_sheet, told

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _mail_only(settings) -> None:
    settings.EMAIL_HOST = "127.0.0.1"
    settings.LANTU_HOOK_URL = ""


@pytest.fixture
def people(definitions: None, django_user_model) -> dict:
    return add_people(django_user_model)


def test_a_case_is_told_to_its_department_when_assigned_and_when_sent_back(people: dict) -> None:
    key = open_case()
    take_case_step(key, "assign", department="tjj", working_days=5, by="sun")
    assert told() == [("case_assigned", "", "li", "mail")]
    message = models.Message.objects.get()
    assert (message.address, message.state, resolve(message.path).url_name) == ("li@example.org", "waiting", "case")
    assert "查明原因" in message.text
    for step, note, by in (("accept", "", "li"), ("answer", "已办", "li"), ("send_back", "证据不足", "sun")):
        take_case_step(key, step, note=note, by=by)
    assert told() == [("case_assigned", "", "li", "mail"), ("returned", "", "li", "mail")]
    assert "证据不足" in models.Message.objects.get(kind="returned").text


def test_a_step_that_is_not_kept_leaves_no_message(people: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    key, real = open_case(), case_arrows.tell_case_step

    def tell_and_break(*said: object) -> int:
        assert real(*said) == 1  # type: ignore[arg-type]
        raise RuntimeError("the power fails")

    monkeypatch.setattr(case_arrows, "tell_case_step", tell_and_break)
    with pytest.raises(RuntimeError), transaction.atomic():
        take_case_step(key, "assign", department="tjj", working_days=5, by="sun")
    assert told() == []
    assert models.Case.objects.get().state == "opened"


def test_without_a_channel_nothing_is_written(people: dict, settings) -> None:
    settings.EMAIL_HOST = ""
    take_case_step(open_case(), "assign", department="tjj", working_days=5, by="sun")
    assert told() == []


def test_a_return_sent_back_is_told_with_its_note(people: dict) -> None:
    sheet = open_sheet()
    models.ReturnSheet.objects.update(state="submitted")
    take_step(sheet.pk, "send_back", note="分母不对", by="qian")
    assert told() == [("returned", "", "li", "mail")]
    message = models.Message.objects.get()
    assert "分母不对" in message.text
    assert resolve(message.path).url_name == "sheet"


def test_warnings_are_told_from_orange_on(people: dict) -> None:
    for number, (step, level) in enumerate(
        (("opened", "yellow"), ("opened", "orange"), ("lowered", "orange"), ("raised", "red"))
    ):
        row = models.WarningRow.objects.create(
            address=f"warning/x/{number}", cause="behind", subject=f"s{number}", place_id=CITY, name="能耗", level=level,
            rule="r", since=date(2026, 3, 1), opened_on=date(2026, 3, 1), recorded_at=AT,
        )  # fmt: skip
        row.steps.create(step=step, level=level, rule="r", as_of=date(2026, 3, 1), recorded_at=AT)
    assert tell_warnings(AT, date(2026, 3, 2)) == 4
    assert told() == [("warning", "orange", "sun", "mail"), ("warning", "orange", "zhou", "mail"),
                      ("warning", "red", "sun", "mail"), ("warning", "red", "zhou", "mail")]  # fmt: skip
    assert tell_warnings(AT, date(2026, 3, 2)) == 0
    assert resolve(models.Message.objects.all()[0].path).url_name == "warning"


def test_a_review_in_force_is_told_to_those_who_look_after_plans_and_those_who_decided(people: dict) -> None:
    plan = models.Plan.objects.create(
        address="plan/330400/2021/a", title="规划", kind="outline", place_id=CITY, first_year=2021, last_year=2025,
        recorded_at=AT,
    )  # fmt: skip
    document = models.Document.objects.create(sha256="0" * 64, name="a", data=b"a", size_bytes=1, recorded_at=AT)
    version = plan.versions.create(number=2, document=document, reader="t", state="read", recorded_at=AT, read_at=AT)
    models.EntryDecision.objects.create(
        version=version, entry_id="e1", verdict="accepted", actor="zheng", recorded_at=AT
    )
    assert tell_review(version, 3, AT) == 2
    assert told() == [("review", "", "zheng", "mail"), ("review", "", "zhou", "mail")]
    assert resolve(models.Message.objects.all()[0].path).url_name == "plan"


def test_who_does_not_want_a_kind_or_has_no_address_is_not_told(people: dict) -> None:
    models.MessageWish.objects.create(user=people["li"], unwanted=["case_assigned"], recorded_at=AT)
    take_case_step(open_case(), "assign", department="tjj", working_days=5, by="sun")
    assert told() == []
