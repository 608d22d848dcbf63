"""Pages of messages: the own wishes, and the channels and the outbox for administrators."""

import pytest
from django.test import Client

from lantu.act.messages import KINDS
from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, City

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _channels(settings) -> None:
    settings.EMAIL_HOST, settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "mail.example", "lantu", "sesame-1"
    settings.LANTU_HOOK_URL, settings.LANTU_HOOK_SECRET = "https://hook.example/in?token=sesame-2", "sesame-3"


def write(person: object, state: str, place: str = CITY, key: str = "k") -> models.Message:
    return models.Message.objects.create(
        key=key, kind="case_due", stage="urge", subject="case/1", place_id=place, person=person, channel="mail",
        address="li@example.org", title="催办：<b>能耗", text="t", path="/case/1", state=state, tries=3, reason="刚才连不上",
        next_at=AT, recorded_at=AT,
    )  # fmt: skip


def test_wishes_are_kept_and_shown(city: City, planner: Client) -> None:
    page = planner.get("/account/messages").text
    assert page.count("checked") == len(KINDS)
    said = {"mail_address": "li@home.example", "hook_name": "li-1", "language": "en", "kinds": ["warning"]}
    assert planner.post("/account/messages/save", said).status_code == 302
    wish = models.MessageWish.objects.get()
    assert (wish.mail_address, wish.language) == ("li@home.example", "en")
    assert set(wish.unwanted) == set(KINDS) - {"warning"}
    page = planner.get("/account/messages").text
    assert page.count("checked") == 1
    assert "li@home.example" in page
    assert planner.post("/account/messages/save", {"mail_address": "no address"}).status_code == 422


def test_channels_are_shown_without_secrets_and_tried(city: City, planner: Client, django_user_model) -> None:
    page = planner.get("/messages").text
    assert "mail.example:25" in page
    assert "https://hook.example/in" in page
    assert "sesame" not in page
    django_user_model.objects.filter(username="li").update(email="li@example.org")
    assert planner.post("/messages/test", {"channel": "mail"}).status_code == 302
    assert "蓝图的测试消息" in planner.get("/messages").text
    assert models.Message.objects.get().kind == "test"
    planner.post("/messages/test", {"channel": "nonsense"})
    assert models.Message.objects.count() == 1


def test_what_was_given_up_is_tried_by_hand(city: City, planner: Client, django_user_model) -> None:
    dead = write(django_user_model.objects.get(), "dead")
    page = planner.get("/messages?state=dead").text
    assert "催办：&lt;b&gt;能耗" in page
    assert "刚才连不上" in page
    assert planner.post(f"/message/{dead.pk}/retry").status_code == 302
    dead.refresh_from_db()
    assert (dead.state, dead.tries) == ("waiting", 0)
    assert planner.post("/message/9999/retry").status_code == 404


def test_messages_of_other_places_are_not_told(city: City, planner: Client, django_user_model) -> None:
    models.Assignment.objects.update(place_id=DISTRICT)
    other = write(django_user_model.objects.get(), "dead")
    write(django_user_model.objects.get(), "sent", DISTRICT, "k2")
    assert planner.get("/messages").text.count("能耗</a>") == 1
    assert planner.post(f"/message/{other.pk}/retry").status_code == 403


def test_an_address_is_given_by_an_administrator(city: City, planner: Client, django_user_model) -> None:
    person = django_user_model.objects.create_user("wang")
    assert planner.post(f"/person/{person.pk}/email", {"email": "wang@example.org"}).status_code == 302
    person.refresh_from_db()
    assert person.email == "wang@example.org"
    assert planner.post(f"/person/{person.pk}/email", {"email": "nonsense"}).status_code == 422
