"""The outbox over real servers: mail by SMTP and posts by HTTP, down and up again, refused, given up, tried by hand, twice at once."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lantu.run.cases import take_case_step
from lantu.run.clock import read_clock
from lantu.run.delivering import MessageRefusedError, deliver_due, retry_message, run_postman, send_test, set_wish
from lantu.store import models
from lantu.store.keep.messages import Wish
from tests.receivers import REFUSE, mails_in, posts_in, run_receiver
from tests.unit.run.told import CITY, add_people, open_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 5
    settings.DEFAULT_FROM_EMAIL = "蓝图 <lantu@city.example>"
    settings.LANTU_HOOK_URL, settings.LANTU_HOOK_SECRET, settings.LANTU_HOOK_PRIVATE = "", "s3cret", True
    settings.LANTU_MESSAGE_TRIES, settings.LANTU_CHANNEL_SECONDS = 3, 5
    settings.LANTU_ADDRESS = "https://lantu.city.example"
    return tmp_path


@pytest.fixture
def mail_port(folder: Path, settings) -> Iterator[int]:
    with run_receiver("mail", folder) as port:
        settings.EMAIL_PORT = port
        yield port


@pytest.fixture
def message(folder: Path, definitions: None, django_user_model) -> models.Message:
    add_people(django_user_model)
    take_case_step(open_case(), "assign", department="tjj", working_days=5, by="sun")
    return models.Message.objects.get()


def now_due() -> None:
    models.Message.objects.update(next_at=read_clock())


def test_a_mail_arrives_with_its_key_and_the_way_to_its_page(
    message: models.Message, folder: Path, mail_port: int
) -> None:
    assert deliver_due() == (1, 0)
    [mail] = mails_in(folder)
    assert (mail["To"], mail["Subject"]) == ("li@example.org", "督办事项交办：能耗滞后")
    assert mail["Message-ID"] == f"<{message.key}@city.example>"
    text = mail.get_content()  # type: ignore[attr-defined]
    assert "查明原因" in text
    assert f"https://lantu.city.example{message.path}" in text
    message.refresh_from_db()
    assert (message.state, message.tries, message.sent_at is not None) == ("sent", 1, True)
    assert deliver_due() == (0, 0)


def test_nothing_is_lost_while_the_server_is_down(message: models.Message, folder: Path, settings) -> None:
    assert deliver_due() == (0, 1)
    assert deliver_due() == (0, 0)  # not before its next time
    message.refresh_from_db()
    assert (message.state, message.tries) == ("waiting", 1)
    assert "Refused" in message.reason
    assert message.next_at is not None
    assert timedelta(seconds=50) < message.next_at - read_clock() < timedelta(seconds=70)
    now_due()
    with run_receiver("mail", folder) as port:
        settings.EMAIL_PORT = port
        assert deliver_due() == (1, 0)
    assert len(mails_in(folder)) == 1


def test_after_so_many_tries_it_is_given_up_and_tried_again_by_hand(
    message: models.Message, folder: Path, mail_port: int
) -> None:
    (folder / REFUSE).write_text("554 not wanted here")
    for _ in range(3):
        assert deliver_due() == (0, 1)
        models.Message.objects.filter(state="waiting").update(next_at=read_clock())
    message.refresh_from_db()
    assert (message.state, message.tries) == ("dead", 3)
    assert "not wanted here" in message.reason
    assert deliver_due() == (0, 0)
    (folder / REFUSE).unlink()
    retry_message(message.pk, by="zhou")
    assert deliver_due() == (1, 0)
    actions = models.AuditRow.objects.filter(subject=message.key).order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["message.given_up", "message.retried"]
    with pytest.raises(MessageRefusedError) as caught:
        retry_message(message.pk, by="zhou")
    assert caught.value.code == "state"


def test_what_was_sent_but_not_noted_is_sent_again_under_the_same_key(
    message: models.Message, folder: Path, mail_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*said: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lantu.run.delivering.note_sent", die)
    with pytest.raises(KeyboardInterrupt):
        deliver_due()
    monkeypatch.undo()
    assert deliver_due() == (0, 0)  # somebody may still be sending it
    models.Message.objects.update(leased_until=read_clock() - timedelta(seconds=1))
    assert deliver_due() == (1, 0)
    first, second = mails_in(folder)
    assert first["Message-ID"] == second["Message-ID"]


def test_a_closed_account_is_told_nothing_more(message: models.Message, folder: Path, mail_port: int) -> None:
    message.person.is_active = False
    message.person.save()
    assert deliver_due() == (0, 1)
    message.refresh_from_db()
    assert (message.state, mails_in(folder)) == ("dead", [])


def test_a_post_says_whom_it_is_for(message: models.Message, folder: Path, settings) -> None:
    with run_receiver("hook", folder) as port:
        settings.LANTU_HOOK_URL = f"http://127.0.0.1:{port}/in"
        set_wish(message.person, Wish(hook_name="li-ding", language="en"), by="li")
        send_test(message.person, "hook", CITY, by="li")
        models.Message.objects.filter(channel="mail").delete()
        assert deliver_due() == (1, 0)
    [got] = posts_in(folder)
    said = json.loads(got["body"])
    assert (said["to"], said["kind"], said["title"]) == ("li-ding", "test", "Test message of Lantu")
    assert said["link"] == "https://lantu.city.example/account/messages"
    assert got["idempotency-key"] == said["key"] == models.Message.objects.get().key


def test_a_test_needs_a_channel_and_an_address(message: models.Message) -> None:
    with pytest.raises(MessageRefusedError):
        send_test(message.person, "hook", CITY, by="li")
    message.person.email = ""
    message.person.save()
    with pytest.raises(MessageRefusedError):
        send_test(message.person, "mail", CITY, by="li")


def test_unknown_kinds_are_refused(message: models.Message) -> None:
    with pytest.raises(MessageRefusedError):
        set_wish(message.person, Wish(unwanted=("nonsense",)), by="li")


@pytest.mark.django_db(transaction=True)
def test_the_postman_goes_on_after_a_bad_moment_and_two_send_no_message_twice(
    message: models.Message, folder: Path, mail_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lantu.run.delivering.PAUSE_SECONDS", 0.05)
    stop, said, broken = threading.Event(), [], []

    def remind(**_: object) -> int:
        broken.append(1)
        if len(broken) == 1:
            raise OSError("a bad moment")
        return 0

    monkeypatch.setattr("lantu.run.delivering.remind_all", remind)
    postmen = [threading.Thread(target=run_postman, args=[stop, said.append]) for _ in range(2)]
    for postman in postmen:
        postman.start()
    for _ in range(200):
        if said:
            break
        stop.wait(0.05)
    stop.wait(0.3)
    stop.set()
    for postman in postmen:
        postman.join(timeout=10)
    assert len(mails_in(folder)) == 1
    assert said == ["1 messages sent, 0 not taken"]
