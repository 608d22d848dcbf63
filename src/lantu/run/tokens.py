"""Arrows of API tokens: make one, end one, and recognise one that is sent.

In: a person, a name, scopes and a life in days. Out: the secret, once; rows and one audit row each. Left out on purpose: what
a scope allows, which the policy decides: a scope is an action of the policy.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from lantu.run.clock import read_clock
from lantu.run.policy import ACTIONS, OWN_ACTIONS
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.tokens import count_live, end_one_token, find_live_token, find_own_token, keep_token, note_use
from lantu.store.transactions import one_transaction

PREFIX = "lantu_"
"""Lets people and scanners of leaked secrets tell a token from other words."""
SCOPES = (
    "read", "see_sheet", "fill_return", "review_return", "accept_return", "upload_return", "see_case", "handle_case",
    "supervise", "report_task", "plan_work", "approve_adjustment",
)  # fmt: skip
"""Actions that operations of the API need; no other can be given to a token."""
LONGEST_DAYS = 366
MOST_TOKENS = 20


class TokenRefusedError(ValueError):
    """The token is not made or ended; `code` says why.

    Attributes:
        code: name, scope, dates, many or unknown.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def issue_token(person: Any, name: str, scopes: Iterable[str], days: int, *, by: str) -> str:
    """Make a token. Returns its secret, which is told only now.

    Raises:
        TokenRefusedError: If the name is blank, a scope is not known, the life is too long, or there are too many.
    """
    wanted = tuple(scope for scope in SCOPES if scope in set(scopes))
    if not name.strip():
        raise TokenRefusedError("name", "a token needs a name")
    if not wanted or set(scopes) - set(SCOPES):
        raise TokenRefusedError("scope", f"scopes are some of {', '.join(SCOPES)}")
    if not 1 <= days <= LONGEST_DAYS:
        raise TokenRefusedError("dates", f"a token lives 1 to {LONGEST_DAYS} days")
    at, secret = read_clock(), PREFIX + secrets.token_urlsafe(32)
    with one_transaction():
        live = count_live(person, at)
        if live >= MOST_TOKENS:
            raise TokenRefusedError("many", f"there are {live} tokens already")
        token = keep_token(
            person, name.strip()[:80], digest_secret(secret), secret[:12], wanted, at + timedelta(days=days), at
        )
        append_audit(
            by, "token.made", f"token/{token.pk}", at, person=person.get_username(), scopes=list(wanted), days=days
        )
    return secret


def end_token(person: Any, key: int, *, by: str) -> None:
    """End one of a person's tokens.

    Raises:
        TokenRefusedError: If the person has no such token.
    """
    at = read_clock()
    with one_transaction():
        token = find_own_token(person, key)
        if token is None:
            raise TokenRefusedError("unknown", f"there is no token {key}")
        end_one_token(token, at)
        append_audit(by, "token.ended", f"token/{key}", at, person=person.get_username())


def recognise_token(secret: str) -> models.ApiToken | None:
    """The token whose secret this is, if it holds now; its use is noted."""
    at = read_clock()
    token = find_live_token(digest_secret(secret), at)
    if token is not None:
        note_use(token, at)
    return token


def scopes_of(token: models.ApiToken) -> frozenset[str]:
    """What a token allows: its scopes, and what everybody may do for themselves."""
    return (frozenset(token.scopes) & ACTIONS) | OWN_ACTIONS


def digest_secret(secret: str) -> str:
    """SHA-256: the secret is 256 random bits, so that nothing slower is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()
