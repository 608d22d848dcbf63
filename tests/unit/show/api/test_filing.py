"""Sheets are answered and stepped on by tokens; a write sent twice is done once; rows of other places are not taken."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lantu.store import models
from tests.unit.show.city import AT, CITY, DISTRICT, City

pytestmark = pytest.mark.django_db
LINES = "indicator_code,place_code,period,value,unit\ngdp,{place},2022,12.5,亿元\n"


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


@pytest.fixture
def sheet(city: City) -> models.ReturnSheet:
    department = models.Department.objects.create(code="tj", name="统计局", place_id=DISTRICT, recorded_at=AT)
    workflow = models.Workflow.objects.create(
        code="w", name="年报", place_id=CITY, grain="year", accepting_level="prefecture", due_working_days=10,
        codes=["gdp"], actor="x", recorded_at=AT,
    )  # fmt: skip
    sheet = models.ReturnSheet.objects.create(
        workflow=workflow, place_id=DISTRICT, accepting_place_id=CITY, department=department,
        period_start=date(2031, 1, 1), period_end=date(2031, 12, 31), due_on=date(2032, 1, 16), is_due_exact=True,
        recorded_at=AT,
    )  # fmt: skip
    models.ReportingTask.objects.create(
        sheet=sheet, position=1, indicator_code="gdp", place_id=DISTRICT, period_start=sheet.period_start,
        period_end=sheet.period_end, recorded_at=AT,
    )  # fmt: skip
    return sheet


def answer(sheet: models.ReturnSheet, value: str) -> dict[str, object]:
    return {"answers": [{"task": sheet.tasks.get().pk, "value": value, "override_reason": "核实过"}]}


def test_a_return_goes_its_way(sheet: models.ReturnSheet, program_of) -> None:
    reporter, reviewer = program_of("reporter", DISTRICT, "tj"), program_of("reviewer", DISTRICT, "tj")
    at = f"sheets/{sheet.pk}"
    assert reporter.post(f"{at}/answers", answer(sheet, "777.5")).json() == {"sheet": sheet.pk, "changed": 1}
    told = reporter.get(at).json()
    assert told["cells"][0]["figure"] == "777.5"
    assert told["next_steps"] == ["submit"]
    assert reporter.post(f"{at}/steps", {"step": "submit"}, "key-00002").json()["state"] == "submitted"
    assert reporter.post(f"{at}/steps", {"step": "review"}, "key-00003").status_code == 403
    assert reviewer.post(f"{at}/steps", {"step": "review"}, "key-00004").json()["state"] == "reviewed"
    assert reviewer.post(f"{at}/steps", {"step": "send_back"}, "key-00005").status_code == 409
    accepted = program_of("planner", CITY).post(f"{at}/steps", {"step": "accept"}, "key-00006")
    assert accepted.json()["state"] == "accepted"
    assert [row["state"] for row in reporter.get("sheets?state=accepted").json()["items"]] == ["accepted"]
    assert models.StagedObservation.objects.get(period_start=sheet.period_start).amount == 777.5


def test_the_same_key_is_done_once_and_no_other_request_may_use_it(sheet: models.ReturnSheet, program_of) -> None:
    reporter, at = program_of("reporter", DISTRICT, "tj"), f"sheets/{sheet.pk}/answers"
    first = reporter.post(at, answer(sheet, "1"))
    reporter.post(at, answer(sheet, "2"), "key-00002")
    again = reporter.post(at, answer(sheet, "1"))
    assert (again.status_code, again.json()) == (200, first.json())
    assert [d.value for d in models.DraftFigure.objects.order_by("id")] == ["1", "2"]
    assert reporter.post(at, answer(sheet, "3")).json()["code"] == "key"
    assert (
        reporter.client.post(
            f"/api/v1/{at}", answer(sheet, "3"), content_type="application/json", headers=reporter.headers
        ).status_code
        == 422
    )


def test_what_a_sheet_does_not_ask_is_refused(sheet: models.ReturnSheet, program_of) -> None:
    reporter = program_of("reporter", DISTRICT, "tj")
    assert reporter.post(f"sheets/{sheet.pk}/answers", {"answers": [{"task": 9999}]}).status_code == 404
    assert reporter.post(f"sheets/{sheet.pk}/answers", {"answers": [{"task": 1, "colour": "red"}]}).status_code == 422
    assert reporter.post("sheets/999/answers", {"answers": []}).status_code == 404
    assert models.KeptAnswer.objects.count() == 0


@pytest.mark.parametrize(("place", "status"), [(DISTRICT, 202), (CITY, 403)])
def test_figures_in_bulk_must_be_of_ones_own_places(place: str, status: int, program_of) -> None:
    planner = program_of("planner", DISTRICT)
    file = SimpleUploadedFile("r.csv", LINES.format(place=place).encode())
    taken = planner.client.post(
        "/api/v1/returns", {"file": file}, headers={**planner.headers, "Idempotency-Key": "key-00009"}
    )
    assert taken.status_code == status, taken.content
    assert models.Job.objects.count() == (status == 202)
    if status == 202:
        assert planner.get(f"jobs/{taken.json()['job']}").status_code == 200
    assert planner.get("returns").json()["count"] == 1
