"""Tokens of programs, and answers kept for repeated writes.

In: digests of secrets, keys of requests. Out: rows. Left out on purpose: the secrets, and who may make a token;
arrows know both.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

from django.contrib.auth import get_user_model

from lantu.store import models
from lantu.store.prepared import columns_of, insert_row, make_object, prepared

Person: Any = get_user_model()

NOTED_EVERY = timedelta(minutes=1)
"""A use within it is not written again."""


def keep_token(
    person: Any, name: str, digest: str, hint: str, scopes: Sequence[str], expires_at: datetime, at: datetime
) -> models.ApiToken:
    """A new token of a person."""
    return models.ApiToken.objects.create(
        user=person, name=name, digest=digest, hint=hint, scopes=list(scopes), expires_at=expires_at, recorded_at=at
    )


@prepared
def _live_token(digest: str, at: datetime) -> Any:
    rows = models.ApiToken.objects.filter(digest=digest, ended_at__isnull=True, expires_at__gt=at, user__is_active=True)
    columns = (columns_of(models.ApiToken), columns_of(Person, "user__"), columns_of(models.Account, "user__account__"))
    return rows.order_by().values_list(*chain(*columns))


def find_live_token(digest: str, at: datetime) -> models.ApiToken | None:
    """The token with this digest, if it holds at this moment and its person is active; None else."""
    found = _live_token(digest, at)
    if not found:
        return None
    token, rest = make_object(models.ApiToken, found[0])  # the digest is unique
    person, rest = make_object(Person, rest)
    token.user = person
    has_account = rest[0] is not None
    account = make_object(models.Account, rest)[0] if has_account else None
    Person._meta.get_field("account").set_cached_value(person, account)
    return token


def find_own_token(person: Any, key: int) -> models.ApiToken | None:
    """A token of this person that nobody has ended."""
    return models.ApiToken.objects.filter(user=person, pk=key, ended_at__isnull=True).first()


def tokens_of(person: Any) -> list[models.ApiToken]:
    """All tokens a person has or had, newest first."""
    return list(models.ApiToken.objects.filter(user=person))


def count_live(person: Any, at: datetime) -> int:
    """How many tokens of a person hold at a moment."""
    return models.ApiToken.objects.filter(user=person, ended_at__isnull=True, expires_at__gt=at).count()


def note_use(token: models.ApiToken, at: datetime) -> bool:
    """Write when a token was last used, unless that was just now. Returns whether it was written."""
    if token.last_used_at is not None and at - token.last_used_at < NOTED_EVERY:
        return False
    models.ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)
    return True


def end_one_token(token: models.ApiToken, at: datetime) -> None:
    """From now on it opens nothing; the row stays."""
    token.ended_at = at
    token.save(update_fields=["ended_at"])


@prepared
def _kept_answer(person: int, key: str) -> Any:
    rows = models.KeptAnswer.objects.filter(user_id=person, key=key).order_by()
    return rows.values_list(*columns_of(models.KeptAnswer))


def kept_answer(person: Any, key: str) -> models.KeptAnswer | None:
    """What was answered to the write of this key."""
    found = _kept_answer(person.pk, key)
    return make_object(models.KeptAnswer, found[0])[0] if found else None


def keep_answer(person: Any, key: str, digest: str, status: int, body: Mapping[str, Any], at: datetime) -> None:
    """Keep an answer; call it in the transaction of the write."""
    insert_row(
        models.KeptAnswer,
        user=person.pk,
        key=key,
        request_digest=digest,
        status=status,
        body=dict(body),
        recorded_at=at,
    )
