"""Problems are told as problems, wherever they arise."""

import json

import pytest
from django.test import Client, RequestFactory

from lantu.show.api.problems import PROBLEM, is_api, make_problem

pytestmark = pytest.mark.django_db


def test_a_problem_says_what_and_how() -> None:
    answer = make_problem(401, "sign_in")
    assert answer["Content-Type"] == PROBLEM
    assert "Bearer" in answer["WWW-Authenticate"]
    assert json.loads(answer.content)["code"] == "sign_in"
    assert "WWW-Authenticate" not in make_problem(404, "unknown", errors=[])


def test_addresses_of_pages_are_not_the_apis() -> None:
    assert is_api(RequestFactory().get("/api/v1/plans"))
    assert not is_api(RequestFactory().get("/plans"))


@pytest.mark.parametrize(("address", "status"), [("/api/v1/nothing", 404), ("/api/v1/plans", 401), ("/api/v1/me", 401)])
def test_what_nobody_may_see_is_a_problem_too(address: str, status: int, settings) -> None:
    settings.LANTU_PUBLIC_READ = False
    answer = Client().get(address)
    assert (answer.status_code, answer["Content-Type"]) == (status, PROBLEM)


def test_a_write_by_session_needs_the_csrf_token(django_user_model) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_user("li", password="a-long-password-1"))
    answer = client.post("/api/v1/sheets/1/steps", "{}", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
