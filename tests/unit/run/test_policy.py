"""Roles over a subtree of places: what is not granted is refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User

from lantu.core.place import Place
from lantu.run.policy import ACTIONS, GRANTS, Asker, may, reach_of
from lantu.store.keep.places import keep_places
from lantu.store.models import Assignment, Department

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)
CITY, DISTRICT, ELSEWHERE = "330400", "330411", "330500"

# The matrix by hand: role → what it may do in its own place.
EXPECTED = {
    "viewer": {"read"},
    "reporter": {"read", "see_sheet", "see_case", "handle_case", "report_task", "fill_return", "object_score"},
    "reviewer": {"read", "see_sheet", "see_case", "review_return", "object_score"},
    "planner": {
        "read",
        "see_sheet",
        "see_case",
        "make_report",
        "verify_report",
        "check_plan",
        "upload_plan",
        "upload_return",
        "plan_work",
        "accept_return",
    },
    "supervisor": {"read", "see_sheet", "see_case", "supervise", "make_report", "verify_report"},
    "auditor": {"read", "see_sheet", "see_case", "read_audit", "verify_report"},
    "administrator": {
        "read",
        "see_sheet",
        "see_case",
        "make_report",
        "verify_report",
        "check_plan",
        "read_audit",
        "upload_plan",
        "upload_return",
        "plan_work",
        "manage",
        "approve_adjustment",
    },
}


@pytest.fixture(autouse=True)
def places(settings: Any) -> None:
    settings.LANTU_PUBLIC_READ = False
    city = Place(CITY, "嘉兴市", "prefecture")
    keep_places([city, Place(DISTRICT, "秀洲区", "county", CITY), Place(ELSEWHERE, "湖州市", "prefecture")], NOW)


def person(role: str, place: str, name: str = "li", department: str = "") -> User:
    user = User.objects.create_user(name)
    Assignment.objects.create(user=user, role=role, place_id=place, department=department, recorded_at=NOW)
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


def test_a_department_limits_what_it_can_and_forbids_the_rest() -> None:
    for code, parent in (("fgw", None), ("gyc", "fgw"), ("tjj", None)):
        Department.objects.create(code=code, name=code, place_id=CITY, parent_id=parent, recorded_at=NOW)
    reporter = person("reporter", CITY, department="fgw")
    assert may(reporter, "fill_return", CITY, "fgw")
    assert may(reporter, "fill_return", DISTRICT, "gyc")
    assert not may(reporter, "fill_return", CITY, "tjj")
    assert not may(reporter, "fill_return", ELSEWHERE, "fgw")
    assert may(reporter, "read", CITY, "tjj")
    assert not may(person("administrator", CITY, "wang", "fgw"), "manage", CITY)


def test_everybody_signed_in_has_an_account_of_their_own() -> None:
    assert may(User.objects.create_user("li"), "own")
    assert not may(None, "own")


def test_reach_answers_for_a_list() -> None:
    reach = reach_of(person("planner", DISTRICT), "upload_plan")
    assert [code for code in (CITY, DISTRICT, ELSEWHERE, "999999") if reach.covers(code)] == [DISTRICT]
    assert reach.covers()
    assert not reach_of(person("viewer", CITY, "wang"), "upload_plan").covers()


def test_one_who_is_asked_of_many_actions_is_looked_up_once(django_assert_num_queries) -> None:
    planner = person("planner", DISTRICT)
    asker = Asker(planner)
    with django_assert_num_queries(2):
        told = {action: asker.reach(action) for action in ACTIONS}
    assert told == {action: reach_of(planner, action) for action in ACTIONS}


def test_areas_hold_what_is_covered_and_nothing_else() -> None:
    Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=NOW)
    Department.objects.create(code="tj2", name="统计科", place_id=CITY, parent_id="tj", recorded_at=NOW)
    Department.objects.create(code="jt", name="交通局", place_id=CITY, recorded_at=NOW)
    reporter = person("reporter", DISTRICT)
    Assignment.objects.create(user=reporter, role="reporter", place_id=CITY, department="tj", recorded_at=NOW)
    reach = reach_of(reporter, "see_sheet")
    for place in (CITY, DISTRICT, ELSEWHERE):
        for department in ("tj", "tj2", "jt"):
            is_within = any(
                place in places and (departments is None or department in departments)
                for places, departments in reach.areas()
            )
            assert is_within == reach.covers(place, department), (place, department)
    assert reach_of(person("viewer", CITY, "wang"), "upload_plan").areas() == ()
