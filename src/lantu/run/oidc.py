"""OpenID Connect as a client: where to send people, and whom the service says it sent back.

In: the service's address and our name with it; what the browser brought back. Out: an address with what to keep of it in the
session; or claims whose signature, issuer, audience, times and nonce were checked. Only signatures by the service's own
published keys count. Left out on purpose: accounts, which `outer_sign_in` finds.

Source: OpenID Connect Core 1.0, sections 3.1.2 and 3.1.3.7; Discovery 1.0, section 4; RFC 7636 (PKCE, S256);
Back-Channel Logout 1.0.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from lantu.store.outer_settings import OuterService

SECONDS = 10
LEEWAY_SECONDS = 60
ESSENTIAL: Any = {"essential": True}
"""A claim that a token must have."""
FRESH_SECONDS = 300
"""How old a logout token may be."""
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures that only the service can make; "none" and those by a shared secret are not among them."""


class OuterSignInError(ValueError):
    """Somebody could not be signed in by the service; `code` says why.

    Attributes:
        code: off, service, state, refused, token, nobody, twice, taken or closed.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Pending:
    """What the session keeps while somebody is at the service."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True, slots=True)
class SentBack:
    """Whom the service sent: checked claims, and the token they came in, which signing out needs."""

    claims: Mapping[str, Any]
    token: str


def begin(service: OuterService, redirect: str) -> tuple[str, Pending]:
    """Where to send somebody, and what to keep.

    Raises:
        OuterSignInError: If the service cannot be asked.
    """
    found = discover(service.issuer)
    pending = Pending(*(secrets.token_urlsafe(48) for _ in range(3)))
    with _open_session(service, redirect) as session:
        url, _ = session.create_authorization_url(
            found["authorization_endpoint"], state=pending.state, code_verifier=pending.verifier, nonce=pending.nonce
        )
    return str(url), pending


def finish(
    service: OuterService, redirect: str, pending: Pending, brought: Mapping[str, str], at: datetime
) -> SentBack:
    """Whom the service sent back.

    Args:
        service: As the settings name it.
        redirect: The address people come back to, as it was given when they left.
        pending: What the session kept.
        brought: What the address they came back to holds.
        at: Now.

    Raises:
        OuterSignInError: If the answer is not one to what was asked, or does not hold.
    """
    if not secrets.compare_digest(brought.get("state", "").encode(), pending.state.encode()):
        raise OuterSignInError("state", "the state is not the one that was sent")
    # RFC 9207: an answer of another service must not be taken for one of this.
    if brought.get("iss", service.issuer).rstrip("/") != service.issuer:
        raise OuterSignInError("state", "the answer is another service's")
    if "error" in brought:
        raise OuterSignInError("refused", f"the service refused: {brought['error']}"[:200])
    found = discover(service.issuer)
    token = _fetch_token(service, redirect, pending, brought.get("code", ""), found["token_endpoint"])
    keys = _ask(found["jwks_uri"])
    return SentBack(read_id_token(token, keys, service, pending.nonce, at), token)


def read_id_token(token: str, keys: Any, service: OuterService, nonce: str, at: datetime) -> Mapping[str, Any]:
    """The claims of an ID token, if it holds.

    Raises:
        OuterSignInError: If its signature, issuer, audience, times or nonce is wrong.
    """
    claims = _decode(token, keys, service, at, exp=ESSENTIAL, nonce={"essential": True, "value": nonce})
    audience = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if len(audience) > 1 and claims.get("azp") != service.client:
        raise OuterSignInError("token", "the token was made for another client")
    if not isinstance(claims["sub"], str) or not 0 < len(claims["sub"]) <= 255:
        raise OuterSignInError("token", "the subject is no name")
    return claims


def _decode(token: str, keys: Any, service: OuterService, at: datetime, **more: Any) -> dict[str, Any]:
    """The claims of a token signed by the service for us, with those that its kind must have besides.

    Raises:
        OuterSignInError: If its signature, issuer, audience, times or one of those claims is wrong.
    """
    issuers = [service.issuer, service.issuer + "/"]
    rules = jwt.JWTClaimsRegistry(
        now=int(at.timestamp()),
        leeway=LEEWAY_SECONDS,
        iss={"essential": True, "values": issuers},
        aud={"essential": True, "value": service.client},
        sub=ESSENTIAL,
        iat=ESSENTIAL,
        **more,
    )
    try:
        read = jwt.decode(token, KeySet.import_key_set(keys), algorithms=list(ALGORITHMS))
        rules.validate(read.claims)
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise OuterSignInError("token", f"{type(error).__name__}: {error}"[:200]) from error
    return dict(read.claims)


def find_way_out(service: OuterService, token: str, back: str) -> str:
    """Where signing out at the service begins, or "" where it has no such place or is not there."""
    try:
        end = discover(service.issuer).get("end_session_endpoint", "")
    except OuterSignInError:
        return ""
    asked = {"id_token_hint": token, "post_logout_redirect_uri": back, "client_id": service.client}
    return f"{end}?{urlencode(asked)}" if end else ""


def discover(issuer: str) -> Mapping[str, Any]:
    """What the service says of itself.

    Raises:
        OuterSignInError: If it is not there, or is another.
    """
    found = _ask(f"{issuer}/.well-known/openid-configuration")
    if not isinstance(found, dict) or str(found.get("issuer", "")).rstrip("/") != issuer:
        raise OuterSignInError("service", f"what answers at {issuer} says that it is another")
    if missing := {"authorization_endpoint", "token_endpoint", "jwks_uri"} - set(found):
        raise OuterSignInError("service", f"the service does not say its {', '.join(sorted(missing))}")
    return found


def _fetch_token(service: OuterService, redirect: str, pending: Pending, code: str, endpoint: str) -> str:
    try:
        with _open_session(service, redirect) as session:
            answer = session.fetch_token(endpoint, code=code, code_verifier=pending.verifier, timeout=SECONDS)
    except (AuthlibBaseError, requests.RequestException, ValueError) as error:
        raise OuterSignInError("token", f"{type(error).__name__}: {error}"[:200]) from error
    if not answer.get("id_token"):
        raise OuterSignInError("token", "the service gave no ID token")
    return str(answer["id_token"])


def _open_session(service: OuterService, redirect: str) -> Any:
    return OAuth2Session(
        service.client,
        service.secret or None,
        token_endpoint_auth_method="client_secret_basic" if service.secret else "none",
        scope=service.scopes,
        redirect_uri=redirect,
        code_challenge_method="S256",
    )


def _ask(url: str) -> Any:
    try:
        answer = requests.get(url, timeout=SECONDS, allow_redirects=False)
        answer.raise_for_status()
        return answer.json() if answer.status_code == 200 else None
    except (requests.RequestException, ValueError) as error:
        raise OuterSignInError("service", f"{type(error).__name__}: {error}"[:200]) from error


def read_logout_token(token: str, keys: Any, service: OuterService, at: datetime) -> Mapping[str, Any]:
    """The claims of a logout token the service posted, if it holds.

    Source: OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6.

    Raises:
        OuterSignInError: If its signature, issuer, audience, times or event is wrong, or it names nobody.
    """
    claims = _decode(token, keys, service, at, jti=ESSENTIAL, events=ESSENTIAL)
    events = claims["events"]
    if "nonce" in claims or not isinstance(events, dict) or not isinstance(events.get(LOGOUT_EVENT), dict):
        raise OuterSignInError("token", "the token is none for signing out")
    # An old one that somebody kept must not end sessions begun since.
    if int(at.timestamp()) - claims["iat"] > FRESH_SECONDS or not isinstance(claims["sub"], str):
        raise OuterSignInError("token", "the token is too old, or its subject is no name")
    return claims


def fetch_keys(service: OuterService) -> Any:
    """The service's published keys.

    Raises:
        OuterSignInError: If it cannot be asked.
    """
    return _ask(discover(service.issuer)["jwks_uri"])
