"""Passwords are checked, sessions end by a number, attempts are counted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lantu.core.place import Place
from lantu.store.access import PasswordRefusedError
from lantu.store.accounts import (
    account_of,
    end_role,
    find_person,
    find_person_named,
    find_role,
    keep_role,
    list_people,
    make_person,
    note_attempt,
    places_of,
    raise_epoch,
    recent_failures,
    roles_of,
    session_rules,
    set_active,
    set_password,
)
from lantu.store.keep.places import keep_places

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 1, tzinfo=UTC)
WORD = "blue-heron-rests-9"


@pytest.fixture
def li() -> Any:
    keep_places([Place("330400", "青湖市", "prefecture")], AT)
    return make_person("li", WORD, AT)


def test_a_password_is_checked_against_the_name_too(li: Any) -> None:
    with pytest.raises(PasswordRefusedError):
        set_password(find_person_named("li"), "111111111111111", AT, must_change=False)
    with pytest.raises(PasswordRefusedError):
        make_person("blue-heron-rest", "blue-heron-rest", AT)
    assert find_person(li.pk) == li
    assert list_people() == [li]


def test_another_password_ends_the_sessions(li: Any) -> None:
    set_password(li, "red-crane-walks-7", AT, must_change=False)
    raise_epoch(li)
    assert account_of(li).epoch == 2
    set_active(li, False)
    assert not find_person(li.pk).is_active


def test_roles_stay_when_they_end(li: Any) -> None:
    role = keep_role(li, "viewer", "330400", "", None, None, AT)
    assert places_of(li, date(2026, 1, 1)) == {"330400"}
    end_role(role, AT)
    assert places_of(li, date(2026, 1, 1)) == set()
    assert find_role(role.pk) is None
    assert roles_of(li) == [role]


def test_failures_count_from_the_last_right_or_new_password(li: Any) -> None:
    rules, now = session_rules(), AT + timedelta(minutes=5)
    for second in range(3):
        note_attempt("li", False, AT + timedelta(seconds=second + 1))
    assert recent_failures("li", rules, now) == (3, AT + timedelta(seconds=3))
    note_attempt("li", True, AT + timedelta(seconds=2))
    assert recent_failures("li", rules, now)[0] == 1
    set_password(li, "red-crane-walks-7", AT + timedelta(seconds=4), must_change=True)
    assert recent_failures("li", rules, now) == (0, None)
