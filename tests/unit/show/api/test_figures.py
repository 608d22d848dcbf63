"""Values, observations, standings and warnings: in force now or on a day, exact, limited to places one may read."""

from datetime import timedelta
from decimal import Decimal

import pytest

from lantu.show import kept
from lantu.store import models
from lantu.store.audit import append_audit
from tests.unit.show.city import AT, CITY, DISTRICT, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


def test_a_corrected_value_answers_as_it_was_known(program_of) -> None:
    program = program_of("viewer", CITY)
    row = models.ValueRow.objects.filter(indicator_code="gdp", place_code=CITY).first()
    asked = f"values?indicator=gdp&place={CITY}&since={row.period_end}&until={row.period_end}"
    row.pk, row.amount, row.recorded_at = None, Decimal("0.1234567891"), AT + timedelta(days=40)
    row._state.adding = True
    row.save()
    now, then = program.get(asked).json()["items"], program.get(f"{asked}&as_of=2026-03-15").json()["items"]
    assert [v["amount"] for v in now] == ["0.1234567891"]
    assert len(then) == 1
    assert then[0]["amount"] != now[0]["amount"]
    assert program.get("values?as_of=2001-01-01").json()["count"] == 0


def test_a_district_is_told_of_itself_only(program_of) -> None:
    program = program_of("reporter", DISTRICT, "tj")
    for noun in ("values", "observations", "standings", "warnings?state=all"):
        places = {item["place"] for item in program.get(noun).json()["items"]}
        assert places <= {DISTRICT}, noun
    assert program.get(f"values?place={CITY}").json()["count"] == 0
    assert program.get("values").json()["count"] > 0


def test_withdrawn_figures_are_left_out_from_then_on(city: City, program_of) -> None:
    program = program_of("viewer", CITY)
    before = program.get("observations").json()["count"]
    models.ReturnBatch.objects.update(withdrawn_at=AT + timedelta(days=9))
    kept.forget()  # the rows were changed past every arrow
    assert program.get("observations").json()["count"] == 0
    assert program.get("observations?as_of=2026-03-05").json()["count"] == before > 0


def test_standings_carry_what_they_rest_on(city: City, program_of) -> None:
    program = program_of("viewer", CITY)
    told = program.get("standings?indicator=gdp").json()["items"]
    assert [(s["name"], s["place"]) for s in told] == [("地区生产总值", CITY)]
    assert told[0]["body"]["klass"] == told[0]["standing"]
    assert f"/plan/{city.version.plan_id}?entry=" in told[0]["href"]
    assert program.get(f"standings?standing={told[0]['standing']}").json()["count"] >= 1


def test_warnings_come_with_their_steps(program_of) -> None:
    row = models.WarningRow.objects.create(
        address="warning/a/1", cause="progress", subject="s", place_id=CITY, name="n", level="red", rule="r", since=AT,
        opened_on=AT, recorded_at=AT,
    )  # fmt: skip
    models.WarningStep.objects.create(warning=row, step="opened", level="red", rule="r", as_of=AT, recorded_at=AT)
    told = program_of("viewer", CITY).get("warnings?level=red").json()["items"]
    assert [[step["step"] for step in warning["steps"]] for warning in told] == [["opened"]]


def test_an_answer_holds_until_something_is_recorded(program_of) -> None:
    program = program_of("viewer", CITY)
    told = program.get("values?indicator=gdp").json()
    models.ValueRow.objects.filter(indicator_code="gdp").update(note="past every arrow")
    assert program.get("values?indicator=gdp").json() == told
    append_audit("somebody", "value.noted", "value/1", AT)
    assert {value["note"] for value in program.get("values?indicator=gdp").json()["items"]} == {"past every arrow"}


def test_a_kept_answer_is_told_to_nobody_who_sees_other_places(program_of) -> None:
    whole = program_of("viewer", CITY).get("values").json()
    part = program_of("reporter", DISTRICT, "tj").get("values").json()
    assert part["count"] < whole["count"]
    assert {value["place"] for value in part["items"]} == {DISTRICT}


def test_a_problem_is_not_kept(program_of) -> None:
    program = program_of("viewer", CITY)
    assert [program.get("values?limit=0").status_code for _ in range(2)] == [422, 422]
    assert [program.get("plans/99999").status_code for _ in range(2)] == [404, 404]
