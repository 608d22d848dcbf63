"""Signing in by a real provider in a process of its own: there, back, out; and every way that does not work."""

import re
import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import Client
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from lantu.run.oidc import LOGOUT_EVENT
from lantu.show.pages import outer
from lantu.store import models
from tests.provider import PASSWORD, Provider, run_provider
from tests.unit.show.city import CITY, City

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Provider]:
    with run_provider(tmp_path_factory.mktemp("provider"), f"{SITE}/sign-in/outer/back") as running:
        yield running


@pytest.fixture(autouse=True)
def _set_up(city: City, settings, provider: Provider) -> None:
    settings.LANTU_PUBLIC_READ = False
    settings.LANTU_OIDC_ISSUER, settings.LANTU_OIDC_CLIENT = provider.issuer, provider.client
    settings.LANTU_OIDC_SECRET, settings.LANTU_OIDC_NAME = provider.secret, "市统一认证"
    settings.LANTU_OIDC_FIRST = ["email"]
    settings.LANTU_OIDC_ROLES = {"stat-office": [["viewer", CITY]]}
    settings.LANTU_ASK = "信息中心 8000"


def go_there(client: Client, name: str = "li", way: str = "/sign-in/outer") -> str:
    """Leave, sign in at the provider, and give the address that leads back."""
    away = client.get(way)
    assert away.status_code == 302
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["nonce"][0]) >= 40
    with requests.Session() as browser:
        page = browser.get(away["Location"], timeout=30)
        token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', page.text)
        assert token is not None
        said = {"username": name, "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
        said["next"] = parse_qs(urlsplit(page.url).query)["next"][0]
        answer = browser.post(page.url, said, allow_redirects=False, timeout=30)
        while not answer.headers["Location"].startswith(SITE):
            address = requests.compat.urljoin(answer.url, answer.headers["Location"])
            answer = browser.get(address, allow_redirects=False, timeout=30)
        return answer.headers["Location"].removeprefix(SITE)


def test_there_and_back_and_out(django_user_model, provider: Provider) -> None:
    li = django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")
    client = Client()
    assert "用市统一认证登录" in client.get("/sign-in?next=/sheets").text
    back = go_there(client, way="/sign-in/outer?next=/plans")
    answer = client.get(back)
    assert (answer.status_code, answer["Location"]) == (302, "/plans")
    assert client.get("/plans").status_code == 200
    assert models.OuterIdentity.objects.get().user == li
    assert models.Assignment.objects.get(user=li).source == "group"
    # The same answer a second time is none: its state was used up, and so was its code.
    assert client.get(back).status_code == 422
    # Out, here and there.
    client.get(go_there(client))
    out = client.post("/sign-out")
    assert out["Location"].startswith(f"{provider.issuer}/logout/?id_token_hint=")
    with requests.Session() as browser:
        left = browser.get(out["Location"], allow_redirects=False, timeout=30)
    assert left.headers["Location"].startswith(f"{SITE}/")
    assert client.get("/today").status_code == 302


def test_who_has_no_account_is_told_whom_to_ask(django_user_model) -> None:
    """The address is an account's, but the provider does not say that it is theirs."""
    django_user_model.objects.create_user("zhou", "zhou@city.example", "a-long-password-1")
    client = Client()
    page = client.get(go_there(client, "wu"))
    assert page.status_code == 422
    assert "没有属于你的账号" in page.text
    assert "信息中心 8000" in page.text
    assert not models.OuterIdentity.objects.exists()


def test_an_account_without_a_role_is_told_whom_to_ask(django_user_model, settings) -> None:
    settings.LANTU_OIDC_FIRST, settings.LANTU_OIDC_ROLES = ["create"], {}
    client = Client()
    assert client.get(go_there(client)).status_code == 302
    assert "信息中心 8000" in client.get("/today").text
    assert client.get("/plans").status_code == 403


def test_an_answer_meant_for_another_browser_is_refused(django_user_model) -> None:
    django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")
    mine, theirs = Client(), Client()
    back = go_there(mine)
    assert theirs.get(back).status_code == 422
    theirs.get("/sign-in/outer")
    assert theirs.get(back).status_code == 422
    assert "重新登录" in theirs.get("/sign-in/outer/back?error=access_denied&state=x").text
    assert theirs.get("/today").status_code == 302


def test_a_code_needs_the_verifier_it_was_asked_with(django_user_model) -> None:
    django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")
    client = Client()
    back = go_there(client)
    session = client.session
    session["lantu_pending"] = {**session["lantu_pending"], "verifier": "v" * 64}
    session.save()
    page = client.get(back)
    assert page.status_code == 422
    assert "没有通过核验" in page.text


def test_a_service_that_is_not_there_or_not_set_up(settings) -> None:
    settings.LANTU_OIDC_ISSUER = "http://127.0.0.1:1/o"
    assert Client().get("/sign-in/outer").status_code == 503
    settings.LANTU_OIDC_ISSUER = ""
    assert "没有设统一身份认证" in Client().get("/sign-in/outer").text
    assert Client().post("/sign-out")["Location"] == "/"


def test_local_sign_in_can_be_turned_off(django_user_model, settings) -> None:
    django_user_model.objects.create_user("li", password="a-long-password-1")
    settings.LANTU_LOCAL_SIGN_IN = False
    page = Client().get("/sign-in").text
    assert 'name="password"' not in page
    answer = Client().post("/sign-in", {"username": "li", "password": "a-long-password-1"})
    assert answer.status_code == 200
    assert "这里不用口令登录" in answer.text


def test_no_way_leads_out_of_the_site(django_user_model) -> None:
    django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")
    client = Client()
    assert client.get(go_there(client, way="/sign-in/outer?next=https://evil.example/"))["Location"] == "/today"


def test_signed_out_there_is_signed_out_here(django_user_model, provider: Provider, monkeypatch) -> None:
    django_user_model.objects.create_user("li", "li@city.example", "a-long-password-1")
    client, service = Client(), Client(enforce_csrf_checks=True)
    client.get(go_there(client))
    assert client.get("/today").status_code == 200
    key = RSAKey.generate_key(2048, {"kid": "a", "use": "sig"})
    monkeypatch.setattr(outer, "fetch_keys", lambda service: KeySet([key]).as_dict(private=False))
    claims = {
        "iss": provider.issuer, "aud": provider.client, "sub": models.OuterIdentity.objects.get().subject,
        "iat": int(time.time()), "jti": "1", "events": {LOGOUT_EVENT: {}},
    }  # fmt: skip
    head = {"alg": "RS256", "kid": "a"}
    wrong = jwt.encode(head, {**claims, "aud": "other"}, key)
    for token in ("", wrong):
        assert service.post("/sign-in/outer/out", {"logout_token": token}).status_code == 400
    assert client.get("/today").status_code == 200
    assert service.post("/sign-in/outer/out", {"logout_token": jwt.encode(head, claims, key)}).status_code == 200
    assert client.get("/today").status_code == 302
    nobody = jwt.encode(head, {**claims, "sub": "none"}, key)
    assert service.post("/sign-in/outer/out", {"logout_token": nobody}).status_code == 200


def test_an_administrator_unlinks_and_links_again(django_user_model, client: Client) -> None:
    li = django_user_model.objects.create_user("liming", "li@city.example", "a-long-password-1")
    there = Client()
    there.get(go_there(there))
    boss = django_user_model.objects.create_user("boss", "", "a-long-password-1")
    models.Assignment.objects.create(user=boss, role="administrator", place_id=CITY, recorded_at="2026-01-01T00:00Z")
    client.force_login(boss)
    identity = models.OuterIdentity.objects.get()
    assert "解除关联" in client.get(f"/person/{li.pk}").text
    assert client.post(f"/identity/{identity.pk}/unlink").status_code == 302
    assert there.get("/today").status_code == 302
    assert "重新关联" in client.get(f"/person/{li.pk}").text
    assert there.get(go_there(there)).status_code == 422
    assert client.post(f"/identity/{identity.pk}/unlink", {"link": "1"}).status_code == 302
    assert there.get(go_there(there)).status_code == 302
    assert client.post("/identity/999/unlink").status_code == 404
