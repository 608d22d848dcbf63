"""What a case can be opened for, and the order of lists."""

from datetime import UTC, date, datetime

import pytest

from lantu.act.cases import Facts
from lantu.store.fetch.cases import case_for, find_cause, list_cases
from lantu.store.keep.cases import Cause, keep_case, keep_case_step
from lantu.store.models import Department, FindingRow, Ownership, PlanTarget, WarningRow
from tests.unit.show.checked import build_checked
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, tzinfo=UTC)
DAY = date(2026, 3, 1)


def test_causes_lead_to_target_standing_and_department() -> None:
    build_city()
    Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    Ownership.objects.create(
        kind="indicator", thing="gdp", place_id=CITY, department_id="tj", from_on=DAY, actor="x", recorded_at=AT
    )
    target = PlanTarget.objects.get(indicator_code="gdp")
    found = find_cause("standing", str(target.pk), DAY)
    assert found is not None
    assert (found.cause, found.target, found.department) == (target.address, target.pk, "tj")
    assert found.standing == target.standings.get().pk
    warning = WarningRow.objects.create(
        address="warning/progress/a/1", cause="progress", subject=target.address, place_id=CITY, indicator_code="gdp",
        name="地区生产总值", level="red", rule="missed", since=DAY, opened_on=DAY, recorded_at=AT,
    )  # fmt: skip
    of_warning = find_cause("warning", str(warning.pk), DAY)
    assert of_warning is not None
    assert (of_warning.target, of_warning.warning, of_warning.department) == (target.pk, warning.pk, "tj")
    for kind, key in (("standing", "0"), ("warning", "x"), ("nonsense", "1"), ("task", "7"), ("finding", "0")):
        assert find_cause(kind, key, DAY) is None


def test_a_finding_is_of_the_place_of_its_plan() -> None:
    build_city()
    build_checked()
    row = FindingRow.objects.order_by("pk")[0]
    found = find_cause("finding", str(row.pk), DAY)
    assert found is not None
    assert (found.cause, found.place_code, found.finding) == (row.key, CITY, row.pk)


def test_lists_have_open_cases_first_and_the_next_due_on_top() -> None:
    build_city()
    Department.objects.create(code="tj", name="统计局", place_id=CITY, recorded_at=AT)
    states = [("closed", None), ("assigned", date(2026, 5, 1)), ("assigned", date(2026, 4, 1)), ("opened", None)]
    for number, (state, due) in enumerate(states):
        case = keep_case(Cause("standing", f"a#{number}", CITY, ""), state, "办", AT, 2026, by="x")
        keep_case_step(case, "x", Facts(state, "tj" if due else "", due), "", AT, by="x")
    assert [case.cause for case in list_cases()] == ["a#3", "a#2", "a#1", "a#0"]
    assert [case.cause for case in list_cases(is_open=False)] == ["a#0"]
    assert case_for("standing", "a#0") is None
    assert case_for("standing", "") is None
