"""Departments come and go; who answers for what is handed over on a day, and both stay."""

from datetime import date, timedelta

import pytest

from lantu.run.clock import today_in_china
from lantu.run.departments import (
    DepartmentRefusedError,
    add_department,
    close_department,
    hand_over,
    read_departments,
    record_departments,
    record_guesses,
)
from lantu.run.setting_up import record_definitions
from lantu.store.fetch.departments import history_of, owner_of
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.models import AuditRow, Department

pytestmark = pytest.mark.django_db
CITY = "330400"


@pytest.fixture(autouse=True)
def two(definitions: None) -> None:
    rows = '{"departments": [{"code": "tjj", "name": "统计局", "place": "330400", "from": "2020-01-01"},'
    rows += '{"code": "fgw", "name": "发改委", "place": "330400"}]}'
    assert record_departments(read_departments(rows), by="test") == 2
    assert record_departments(read_departments(rows), by="test") == 0


def test_a_hand_over_leaves_the_owner_before_until_its_day() -> None:
    hand_over("indicator", "gdp", CITY, "tjj", date(2024, 1, 1), by="li")
    hand_over("indicator", "gdp", CITY, "fgw", date(2025, 7, 1), post="综合处", reason="职责划转", by="li")
    owners = [
        owner_of("indicator", "gdp", CITY, day) for day in (date(2023, 1, 1), date(2025, 6, 30), date(2025, 7, 1))
    ]
    assert [owner and owner.department_id for owner in owners] == [None, "tjj", "fgw"]
    assert [row.department_id for row in history_of("indicator", "gdp", CITY)] == ["fgw", "tjj"]
    assert AuditRow.objects.order_by("-seq").first().detail["before"] == "tjj"


@pytest.mark.parametrize(
    ("department", "day", "reason", "code"),
    [
        ("tjj", "2024-02-01", "", "same"),
        ("fgw", "2024-02-01", " ", "reason"),
        ("tjj", "2019-12-31", "x", "dates"),
        ("none", "2024-02-01", "x", "unknown"),
    ],
)
def test_a_hand_over_that_makes_no_sense_is_refused(department: str, day: str, reason: str, code: str) -> None:
    hand_over("indicator", "gdp", CITY, "tjj", date(2024, 1, 1), by="li")
    with pytest.raises(DepartmentRefusedError) as caught:
        hand_over("indicator", "gdp", CITY, department, date.fromisoformat(day), reason=reason, by="li")
    assert caught.value.code == code


def test_a_guess_is_one_until_it_is_confirmed() -> None:
    text = "indicators:\n  - {code: gdp, name: 地区生产总值, unit: 亿元, direction: up, kind: flow, owner: 统计局, owner_is_guess: true}\n"
    record_definitions(text, "x.yml", by="test")
    assert record_guesses(CITY, by="test") == 1
    assert record_guesses(CITY, by="test") == 0
    today = today_in_china()
    guessed = owner_of("indicator", "gdp", CITY, today)
    assert guessed
    assert guessed.is_guessed
    hand_over("indicator", "gdp", CITY, "tjj", today, by="li")
    confirmed = owner_of("indicator", "gdp", CITY, today)
    assert confirmed
    assert not confirmed.is_guessed


def test_a_department_that_goes_says_what_it_leaves() -> None:
    hand_over("indicator", "gdp", CITY, "tjj", date(2024, 1, 1), by="li")
    assert close_department("tjj", today_in_china(), by="li") == 1
    assert Department.objects.get(pk="tjj").valid_to == today_in_china()
    with pytest.raises(DepartmentRefusedError, match="does not stand"):
        hand_over("indicator", "urban", CITY, "tjj", today_in_china() + timedelta(days=1), by="li")
    with pytest.raises(DepartmentRefusedError, match="before it began"):
        close_department("tjj", date(2019, 1, 1), by="li")
    with pytest.raises(DepartmentRefusedError, match="no department"):
        close_department("none", date(2024, 1, 1), by="li")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (DepartmentFacts("tjj", "统计局", CITY), "taken"),
        (DepartmentFacts("new", "新局", "999999"), "place"),
        (DepartmentFacts("new", "新局", CITY, parent="none"), "parent"),
    ],
    ids=["taken", "place", "parent"],
)
def test_a_department_is_checked(facts: DepartmentFacts, code: str) -> None:
    with pytest.raises(DepartmentRefusedError) as caught:
        add_department(facts, by="li")
    assert caught.value.code == code


def test_a_department_may_belong_to_another() -> None:
    add_department(DepartmentFacts("gyc", "工业处", CITY, parent="fgw"), by="li")
    assert Department.objects.get(pk="gyc").parent_id == "fgw"
