"""The page of tokens: one is made and shown once, ended, and only what the own roles allow is offered."""

import re

import pytest
from django.test import Client

from lantu.store import models
from tests.unit.show.city import AT, CITY, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def li(city: City, django_user_model) -> Client:
    user = django_user_model.objects.create_user("li", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="viewer", place_id=CITY, recorded_at=AT)
    client = Client()
    client.force_login(user)
    return client


def test_a_token_is_shown_once_and_ends(li: Client) -> None:
    made = li.post("/account/tokens/make", {"name": "夜间<b>", "scopes": ["read"], "days": "30"})
    secret = re.search(r"lantu_[\w-]{43}", made.content.decode())
    assert secret is not None
    assert made["Cache-Control"] == "no-store"
    headers = {"Authorization": f"Bearer {secret[0]}"}
    assert Client().get("/api/v1/me", headers=headers).status_code == 200
    page = li.get("/account/tokens").content.decode()
    assert secret[0] not in page
    assert "夜间&lt;b&gt;" in page
    li.post(f"/account/tokens/{models.ApiToken.objects.get().pk}/end")
    assert Client().get("/api/v1/me", headers=headers).status_code == 401
    assert "已停止" in li.get("/account/tokens").content.decode()


def test_scopes_beyond_the_roles_are_not_to_be_had(li: Client) -> None:
    assert 'value="fill_return"' not in li.get("/account/tokens").content.decode()
    refused = li.post("/account/tokens/make", {"name": "a", "scopes": ["fill_return"], "days": "30"})
    assert refused.status_code == 422
    assert not models.ApiToken.objects.exists()
