"""Sheets for a period: by owner, with a deadline, and nothing asked twice."""

from dataclasses import replace
from datetime import date

import pytest

from lantu.core.time import parse_period, year_period
from lantu.run.asking import AskingRefusedError, ask_for_period, open_workflow, preview_asking
from lantu.run.departments import add_department, hand_over
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.filing import WorkflowFacts
from lantu.store.models import AuditRow, ReportingTask, ReturnSheet

pytestmark = pytest.mark.django_db
CITY, DISTRICT = "330400", "330411"
FACTS = WorkflowFacts("yearly", "年度指标", CITY, "year", "prefecture", 10, ("gdp", "urban"), ("gdp >= urban | 说明",))


@pytest.fixture(autouse=True)
def owners(definitions: None) -> None:
    for code, place in (("tjj", CITY), ("qtj", DISTRICT)):
        add_department(DepartmentFacts(code, code, place), by="test")
        hand_over("indicator", "gdp", place, code, date(2024, 1, 1), by="test")


def test_each_owner_gets_a_sheet_with_its_deadline() -> None:
    key = open_workflow(FACTS, by="li")
    asked = ask_for_period(key, [CITY, DISTRICT], year_period(2025), by="li")
    assert [part.by_department[0][0] for part in asked] == ["tjj", "qtj"]
    assert [(o.code, o.why) for o in asked[0].omissions] == [("urban", "unowned")]
    sheets = list(ReturnSheet.objects.order_by("id"))
    assert [(s.department_id, s.accepting_place_id, s.due_on, s.is_due_exact) for s in sheets] == [
        ("tjj", CITY, date(2026, 1, 15), True),
        ("qtj", CITY, date(2026, 1, 15), True),
    ]
    assert AuditRow.objects.filter(action="returns.asked").count() == 1


def test_the_same_is_not_asked_twice_not_even_in_another_workflow() -> None:
    ask_for_period(open_workflow(FACTS, by="li"), [CITY], year_period(2025), by="li")
    other = open_workflow(replace(FACTS, code="other"), by="li")
    (part,) = ask_for_period(other, [CITY], year_period(2025), by="li")
    assert [(o.code, o.why) for o in part.omissions] == [("gdp", "asked"), ("urban", "unowned")]
    assert ReportingTask.objects.count() == ReturnSheet.objects.count() == 1
    ask_for_period(other, [CITY], parse_period("2025-Q3"), by="li")
    assert ReportingTask.objects.count() == 2


def test_a_look_ahead_asks_nobody() -> None:
    key = open_workflow(FACTS, by="li")
    assert preview_asking(key, [CITY], year_period(2025))[0].by_department
    assert not ReturnSheet.objects.exists()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"codes": ("nothing",)}, "indicator"),
        ({"codes": ()}, "indicator"),
        ({"rules": ("gdp = nothing",)}, "indicator"),
        ({"rules": ("gdp",)}, "rule"),
        ({"place_code": "999999"}, "place"),
        ({"accepting_level": "moon"}, "place"),
        ({"grain": "week"}, "grain"),
        ({"due_working_days": -1}, "grain"),
    ],
    ids=lambda value: str(value),
)
def test_a_workflow_is_checked(change: dict[str, object], code: str) -> None:
    with pytest.raises(AskingRefusedError) as caught:
        open_workflow(replace(FACTS, **change), by="li")
    assert caught.value.code == code


def test_places_outside_and_unknown_workflows_are_refused() -> None:
    key = open_workflow(replace(FACTS, place_code=DISTRICT), by="li")
    with pytest.raises(AskingRefusedError, match="does not lie in"):
        ask_for_period(key, [CITY], year_period(2025), by="li")
    with pytest.raises(AskingRefusedError, match="no workflow"):
        preview_asking(999, [CITY], year_period(2025))
    with pytest.raises(AskingRefusedError, match="no workflow"):
        ask_for_period(999, [CITY], year_period(2025), by="li")
