"""Signing in, and the look."""

import pytest
from django.test import Client

from tests.unit.show.city import City


def test_sign_in_and_out(city: City, django_user_model, settings) -> None:
    settings.LANTU_PUBLIC_READ = True
    django_user_model.objects.create_user("li", password="a-long-password-1")
    client = Client()
    wrong = client.post("/sign-in", {"username": "li", "password": "wrong"})
    assert "用户名或口令不对" in wrong.text
    right = client.post("/sign-in", {"username": "li", "password": "a-long-password-1", "next": "/plans"})
    assert right["Location"] == "/plans"
    assert "退出 li" in client.get("/").text
    assert client.post("/sign-out").status_code == 302
    assert "登录" in client.get("/").text


@pytest.mark.parametrize(
    ("back", "goes"), [("/plans", "/plans"), ("https://example.org/", "/"), ("//example.org", "/"), ("", "/")]
)
def test_the_look_goes_back_to_our_own_pages_only(db, back: str, goes: str) -> None:
    answer = Client().post("/look", {"look": "dark", "next": back})
    assert answer["Location"] == goes
    assert answer.cookies["lantu_look"].value == "dark"


def test_a_look_that_is_none_is_not_kept(db) -> None:
    assert "lantu_look" not in Client().post("/look", {"look": "pink", "next": "/"}).cookies
    assert Client().get("/look").status_code == 405
