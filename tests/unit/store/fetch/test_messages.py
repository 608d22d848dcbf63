"""Messages and people as they are told."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lantu.store import models
from lantu.store.fetch.messages import (
    cases_due,
    count_messages,
    due_messages,
    find_message,
    find_recipients,
    find_wish,
    grave_steps,
    list_messages,
    sheets_due,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.fixture
def li(django_user_model) -> Any:
    for code in ("330400", "330411"):
        models.Place.objects.create(code=code, name=code, level="prefecture", recorded_at=AT)
    return django_user_model.objects.create_user("li", "li@example.org")


def write(person: Any, key: str, **said: Any) -> models.Message:
    facts = {"state": "waiting", "next_at": AT, "channel": "mail", "place_id": "330400", **said}
    return models.Message.objects.create(
        key=key, kind="case_due", subject="case/1", person=person, address="a", title="t", text="x", path="/", recorded_at=AT,
        **facts,
    )  # fmt: skip


def test_people_as_they_want_to_be_told(li: Any, settings, django_user_model) -> None:
    settings.LANGUAGE_CODE = "zh-hans"
    django_user_model.objects.create_user("gone", is_active=False)
    keys = list(django_user_model.objects.values_list("pk", flat=True))
    [told] = find_recipients(keys)
    assert (told.name, told.mail_address, told.is_english, told.unwanted) == (
        "li",
        "li@example.org",
        False,
        frozenset(),
    )
    assert find_wish(li).pk is None
    models.MessageWish.objects.create(
        user=li, mail_address="x@y.cn", language="en", unwanted=["review"], recorded_at=AT
    )
    [told] = find_recipients(keys)
    assert (told.mail_address, told.is_english, told.unwanted) == ("x@y.cn", True, frozenset({"review"}))
    assert find_wish(li).language == "en"


def test_what_is_due_by_which_channel(li: Any) -> None:
    write(li, "due")
    write(li, "later", next_at=AT + timedelta(minutes=1))
    write(li, "leased", leased_until=AT + timedelta(minutes=1))
    write(li, "sent", state="sent")
    hook = write(li, "hook", channel="hook", place_id="330411")
    assert [m.key for m in due_messages(("mail",), AT, 9)] == ["due"]
    assert len(due_messages(("mail", "hook"), AT + timedelta(minutes=1), 9)) == 4
    assert find_message(hook.pk) == hook
    assert [m.key for m in list_messages({"330411"}, "", 9)] == ["hook"]
    assert len(list_messages(None, "waiting", 2)) == 2
    assert count_messages(None) == {"waiting": 4, "sent": 1}
    assert count_messages({"330411"}) == {"waiting": 1}


def test_cases_and_grave_warnings(li: Any) -> None:
    for number, state in enumerate(("assigned", "answered", "opened")):
        models.Case.objects.create(
            address=f"case/{number}", place_id="330400", cause_kind="hand", title="a", demand="b", state=state,
            due_on=date(2026, 3, 3), actor="x", recorded_at=AT,
        )  # fmt: skip
    assert [case.address for case in cases_due(date(2026, 3, 3))] == ["case/0"]
    assert cases_due(date(2026, 3, 2)) == sheets_due(date(2026, 3, 2)) == []
    row = models.WarningRow.objects.create(
        address="warning/1", cause="c", subject="s", place_id="330400", name="n", level="red", rule="r",
        since=date(2026, 3, 1), opened_on=date(2026, 3, 1), recorded_at=AT,
    )  # fmt: skip
    for step, level in (("opened", "yellow"), ("raised", "red"), ("lowered", "orange")):
        row.steps.create(step=step, level=level, rule="r", as_of=date(2026, 3, 1), recorded_at=AT)
    assert [step.level for step in grave_steps(AT)] == ["red"]
