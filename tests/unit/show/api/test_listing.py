"""Lists whose SQL is made once tell the same as the queries they are made of, in the shape that was declared."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantu.show.api.addresses import MODULES
from lantu.show.api.operations import OPERATIONS, Said, write_json
from lantu.store import models
from tests.unit.show.api.clients import Program
from tests.unit.show.city import AT, CITY, DISTRICT, City

pytestmark = pytest.mark.django_db
PLAIN = [said for said in OPERATIONS if said.is_plain and MODULES]
FILTERS = (
    "values?indicator=gdp", "values?place=990101&since=2020-01-01&until=2030-12-31", "values?as_of=2026-12-31&limit=1&offset=1",
    "targets?due_year=2025", "targets?plan=1&as_of=2026-12-31", "standings?standing=met", "standings?plan=1", "sheets?state=draft",
    "sheets?place=990101&offset=1",
)  # fmt: skip


@pytest.fixture
def viewer(city: City, settings: Any) -> Program:
    settings.LANTU_PUBLIC_READ = False
    department = models.Department.objects.create(code="tj", name="统计局", place_id=DISTRICT, recorded_at=AT)
    workflow = models.Workflow.objects.create(
        code="w", name="年报", place_id=CITY, grain="year", accepting_level="prefecture", due_working_days=10, codes=["gdp"],
        actor="x", recorded_at=AT,
    )  # fmt: skip
    models.ReturnSheet.objects.create(
        workflow=workflow, place_id=DISTRICT, accepting_place_id=CITY, department=department, period_start=date(2031, 1, 1),
        period_end=date(2031, 12, 31), due_on=date(2032, 1, 16), is_due_exact=True, recorded_at=AT,
    )  # fmt: skip
    row = models.WarningRow.objects.create(
        address="warning/a/1", cause="progress", subject="s", place_id=CITY, name="n", level="red", rule="r", since=AT,
        opened_on=AT, recorded_at=AT,
    )  # fmt: skip
    models.WarningStep.objects.create(warning=row, step="opened", level="red", rule="r", as_of=AT, recorded_at=AT)
    return Program("planner", CITY)


@pytest.mark.parametrize("said", PLAIN, ids=lambda said: said.name)
def test_what_is_written_out_as_it_is_has_the_declared_shape(said: Said, viewer: Program, city: City) -> None:
    told = viewer.get(said.address.removeprefix("/").replace("{key}", str(city.version.plan_id))).json()
    assert told["items"], "a list without items would prove nothing"
    item = said.answer.model_fields["items"].annotation.__args__[0]
    for one in told["items"]:
        assert set(one) == set(item.model_fields)
    assert json.loads(write_json(said.answer.model_validate(told).model_dump())) == told, "nothing would be turned"


@pytest.mark.parametrize("address", FILTERS)
def test_conditions_make_another_query_and_their_values_do_not(address: str, viewer: Program) -> None:
    first = viewer.get(address).json()
    with CaptureQueriesContext(connection) as asked:
        again = viewer.get(f"{address}&asked=anew").json()
    assert again["items"] == first["items"]
    assert first["count"] == again["count"] >= len(first["items"])
    assert len(asked) <= 6, "who asks, for which places, what changed, one part of the list; a count at most"


def test_a_condition_means_what_it_means_alone(viewer: Program) -> None:
    every = viewer.get("values?limit=500").json()
    codes = {value["indicator"] for value in every["items"]}
    assert len(codes) > 1
    for code in codes:
        told = viewer.get(f"values?indicator={code}").json()
        assert told["items"] == [value for value in every["items"] if value["indicator"] == code]
        assert told["count"] == len(told["items"])
    assert viewer.get("values?limit=2&offset=1").json()["items"] == every["items"][1:3]
    assert viewer.get("values?limit=2&offset=1").json()["next"].endswith("limit=2&offset=3")
    assert viewer.get("values?since=2099-01-01").json() == {"count": 0, "next": None, "items": []}


def test_moments_are_told_to_the_microsecond(viewer: Program) -> None:
    row = models.ValueRow.objects.first()
    models.ValueRow.objects.filter(pk=row.pk).update(recorded_at=AT.replace(microsecond=123456))
    told = {value["key"]: value["recorded_at"] for value in viewer.get("values?limit=500").json()["items"]}
    assert told[row.pk].endswith(".123456Z")
