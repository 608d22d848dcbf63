"""Adjustments by token: asked for, reviewed and approved by somebody else; told as they stood on a day."""

import pytest

from lantu.store import models
from tests.unit.show.city import AT, CITY, OTHER, City

pytestmark = pytest.mark.django_db


@pytest.fixture
def program_of(city: City, settings):
    from tests.unit.show.api.clients import Program

    settings.LANTU_PUBLIC_READ = False
    return Program


@pytest.fixture
def said(city: City) -> dict[str, object]:
    target = models.PlanTarget.objects.get(indicator_code="gdp")
    return {
        "target": target.pk, "part": "base", "amount": "5563.58", "version_name": "经济普查", "grounds": "普查修订",
        "effective_on": "2024-01-01",
    }  # fmt: skip


def test_asked_for_reviewed_approved(said, program_of) -> None:
    planner, head = program_of("planner", CITY), program_of("administrator", CITY)
    made = planner.post("adjustments", said, "key-00001")
    assert made.status_code == 201, made.content
    assert planner.post("adjustments", said, "key-00001").json() == made.json()
    at = f"adjustments/{made.json()['adjustment']}"
    assert planner.post(f"{at}/steps", {"step": "review"}, "key-00002").json()["code"] == "same_person"
    assert planner.post(f"{at}/steps", {"step": "approve", "note": "a"}, "key-00003").status_code == 403
    assert head.post(f"{at}/steps", {"step": "review"}, "key-00004").json()["state"] == "reviewed"
    assert head.post(f"{at}/steps", {"step": "approve"}, "key-00005").json()["code"] == "note"
    assert head.post(f"{at}/steps", {"step": "approve", "note": "决议1号"}, "key-00006").json()["state"] == "approved"
    told = planner.get(at).json()
    assert (told["before"], told["amount"], told["state"]) == ("5509.5", "5563.58", "approved")
    assert [step["step"] for step in told["steps"]] == ["submit", "review", "approve"]
    models.AdjustmentStep.objects.filter(step="submit").update(recorded_at=AT)
    assert [row["state"] for row in planner.get("adjustments?as_of=2026-03-01").json()["items"]] == ["submitted"]
    assert planner.get("adjustments?as_of=2026-02-01").json()["count"] == 0
    assert planner.get(f"adjustments?target={said['target']}&state=approved").json()["count"] == 1
    assert planner.get("adjustments?target=999").json()["count"] == 0


@pytest.mark.parametrize(
    ("change", "status"),
    [({"amount": "many"}, 422), ({"amount": "5509.5"}, 409), ({"grounds": " "}, 409), ({"target": 9999}, 404)],
)
def test_what_is_wrong_is_said(said, change: dict[str, object], status: int, program_of) -> None:
    assert program_of("planner", CITY).post("adjustments", {**said, **change}).status_code == status
    assert models.Adjustment.objects.count() == 0


def test_nobody_adjusts_what_is_beside(said, program_of) -> None:
    beside = program_of("planner", OTHER)
    assert beside.post("adjustments", said).status_code == 403
    assert beside.get("adjustments").json()["count"] == 0
    assert beside.get("adjustments/999").status_code == 404
