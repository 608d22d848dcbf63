"""Tokens are made with known scopes for a while, kept as digests, noted when used, and ended."""

import pytest

from lantu.run.policy import ACTIONS
from lantu.run.tokens import MOST_TOKENS, SCOPES, TokenRefusedError, end_token, issue_token, recognise_token, scopes_of
from lantu.store.models import ApiToken, AuditRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def li(django_user_model):
    return django_user_model.objects.create_user("li", password="a-long-password-1")


def test_the_secret_is_kept_nowhere(li) -> None:
    secret = issue_token(li, "夜间", ("read",), 30, by="li")
    token = ApiToken.objects.get()
    kept = " ".join(
        str(value) for row in (*ApiToken.objects.values(), *AuditRow.objects.values()) for value in row.values()
    )
    assert secret not in kept
    assert secret[20:] not in kept
    assert recognise_token(secret) == token
    assert recognise_token(secret + "x") is None
    used = ApiToken.objects.get().last_used_at
    assert used is not None
    recognise_token(secret)
    assert ApiToken.objects.get().last_used_at == used
    assert scopes_of(token) == {"read", "own"}


def test_an_ended_token_is_not_recognised(li, django_user_model) -> None:
    secret = issue_token(li, "a", ("read",), 30, by="li")
    with pytest.raises(TokenRefusedError):
        end_token(
            django_user_model.objects.create_user("wu", password="a-long-password-1"),
            ApiToken.objects.get().pk,
            by="wu",
        )
    end_token(li, ApiToken.objects.get().pk, by="li")
    assert recognise_token(secret) is None
    assert [row.action for row in AuditRow.objects.all()] == ["token.made", "token.ended"]


@pytest.mark.parametrize(
    ("name", "scopes", "days", "code"),
    [(" ", ("read",), 1, "name"), ("a", (), 1, "scope"), ("a", ("read", "manage"), 1, "scope"), ("a", ("read",), 0, "dates"), ("a", ("read",), 367, "dates")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(li, name: str, scopes: tuple[str, ...], days: int, code: str) -> None:
    with pytest.raises(TokenRefusedError) as refused:
        issue_token(li, name, scopes, days, by="li")
    assert refused.value.code == code


def test_there_are_not_many(li) -> None:
    for _ in range(MOST_TOKENS):
        issue_token(li, "a", ("read",), 1, by="li")
    with pytest.raises(TokenRefusedError):
        issue_token(li, "a", ("read",), 1, by="li")


def test_scopes_are_actions_of_the_policy() -> None:
    assert set(SCOPES) <= ACTIONS
