"""Projects by token: told as they stand and stood, settled, planned, reported on, accepted by somebody else; as a table."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from lantu.store import models
from lantu.store.adjustments import keep_adjustment_step
from tests.unit.show.city import AT, DISTRICT, OTHER, City

pytestmark = pytest.mark.django_db
SAID = {"quarter": "2023-Q4", "stage": "building", "invested_yuan": "50000000", "done_pct": "60", "text": "主塔封顶"}
TERMS = {"place": DISTRICT, "lead": "jt", "start_year": 2021, "due_year": 2025, "total_yuan": "120000000.00"}


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


@pytest.fixture
def project(city: City) -> models.Project:
    models.Department.objects.create(code="jt", name="交通局", place_id=DISTRICT, recorded_at=AT)
    project = models.Project.objects.create(
        address="project#1", plan=city.plan, entry=city.version.entries.order_by("pk")[0], name="大桥", actor="x",
        recorded_at=AT,
    )  # fmt: skip
    project.settings.create(place_id=DISTRICT, is_presumed=True, due_year=2024, actor="x", recorded_at=AT)
    return project


def test_settled_planned_reported_accepted_and_judged(project: models.Project, program_of) -> None:
    leader, planner = program_of("reporter", DISTRICT, "jt"), program_of("planner", DISTRICT)
    at = f"projects/{project.pk}"
    assert leader.post(at, TERMS, "key-00000").status_code == 403
    for _ in range(2):
        assert planner.post(at, TERMS, "key-00001").json() == {"project": project.pk}
    assert project.settings.count() == 2
    assert planner.post(at, {**TERMS, "due_year": 2027}, "key-00002").json()["code"] == "adjust"
    assert planner.post(f"{at}/years", {"year": 2023, "planned_yuan": "60000000"}, "key-00003").status_code == 200
    made = leader.post(f"{at}/reports", SAID, "key-00004")
    assert made.status_code == 201, made.content
    assert leader.post(f"{at}/reports", SAID, "key-00004").json() == made.json()
    assert models.ProjectReport.objects.count() == 1
    steps = f"project-reports/{made.json()['report']}/steps"
    assert leader.post(steps, {"step": "accept"}, "key-00005").status_code == 403
    assert planner.post(steps, {"step": "accept"}, "key-00006").json()["state"] == "accepted"
    assert planner.post(steps, {"step": "accept"}, "key-00007").json()["code"] == "state"
    told = leader.get(at).json()
    assert (told["stage"], told["done_pct"], told["data_date"]) == ("building", "60", "2023-12-31")
    assert told["years"] == [{"year": 2023, "planned_yuan": "60000000", "invested_yuan": "50000000"}]
    assert told["reports"][0]["next_steps"] == []
    assert [row["is_presumed"] for row in told["history"]] == [False, True]
    before = leader.get(f"{at}?as_of=2026-03-02").json()
    assert (before["is_presumed"], before["standing"], before["stage"]) == (True, "cannot_say", "")


def test_an_adjustment_holds_and_the_plans_stands_beside_it(project: models.Project, program_of) -> None:
    program_of("planner", DISTRICT).post(f"projects/{project.pk}", TERMS, "key-00001")
    row = models.Adjustment.objects.create(
        target_address=project.address, place_id=DISTRICT, part="due", before=Decimal(2025), amount=Decimal(2027),
        unit="年", grounds="x", effective_on=date(2026, 1, 1), state="approved", actor="x", recorded_at=AT,
    )  # fmt: skip
    keep_adjustment_step(row, "approve", "approved", "x", AT, by="y")
    (told,) = program_of("viewer", DISTRICT).get("projects").json()["items"]
    assert (told["due_year"], told["plan_due_year"], told["plan_total_yuan"]) == (2027, 2025, None)


def test_narrowed_and_kept_within_ones_places(project: models.Project, program_of) -> None:
    viewer, beside = program_of("viewer", DISTRICT), program_of("planner", OTHER)
    assert [row["name"] for row in viewer.get("projects?standing=cannot_say").json()["items"]] == ["大桥"]
    assert (
        viewer.get("projects?lead=jt").json()["count"] == viewer.get("projects?as_of=2026-02-01").json()["count"] == 0
    )
    assert viewer.get("projects?stage=building").json()["count"] == 0
    assert viewer.get(f"projects/{project.pk}").json()["reports"] == []
    assert beside.get("projects").json()["count"] == 0
    assert beside.get(f"projects/{project.pk}").status_code == 403
    assert beside.get("projects/999").status_code == 404
    head, row = csv.reader(StringIO(b"".join(viewer.get("projects.csv").streaming_content).decode("utf-8-sig")))
    assert dict(zip(head, row, strict=True))["name"] == "大桥"
    assert "大桥" not in b"".join(beside.get("projects.csv").streaming_content).decode()
    # a project is not moved to a place one does not plan for
    assert program_of("planner", DISTRICT).post(
        f"projects/{project.pk}", {**TERMS, "place": OTHER}, "key-00001"
    ).status_code == 403  # fmt: skip


def test_what_is_wrong_is_said(project: models.Project, program_of) -> None:
    planner, leader = program_of("planner", DISTRICT), program_of("reporter", DISTRICT, "jt")
    planner.post(f"projects/{project.pk}", TERMS, "key-00001")
    at = f"projects/{project.pk}/reports"
    for wrong in (
        {"quarter": "2023"},
        {"done_pct": "101"},
        {"stage": "begun"},
        {"invested_yuan": "-1"},
        {"colour": "red"},
    ):
        assert leader.post(at, {**SAID, **wrong}, "key-00002").status_code == 422, wrong
    assert leader.post(at, {**SAID, "text": " "}, "key-00003").json()["code"] == "note"
    assert program_of("reporter", DISTRICT, "tj").post(at, SAID, "key-00004").status_code == 403
    assert planner.post("projects/999", TERMS, "key-00005").status_code == 404
    assert planner.post(f"projects/{project.pk}", {**TERMS, "lead": "none"}, "key-00006").json()["code"] == "department"
    assert leader.post("project-reports/999/steps", {"step": "withdraw"}, "key-00007").status_code == 404
    assert models.ProjectReport.objects.count() == 0
