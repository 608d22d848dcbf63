"""Accounts are made once, with a password that holds."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from lantu.core.place import Place
from lantu.store.access import PasswordRefusedError, assignments_of, keep_person, places_above
from lantu.store.keep.places import keep_places

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def places() -> None:
    keep_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], NOW)


def test_a_person_has_the_role_given() -> None:
    assert keep_person("li", "blue-heron-rests-9", "planner", "330411", NOW)
    assert assignments_of(User.objects.get(username="li")) == (("planner", "330411"),)


def test_an_account_is_not_made_twice() -> None:
    keep_person("li", "blue-heron-rests-9", "planner", "330411", NOW)
    assert not keep_person("li", "another-password-7", "administrator", "330400", NOW)
    assert User.objects.get(username="li").check_password("blue-heron-rests-9")


@pytest.mark.parametrize("password", ["short", "password1234", "li-li-li-li"])
def test_a_weak_password_is_refused_with_the_rule(password: str) -> None:
    with pytest.raises(PasswordRefusedError):
        keep_person("li", password, "planner", "330411", NOW)
    assert not User.objects.exists()


def test_a_place_lies_in_itself_and_its_city() -> None:
    assert places_above("330411") == {"330411", "330400"}
