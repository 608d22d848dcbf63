"""Tokens that hold and tokens that do not; what a service says of itself; answers that are none to what was asked."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from lantu.run import oidc
from lantu.run.oidc import (
    LOGOUT_EVENT,
    OuterSignInError,
    Pending,
    discover,
    fetch_keys,
    find_way_out,
    finish,
    read_id_token,
    read_logout_token,
)
from lantu.store.outer_settings import OuterService

AT = datetime(2026, 3, 2, tzinfo=UTC)
NOW = int(AT.timestamp())
ISSUER = "http://127.0.0.1:9/o"
SERVICE = OuterService(ISSUER, "lantu", "s", "", "openid", (), "preferred_username", "groups", {})
KEY, OTHER = (RSAKey.generate_key(2048, {"kid": kid, "use": "sig"}) for kid in ("a", "b"))
KEYS = KeySet([KEY]).as_dict(private=False)
GOOD: dict[str, Any] = {"iss": ISSUER, "aud": "lantu", "sub": "7", "exp": NOW + 300, "iat": NOW, "nonce": "n"}


def make(claims: dict[str, Any], key: Any = KEY, alg: str = "RS256", kid: str = "a") -> str:
    return jwt.encode({"alg": alg, "kid": kid}, claims, key, algorithms=[alg])


def test_a_token_that_holds() -> None:
    assert read_id_token(make(GOOD), KEYS, SERVICE, "n", AT)["sub"] == "7"
    several = {**GOOD, "aud": ["lantu", "x"], "azp": "lantu"}
    assert read_id_token(make(several), KEYS, SERVICE, "n", AT)["sub"] == "7"


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "http://127.0.0.1:9/evil"}, {"aud": "other"}, {"aud": ["lantu", "x"]}, {"nonce": "m"}, {"nonce": None},
        {"exp": NOW - 120}, {"iat": NOW + 3600}, {"nbf": NOW + 3600}, {"sub": ""}, {"sub": 7}, {"sub": None},
        {"exp": None}, {"sub": "x" * 256}, {"aud": ["lantu", "x"], "azp": "x"},
    ],
)  # fmt: skip
def test_a_wrong_claim_is_refused(change: dict[str, Any]) -> None:
    claims = {name: said for name, said in {**GOOD, **change}.items() if said is not None}
    with pytest.raises(OuterSignInError) as caught:
        read_id_token(make(claims), KEYS, SERVICE, "n", AT)
    assert caught.value.code == "token"


def test_a_signature_by_anybody_else_is_refused() -> None:
    import base64
    import json

    parts = [base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in ({"alg": "none"}, GOOD)]
    head, body, mac = make(GOOD).split(".")
    tampered = base64.urlsafe_b64encode(json.dumps({**GOOD, "sub": "8"}).encode()).decode().rstrip("=")
    forged = (
        make(GOOD, OTHER), make(GOOD, OTHER, kid="b"), make(GOOD, OctKey.import_key("s" * 32), "HS256"),
        f"{parts[0]}.{parts[1]}.", f"{head}.{tampered}.{mac}", f"{head}.{body}.", "nonsense", "",
    )  # fmt: skip
    for token in forged:
        with pytest.raises(OuterSignInError):
            read_id_token(token, KEYS, SERVICE, "n", AT)
    for keys in (None, {}, {"keys": []}, [1]):
        with pytest.raises(OuterSignInError):
            read_id_token(make(GOOD), keys, SERVICE, "n", AT)


@pytest.mark.parametrize(
    ("brought", "code"),
    [
        ({"state": "other", "code": "c"}, "state"), ({"code": "c"}, "state"), ({"state": "错", "code": "c"}, "state"),
        ({"state": "s", "error": "access_denied"}, "refused"), ({"state": "s", "code": "c", "iss": "http://evil"}, "state"),
        ({"state": "s", "code": "c"}, "service"),
    ],
)  # fmt: skip
def test_an_answer_to_nothing_that_was_asked(brought: dict[str, str], code: str) -> None:
    with pytest.raises(OuterSignInError) as caught:
        finish(SERVICE, "http://testserver/back", Pending("s", "n", "v" * 43), brought, AT)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "said", [None, [], {"issuer": "http://evil"}, {"issuer": ISSUER}, {"issuer": ISSUER, "jwks_uri": "x"}]
)
def test_what_a_service_has_to_say_of_itself(monkeypatch: pytest.MonkeyPatch, said: Any) -> None:
    monkeypatch.setattr(oidc, "_ask", lambda url: said)
    with pytest.raises(OuterSignInError) as caught:
        discover(ISSUER)
    assert caught.value.code == "service"


def test_a_service_without_a_way_out_is_left_by_signing_out_here() -> None:
    assert find_way_out(replace(SERVICE), "t", "http://testserver/") == ""


OUT: dict[str, Any] = {"iss": ISSUER, "aud": "lantu", "sub": "7", "iat": NOW, "jti": "j", "events": {LOGOUT_EVENT: {}}}


def test_a_logout_token_that_holds() -> None:
    assert read_logout_token(make(OUT), KEYS, SERVICE, AT)["sub"] == "7"


@pytest.mark.parametrize(
    "change",
    [
        {"iss": "http://127.0.0.1:9/evil"}, {"aud": "other"}, {"nonce": "n"}, {"sub": None}, {"jti": None}, {"iat": None},
        {"iat": NOW - 400}, {"iat": NOW + 3600}, {"exp": NOW - 120}, {"events": {}}, {"events": None},
        {"events": {LOGOUT_EVENT: 1}}, {"events": [LOGOUT_EVENT]},
    ],
)  # fmt: skip
def test_a_logout_token_that_does_not_hold(change: dict[str, Any]) -> None:
    claims = {name: said for name, said in {**OUT, **change}.items() if said is not None}
    with pytest.raises(OuterSignInError) as caught:
        read_logout_token(make(claims), KEYS, SERVICE, AT)
    assert caught.value.code == "token"


def test_nobody_else_signs_people_out_and_an_id_token_does_not() -> None:
    for token in (make(OUT, OTHER), make(OUT, OctKey.import_key("s" * 32), "HS256"), make(GOOD), "nonsense", ""):
        with pytest.raises(OuterSignInError):
            read_logout_token(token, KEYS, SERVICE, AT)


def test_keys_are_those_the_service_names(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        "issuer": ISSUER, "authorization_endpoint": f"{ISSUER}/a", "token_endpoint": f"{ISSUER}/t", "jwks_uri": f"{ISSUER}/k",
    }  # fmt: skip
    monkeypatch.setattr(oidc, "_ask", lambda url: KEYS if url == f"{ISSUER}/k" else said)
    assert fetch_keys(SERVICE) == KEYS
