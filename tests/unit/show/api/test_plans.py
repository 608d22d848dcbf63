"""Plans, entries and targets with their places in the text, limited to places one may read."""

import pytest

from tests.unit.show.city import CITY, DISTRICT, TEXT, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


def test_entries_lead_to_their_characters(city: City, program_of) -> None:
    program, plan = program_of("viewer", CITY), city.version.plan_id
    entries = program.get(f"plans/{plan}/entries?limit=500").json()["items"]
    assert entries
    assert all(TEXT[entry["start"] : entry["end"]] == entry["quote"] for entry in entries)
    assert program.get(f"plans/{plan}").json()["version"] == city.version.number
    assert program.get(f"plans/{plan}/findings").json()["items"] == []
    narrowed = program.get(f"plans/{plan}/entries?indicator=gdp").json()
    assert {entry["indicator_code"] for entry in narrowed["items"]} == {"gdp"}


def test_the_citys_plan_is_not_told_to_a_district(city: City, program_of) -> None:
    program, plan = program_of("viewer", DISTRICT), city.version.plan_id
    assert program.get("plans").json()["count"] == 0
    assert program.get("targets").json()["count"] == 0
    assert program.get(f"plans/{plan}").status_code == 403
    assert program.get(f"plans/{plan}/entries").status_code == 403


def test_targets_are_narrowed_and_cut_into_pages(program_of) -> None:
    program = program_of("viewer", CITY)
    first = program.get("targets?limit=2").json()
    assert len(first["items"]) == 2
    seen = first["items"]
    while first["next"]:
        first = program.client.get(first["next"], headers=program.headers).json()
        seen += first["items"]
    assert len({target["key"] for target in seen}) == len(seen) == first["count"]
    assert [t["name"] for t in program.get("targets?indicator=gdp").json()["items"]] == ["地区生产总值"]
    assert program.get("targets?as_of=2001-01-01").json()["count"] == 0
