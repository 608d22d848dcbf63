"""Accounts and roles: given with dates, ended, never beyond the reach of whoever asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.contrib.auth.models import User

from lantu.run.accounts import (
    AccountRefusedError,
    add_person,
    change_password,
    end_sessions,
    give_role,
    open_or_close,
    reset_password,
    take_role,
)
from lantu.run.policy import may
from lantu.store.access import PasswordRefusedError
from lantu.store.models import Account, Assignment, AuditRow

pytestmark = pytest.mark.django_db
CITY, DISTRICT = "330400", "330411"
WORD, OTHER = "blue-heron-rests-9", "red-crane-walks-7"


@pytest.fixture(autouse=True)
def people(places: None) -> None:
    for name, place in (("city", CITY), ("district", DISTRICT)):
        user = User.objects.create_user(name, password=WORD)
        Assignment.objects.create(user=user, role="administrator", place_id=place, recorded_at="2026-01-01T00:00:00Z")


def key_of(name: str) -> int:
    return User.objects.get(username=name).pk


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(AccountRefusedError) as caught:
        yield
    assert caught.value.code == code


def test_a_role_holds_between_its_days_and_until_it_is_taken() -> None:
    key = add_person("li", WORD, by="city")
    li = User.objects.get(pk=key)
    assert not may(li, "read", DISTRICT)
    role = give_role(key, "viewer", DISTRICT, by="city", starts_on=date(2026, 1, 1))
    assert may(li, "read", DISTRICT)
    take_role(role, by="district")
    assert not may(li, "read", DISTRICT)
    assert Assignment.objects.get(pk=role).ended_at is not None
    give_role(key, "viewer", DISTRICT, by="city", ends_on=date(2026, 1, 1))
    assert not may(li, "read", DISTRICT)
    actions = list(AuditRow.objects.order_by("seq").values_list("action", flat=True))
    assert actions[-4:] == ["person.added", "role.given", "role.ended", "role.given"]


def test_nobody_gives_more_than_they_manage() -> None:
    key = add_person("li", WORD, by="district")
    with refused("beyond"):
        give_role(key, "viewer", CITY, by="district")
    role = give_role(key, "planner", CITY, by="city")
    with refused("beyond"):
        take_role(role, by="district")
    with refused("beyond"):
        reset_password(key, OTHER, by="district")
    with refused("beyond"):
        open_or_close(key, False, by="li")
    reset_password(key, OTHER, by="city")
    assert User.objects.get(pk=key).check_password(OTHER)


def test_roles_that_make_no_sense_are_refused() -> None:
    key = add_person("li", WORD, by="city")
    with refused("unknown"):
        give_role(key, "king", CITY, by="city")
    with refused("dates"):
        give_role(key, "viewer", CITY, by="city", starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 1))
    with refused("department"):
        give_role(key, "reporter", CITY, "nowhere", by="city")
    with refused("taken"):
        add_person("li", WORD, by="city")
    with refused("unknown"):
        give_role(999, "viewer", CITY, by="city")
    with pytest.raises(PasswordRefusedError):
        add_person("wang", "12345678901234", by="city")


def test_nobody_shuts_themselves_out() -> None:
    own = Assignment.objects.get(user__username="city").pk
    with refused("own"):
        take_role(own, by="city")
    with refused("own"):
        open_or_close(key_of("city"), False, by="city")
    with refused("unknown"):
        take_role(999, by="city")


def test_a_password_is_changed_by_who_knows_the_old_one() -> None:
    key = add_person("li", WORD, by="city")
    assert Account.objects.get(user=key).must_change_password
    with refused("password"):
        change_password(key, "wrong", OTHER, by="li")
    change_password(key, WORD, OTHER, by="li")
    account = Account.objects.get(user=key)
    assert (account.must_change_password, account.epoch) == (False, 1)


def test_a_closed_account_may_nothing_and_can_be_opened() -> None:
    key = add_person("li", WORD, by="city")
    give_role(key, "viewer", CITY, by="city")
    open_or_close(key, False, by="city")
    assert not may(User.objects.get(pk=key), "read", CITY)
    open_or_close(key, True, by="city")
    assert may(User.objects.get(pk=key), "read", CITY)
    end_sessions(key, by="li")
    assert Account.objects.get(user=key).epoch == 3
