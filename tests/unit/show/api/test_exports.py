"""Files of figures: what is given out can be handed in again, and holds no more than the lists tell."""

import csv
import io

import pytest

from lantu.check.match import match_indicator
from lantu.run.catalogue import load_catalogue
from lantu.sense.returns import read_returns
from lantu.store import models
from tests.unit.show.city import CITY, DISTRICT, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_given_out_can_be_handed_in(form: str, program_of) -> None:
    answer = program_of("viewer", CITY).get(f"observations.{form}?indicator=gdp")
    observations, diagnostics, _ = read_returns(answer.getvalue(), f"o.{form}", load_catalogue(), match=match_indicator)
    told = {(o.place_code, o.period.start, o.period.end, o.quantity.amount) for o in observations}
    rows = models.StagedObservation.objects.filter(indicator_code="gdp")
    assert told == {(r.place_code, r.period_start, r.period_end, r.amount) for r in rows}
    assert [d for d in diagnostics if d.severity == "error"] == []


def test_a_district_is_given_its_own(program_of) -> None:
    program = program_of("viewer", DISTRICT)
    rows = list(csv.DictReader(io.StringIO(program.get("values.csv").getvalue().decode("utf-8-sig"))))
    assert {row["区划代码"] for row in rows} == {DISTRICT}
    cells = list(csv.DictReader(io.StringIO(program.get("sdmx/data.csv").content.decode())))
    assert {cell["REF_AREA"] for cell in cells} == {DISTRICT}
    assert program.get("values.xlsx").content[:2] == b"PK"


def test_sdmx_has_values_targets_and_bases(program_of) -> None:
    program = program_of("viewer", CITY)
    rows = list(csv.DictReader(io.StringIO(program.get("sdmx/data.csv?indicator=gdp").content.decode())))
    kinds = {(r["VALUE_TYPE"], r["TIME_PERIOD"]): r["OBS_VALUE"] for r in rows if r["REF_AREA"] == CITY}
    assert kinds["T", "2025"] == "9000"
    assert kinds["B", "2020"] == "5509.5"
    assert {"A", "P"} & {kind for kind, _ in kinds}
    message = program.get("sdmx/data.json?indicator=gdp").json()
    assert len(message["data"]["dataSets"][0]["observations"]) == len(rows)
    later = program.get("sdmx/data.csv?indicator=gdp&since=2025-01-01").content.decode()
    assert len(later.splitlines()) < len(rows) + 1


def test_the_structure_names_what_one_may_see(program_of) -> None:
    lists = program_of("viewer", DISTRICT).get("sdmx/structure.json").json()["data"]["codelists"]
    assert [code["id"] for cl in lists if cl["id"] == "CL_REF_AREA" for code in cl["codes"]] == [DISTRICT]
