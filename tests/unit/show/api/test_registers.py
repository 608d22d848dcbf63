"""Who asks; places, departments, indicators and jobs, limited to what one may see."""

import pytest

from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


def test_me_tells_roles_and_scopes(program_of) -> None:
    told = program_of("reporter", DISTRICT, "tj", ("read",)).get("me").json()
    assert told["roles"] == [{"role": "reporter", "place": DISTRICT, "department": "tj"}]
    assert told["scopes"] == ["own", "read"]


def test_places_are_those_one_may_read(program_of) -> None:
    assert [p["code"] for p in program_of("viewer", DISTRICT).get("places").json()["items"]] == [DISTRICT]
    whole = program_of("viewer", CITY).get(f"places?parent={CITY}").json()
    assert {p["parent"] for p in whole["items"]} == {CITY}
    assert whole["count"] == len(whole["items"]) > 1


def test_departments_are_those_of_places_one_may_read(program_of) -> None:
    for place in (CITY, DISTRICT):
        models.Department.objects.create(code=f"tj{place}", name="统计局", place_id=place, recorded_at=AT)
    assert [d["code"] for d in program_of("viewer", DISTRICT).get("departments").json()["items"]] == [f"tj{DISTRICT}"]


def test_an_indicator_by_code(program_of) -> None:
    program = program_of("viewer", DISTRICT)
    assert program.get("indicators/gdp").json()["name"] == "地区生产总值"
    assert program.get("indicators/nothing").status_code == 404
    assert program.get("indicators").json()["count"] == models.Indicator.objects.values("code").distinct().count()
    assert program.get("indicators?as_of=2001-01-01").json()["count"] == 0


def test_a_job_is_told_to_whoever_asked_for_it(program_of) -> None:
    program = program_of("planner", CITY)
    own, other = (
        models.Job.objects.create(kind="remeasure", subject="s", actor=actor, created_at=AT)
        for actor in (program.person.username, "x")
    )
    assert program.get(f"jobs/{own.pk}").json()["state"] == "queued"
    assert program.get(f"jobs/{other.pk}").status_code == 403
