"""Sessions end after a while, and everywhere at once; a first password leads to its change."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from lantu.show.sessions import SEEN
from lantu.store.accounts import account_of, raise_epoch
from tests.unit.show.city import City


@pytest.fixture
def li(city: City, django_user_model, settings) -> Client:
    settings.LANTU_PUBLIC_READ = False
    client = Client()
    django_user_model.objects.create_user("li", password="a-long-password-1")
    answer = client.post("/sign-in", {"username": "li", "password": "a-long-password-1"})
    assert answer["Location"] == "/today"
    return client


def is_signed_in(client: Client) -> bool:
    return client.get("/account").status_code == 200


def test_an_idle_session_is_over(li: Client) -> None:
    assert is_signed_in(li)
    session = li.session
    session[SEEN] = (timezone.now() - timedelta(minutes=29)).isoformat()
    session.save()
    assert is_signed_in(li)
    session = li.session
    session[SEEN] = (timezone.now() - timedelta(minutes=31)).isoformat()
    session.save()
    assert not is_signed_in(li)


def test_signing_out_everywhere_ends_other_sessions(li: Client, django_user_model) -> None:
    raise_epoch(django_user_model.objects.get(username="li"))
    assert not is_signed_in(li)


def test_a_first_password_has_to_be_changed(li: Client, django_user_model) -> None:
    account = account_of(django_user_model.objects.get(username="li"))
    account.must_change_password = True
    account.save()
    assert li.get("/plans")["Location"] == "/account/password"
    new = {"old": "a-long-password-1", "new": "blue-heron-rests-9", "again": "blue-heron-rests-9"}
    assert li.post("/account/password", new)["Location"] == "/account"
    assert is_signed_in(li)
