"""Tasks by token: told as they stand and stood, reported on by the leading department, accepted by somebody else."""

from datetime import date

import pytest

from lantu.store import models
from tests.unit.show.city import AT, DISTRICT, OTHER, City

pytestmark = pytest.mark.django_db
SAID = {"quarter": "2023-Q4", "done_pct": "50", "text": "路基完成"}


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


@pytest.fixture
def task(city: City) -> models.Task:
    lead = models.Department.objects.create(code="jt", name="交通局", place_id=DISTRICT, recorded_at=AT)
    task = models.Task.objects.create(
        address="task#1", plan=city.plan, entry=city.version.entries.order_by("pk")[0], place_id=DISTRICT, name="修路",
        actor="x", recorded_at=AT,
    )  # fmt: skip
    task.settings.create(
        lead=lead, is_guessed=False, starts_on=date(2021, 1, 1), due_on=date(2025, 12, 31), actor="x", recorded_at=AT
    )
    task.milestones.create(name="开工", due_on=date(2022, 6, 30), actor="x", recorded_at=AT)
    return task


def test_reported_accepted_and_judged(task: models.Task, program_of) -> None:
    leader, planner = program_of("reporter", DISTRICT, "jt"), program_of("planner", DISTRICT)
    reached = [task.milestones.get().pk]
    at = f"tasks/{task.pk}/reports"
    made = leader.post(at, {**SAID, "reached": reached}, "key-00001")
    assert made.status_code == 201, made.content
    assert leader.post(at, {**SAID, "reached": reached}, "key-00001").json() == made.json()
    assert models.TaskReport.objects.count() == 1
    steps = f"task-reports/{made.json()['report']}/steps"
    assert leader.post(steps, {"step": "accept"}, "key-00002").status_code == 403
    assert planner.post(steps, {"step": "accept"}, "key-00003").json()["state"] == "accepted"
    assert planner.post(steps, {"step": "accept"}, "key-00004").json()["code"] == "state"
    told = leader.get(f"tasks/{task.pk}").json()
    assert (told["standing"], told["done"], told["data_date"]) == ("on_course", "0.5", "2023-12-31")
    assert told["milestones"][0]["reached_on"] == "2023-12-31"
    assert told["reports"][0]["state"] == "accepted"
    before = leader.get(f"tasks/{task.pk}?as_of=2026-03-02").json()
    assert (before["standing"], before["done"]) == ("cannot_say", None)


def test_narrowed_and_kept_within_ones_places(task: models.Task, program_of) -> None:
    viewer = program_of("viewer", DISTRICT)
    names = [row["name"] for row in viewer.get("tasks?lead=jt&standing=cannot_say").json()["items"]]
    assert names == ["修路"]
    assert viewer.get("tasks?lead=tj").json()["count"] == viewer.get("tasks?as_of=2026-02-01").json()["count"] == 0
    assert viewer.get(f"tasks/{task.pk}").json()["reports"] == []
    beside = program_of("planner", OTHER)
    assert beside.get("tasks").json()["count"] == 0
    assert beside.get(f"tasks/{task.pk}").status_code == 403
    assert beside.get("tasks/999").status_code == 404


def test_what_is_wrong_is_said(task: models.Task, program_of) -> None:
    leader, at = program_of("reporter", DISTRICT, "jt"), f"tasks/{task.pk}/reports"
    for wrong in ({"quarter": "2023"}, {"done_pct": "101"}, {"done_pct": "half"}, {"colour": "red"}):
        assert leader.post(at, {**SAID, **wrong}, "key-00001").status_code == 422, wrong
    assert leader.post(at, {**SAID, "text": " "}, "key-00002").json()["code"] == "note"
    assert leader.post(at, {**SAID, "reached": [999]}, "key-00003").status_code == 404
    assert program_of("reporter", DISTRICT, "tj").post(at, SAID, "key-00004").status_code == 403
    assert leader.post("task-reports/999/steps", {"step": "withdraw"}, "key-00005").status_code == 404
    assert models.TaskReport.objects.count() == 0
