"""Parts of a target are stated, taken back and checked; plans are placed in their tree."""

from decimal import Decimal

import pytest

from lantu.core.time import year_period
from lantu.run.breaking_down import (
    BreakdownRefusedError,
    check_target,
    file_plan,
    file_target,
    find_weights,
    state_parts,
    years_of,
)
from lantu.run.plans import read_version, receive_plan
from lantu.store.fetch.breakdowns import parts_of, themes_of
from lantu.store.fetch.indicators import definitions_by_code
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import AuditRow, Plan, PlanTarget, TargetPart, ValueRow

pytestmark = pytest.mark.django_db
CITY, DISTRICT = "330400", "330411"


@pytest.fixture
def gdp(definitions: None, plan_bytes: bytes) -> PlanTarget:
    facts = PlanFacts("青湖市纲要", CITY, first_year=2021, last_year=2025)
    read_version(receive_plan(plan_bytes, "plan.md", facts, by="test"), by="test")
    return PlanTarget.objects.get(indicator_code="gdp", entry__origin="table")


def check(row: PlanTarget) -> tuple[str, str]:
    broken = check_target(row, parts_of([row.address]), definitions_by_code())
    return broken.places.state, broken.years.state


def test_parts_are_stated_and_taken_back(gdp: PlanTarget) -> None:
    assert years_of(gdp) == [2021, 2022, 2023, 2024, 2025]
    assert check(gdp) == ("unknown", "unknown")
    assert state_parts(gdp.pk, "place", {DISTRICT: "900"}, by="li") == 1
    assert state_parts(gdp.pk, "year", {"2024": "800", "2025": "890"}, by="li") == 2
    assert check(gdp) == ("meets", "short")
    assert state_parts(gdp.pk, "year", {"2024": "800", "2025": "900"}, reason="更正", by="li") == 1
    assert state_parts(gdp.pk, "place", {DISTRICT: ""}, by="li") == 1
    assert check(gdp) == ("unknown", "meets")
    assert TargetPart.objects.count() == 5
    assert state_parts(gdp.pk, "year", {"2024": "800"}, by="li") == 0
    assert AuditRow.objects.filter(action="target.broken_down").count() == 4


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("place", {"999999": "1"}, "unknown"),
        ("year", {"2030": "1"}, "unknown"),
        ("department", {"none": "1"}, "unknown"),
        ("year", {"2025": "many"}, "amount"),
        ("year", {"2025": "5%"}, "amount"),
        ("moon", {}, "kind"),
    ],
)
def test_parts_are_checked(gdp: PlanTarget, kind: str, typed: dict[str, str], code: str) -> None:
    with pytest.raises(BreakdownRefusedError) as caught:
        state_parts(gdp.pk, kind, typed, by="li")
    assert caught.value.code == code
    assert not TargetPart.objects.exists()


def test_themes_come_and_go(gdp: PlanTarget) -> None:
    file_target(gdp.pk, ["经济", " 民生 ", "经济"], by="li")
    assert themes_of([gdp.address]) == {gdp.address: ["民生", "经济"]}
    file_target(gdp.pk, ["经济"], by="li")
    file_target(gdp.pk, ["经济"], by="li")
    assert themes_of([gdp.address]) == {gdp.address: ["经济"]}
    assert AuditRow.objects.filter(action="target.filed").count() == 2


def test_weights_are_those_of_the_last_year_all_places_have(gdp: PlanTarget) -> None:
    for place, year, amount in ((CITY, 2023, 1), (CITY, 2024, 2), (DISTRICT, 2023, 3)):
        period = year_period(year)
        ValueRow.objects.create(
            indicator_code="gdp", place_code=place, period_start=period.start, period_end=period.end, amount=amount,
            unit="亿元", bound="=", status="final", rule="reported", inputs=[], recorded_at="2026-01-01T00:00:00Z",
        )  # fmt: skip
    from dataclasses import replace

    growth = replace(definitions_by_code()["urban"], growth_of="gdp")
    assert find_weights(growth, [CITY, DISTRICT]) == {CITY: Decimal(1), DISTRICT: Decimal(3)}
    assert find_weights(definitions_by_code()["gdp"], [CITY]) == {}
    assert find_weights(None, [CITY]) == {}


def test_plans_stand_in_a_tree_without_circles(gdp: PlanTarget, plan_bytes: bytes) -> None:
    receive_plan(plan_bytes, "p.md", PlanFacts("南屏区纲要", DISTRICT, first_year=2021), by="test")
    city, district = Plan.objects.get(place_id=CITY), Plan.objects.get(place_id=DISTRICT)
    file_plan(district.pk, "special_plan", city.pk, by="li")
    district.refresh_from_db()
    assert (district.parent_id, district.kind) == (city.pk, "special_plan")
    assert [(f.parent_id, f.actor) for f in district.filings.all()] == [(None, "test"), (city.pk, "li")]
    for plan, kind, parent, code in (
        (city.pk, "outline", district.pk, "circle"),
        (city.pk, "outline", city.pk, "circle"),
        (district.pk, "poem", None, "kind"),
        (999, "outline", None, "unknown"),
    ):
        with pytest.raises(BreakdownRefusedError) as caught:
            file_plan(plan, kind, parent, by="li")
        assert caught.value.code == code
    file_plan(district.pk, "outline", None, by="li")
    with pytest.raises(BreakdownRefusedError) as caught:
        file_plan(city.pk, "outline", district.pk, by="li")
    assert caught.value.code == "place"


def test_what_is_not_there_is_said(definitions: None) -> None:
    with pytest.raises(BreakdownRefusedError):
        state_parts(999, "year", {}, by="li")
    with pytest.raises(BreakdownRefusedError):
        file_target(999, [], by="li")
