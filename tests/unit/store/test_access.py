"""Accounts are made once, with a password that holds."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User

from lantu.core.place import Place
from lantu.store.access import (
    PasswordRefusedError,
    assignments_of,
    keep_person,
    parents_of_departments,
    parents_of_places,
)
from lantu.store.keep.places import keep_places
from lantu.store.models import Assignment, Department

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def places() -> None:
    keep_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], NOW)


def test_a_person_has_the_role_given() -> None:
    assert keep_person("li", "blue-heron-rests-9", "planner", "330411", NOW)
    assert assignments_of(User.objects.get(username="li"), date(2026, 1, 2)) == (("planner", "330411", ""),)


def test_an_account_is_not_made_twice() -> None:
    keep_person("li", "blue-heron-rests-9", "planner", "330411", NOW)
    assert not keep_person("li", "another-password-7", "administrator", "330400", NOW)
    assert User.objects.get(username="li").check_password("blue-heron-rests-9")


@pytest.mark.parametrize("password", ["short", "password1234", "li-li-li-li"])
def test_a_weak_password_is_refused_with_the_rule(password: str) -> None:
    with pytest.raises(PasswordRefusedError):
        keep_person("li", password, "planner", "330411", NOW)
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "holds"),
    [(None, None, True), ("2026-01-02", "2026-01-02", True), ("2026-01-03", None, False), (None, "2026-01-01", False)],
)
def test_a_role_holds_from_its_first_to_its_last_day(starts_on: str | None, ends_on: str | None, holds: bool) -> None:
    keep_person("li", "blue-heron-rests-9", "planner", "330411", NOW)
    Assignment.objects.update(starts_on=starts_on, ends_on=ends_on)
    assert bool(assignments_of(User.objects.get(), date(2026, 1, 2))) is holds


def test_who_lies_in_whom() -> None:
    assert parents_of_places() == {"330400": "", "330411": "330400"}
    Department.objects.create(code="fgw", name="发展改革局", place_id="330400", recorded_at=NOW)
    Department.objects.create(code="tjc", name="体改处", place_id="330400", parent_id="fgw", recorded_at=NOW)
    assert parents_of_departments() == {"fgw": "", "tjc": "fgw"}
