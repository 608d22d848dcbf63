"""The outbox: written once, leased by one, sent, failed, given up, revived; wishes as said last."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.act.messages import Event, Letter
from lantu.store import models
from lantu.store.keep.messages import (
    Wish,
    keep_letters,
    keep_wish,
    lease_message,
    note_failed,
    note_sent,
    revive_message,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, tzinfo=UTC)
EVENT = Event("case_due", "case/1", "/case/1", "330400")


@pytest.fixture
def message(django_user_model) -> models.Message:
    models.Place.objects.create(code="330400", name="青湖市", level="prefecture", recorded_at=AT)
    person = django_user_model.objects.create_user("li")
    letters = [Letter(key, person.pk, "mail", "a@b.cn", "t", "x") for key in ("k", "k", "l")]
    assert keep_letters(EVENT, letters, AT) == 2
    assert keep_letters(EVENT, letters, AT) == 0
    return models.Message.objects.get(key="k")


def test_one_worker_leases_it_until_the_lease_ends(message: models.Message) -> None:
    until = AT + timedelta(minutes=1)
    assert [lease_message(message, AT, until) for _ in range(2)] == [True, False]
    assert lease_message(message, until, until + timedelta(minutes=1))
    note_sent(message, AT)
    message.refresh_from_db()
    assert (message.state, message.sent_at, message.leased_until) == ("sent", AT, None)
    assert not lease_message(message, until + timedelta(hours=1), until + timedelta(hours=2))
    assert not revive_message(message.pk, AT)


def test_a_failure_waits_or_ends_and_is_revived(message: models.Message) -> None:
    note_failed(message, "down", AT + timedelta(minutes=1))
    message.refresh_from_db()
    assert (message.state, message.tries, message.reason) == ("waiting", 1, "down")
    note_failed(message, "down", None)
    message.refresh_from_db()
    assert (message.state, message.tries) == ("dead", 2)
    assert revive_message(message.pk, AT)
    message.refresh_from_db()
    assert (message.state, message.tries, message.next_at) == ("waiting", 0, AT)


def test_the_wish_said_last_counts(message: models.Message) -> None:
    keep_wish(message.person, Wish(language="en"), AT)
    keep_wish(message.person, Wish(unwanted=("warning",)), AT)
    wish = models.MessageWish.objects.get()
    assert (wish.language, wish.unwanted) == ("", ["warning"])
