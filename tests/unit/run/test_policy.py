"""Roles over a subtree of places: what is not granted is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User

from lantu.core.place import Place
from lantu.run.policy import ACTIONS, GRANTS, may
from lantu.store.keep.places import keep_places
from lantu.store.models import Assignment

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CITY, DISTRICT, ELSEWHERE = "330400", "330411", "330500"

# The matrix by hand: role → what it may do in its own place.
EXPECTED = {
    "viewer": {"read"},
    "reporter": {"read", "upload_return"},
    "reviewer": {"read", "upload_return"},
    "planner": {"read", "upload_plan", "upload_return"},
    "supervisor": {"read"},
    "auditor": {"read", "read_audit"},
    "administrator": {"read", "read_audit", "upload_plan", "upload_return", "manage"},
}


@pytest.fixture(autouse=True)
def places(settings: Any) -> None:
    settings.LANTU_PUBLIC_READ = False
    city = Place(CITY, "嘉兴市", "prefecture")
    keep_places([city, Place(DISTRICT, "秀洲区", "county", CITY), Place(ELSEWHERE, "湖州市", "prefecture")], NOW)


def person(role: str, place: str, name: str = "li") -> User:
    user = User.objects.create_user(name)
    Assignment.objects.create(user=user, role=role, place_id=place, recorded_at=NOW)
    return user


@pytest.mark.parametrize("role", sorted(EXPECTED))
def test_role_may_do_what_the_matrix_says_and_nothing_else(role: str) -> None:
    user = person(role, CITY)
    assert {action for action in ACTIONS if may(user, action, CITY)} == EXPECTED[role]


def test_matrix_covers_every_role() -> None:
    assert set(EXPECTED) == set(GRANTS)


def test_a_role_holds_below_its_place_and_not_above_or_beside() -> None:
    city_planner, district_planner = person("planner", CITY), person("planner", DISTRICT, "wang")
    assert may(city_planner, "upload_plan", DISTRICT)
    assert may(district_planner, "upload_plan", DISTRICT)
    assert not may(district_planner, "upload_plan", CITY)
    assert not may(city_planner, "upload_plan", ELSEWHERE)


def test_nobody_reads_unless_reading_is_public(settings: Any) -> None:
    assert not may(None, "read")
    assert not may(AnonymousUser(), "read")
    settings.LANTU_PUBLIC_READ = True
    assert may(None, "read")
    assert not may(None, "upload_plan")


def test_an_ended_role_grants_nothing() -> None:
    user = person("planner", CITY)
    Assignment.objects.update(ended_at=NOW)
    assert not may(user, "read", CITY)


def test_unknown_place_is_refused() -> None:
    assert not may(person("administrator", CITY), "manage", "999999")


def test_unknown_action_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="unknown action"):
        may(None, "fly")
