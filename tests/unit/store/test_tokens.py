"""Tokens and kept answers as rows."""

from datetime import UTC, datetime, timedelta

import pytest

from lantu.store.tokens import (
    count_live,
    end_one_token,
    find_live_token,
    find_own_token,
    keep_answer,
    keep_token,
    kept_answer,
    note_use,
    tokens_of,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_token_lives_between_its_days(django_user_model) -> None:
    li = django_user_model.objects.create_user("li", password="a-long-password-1")
    token = keep_token(li, "a", "d" * 64, "lantu_ab", ["read"], AT + timedelta(days=1), AT)
    assert find_live_token("d" * 64, AT) == token
    assert find_live_token("d" * 64, AT + timedelta(days=1)) is None
    assert count_live(li, AT) == 1
    assert note_use(token, AT)
    token.refresh_from_db()
    assert not note_use(token, AT + timedelta(seconds=59))
    assert note_use(token, AT + timedelta(seconds=60))
    end_one_token(token, AT)
    assert find_live_token("d" * 64, AT) is None
    assert find_own_token(li, token.pk) is None
    assert tokens_of(li) == [token]


def test_an_answer_belongs_to_a_person_and_a_key(django_user_model) -> None:
    li, wu = (django_user_model.objects.create_user(name, password="a-long-password-1") for name in ("li", "wu"))
    keep_answer(li, "k", "d", 200, {"n": 1}, AT)
    kept = kept_answer(li, "k")
    assert kept is not None
    assert kept.body == {"n": 1}
    assert kept_answer(wu, "k") is None
