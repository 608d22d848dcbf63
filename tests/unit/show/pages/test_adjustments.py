"""调整修订."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lantu.run.adjusting import Request, ask_adjustment, step_adjustment
from lantu.store import models
from tests.unit.show.city import AT, CITY, City

FORM = {
    "part": "base",
    "amount": "5563.58",
    "version_name": "经济普查",
    "effective_on": "2024-01-01",
    "grounds": "普查修订",
}


@pytest.fixture
def target(city: City) -> models.PlanTarget:
    return models.PlanTarget.objects.get(indicator_code="gdp")


def test_asked_for_reviewed_approved(target: models.PlanTarget, planner: Client, django_user_model) -> None:
    assert "提出调整" in planner.get(f"/target/{target.pk}/parts").text
    assert planner.get(f"/target/{target.pk}/adjust").status_code == 200
    file = SimpleUploadedFile("a.txt", "批复".encode())
    href = planner.post(f"/target/{target.pk}/adjust/add", {**FORM, "file": file})["Location"]
    own = planner.post(f"{href}/step", {"step": "review"})
    assert own.status_code == 422
    other = Client()
    user = django_user_model.objects.create_user("zhao", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="administrator", place_id=CITY, recorded_at=AT)
    other.force_login(user)
    assert other.post(f"{href}/step", {"step": "review"}).status_code == 302
    assert other.post(f"{href}/step", {"step": "approve", "note": "决议1号"}).status_code == 302
    page = planner.get(href).text
    assert "已批准" in page
    assert "规划所印" in page
    assert page.count("经济普查") > 1
    assert "5,563.58" in planner.get("/adjustments").text
    assert planner.get(f"{href}/file").content == "批复".encode()
    assert planner.post(f"{href}/step", {"step": "x"}).status_code == 404


@pytest.mark.parametrize(
    "change", [{"amount": "many"}, {"amount": "5509.5"}, {"grounds": ""}, {"effective_on": "soon"}]
)
def test_what_is_wrong_is_said(target: models.PlanTarget, planner: Client, change: dict[str, str]) -> None:
    assert planner.post(f"/target/{target.pk}/adjust/add", {**FORM, **change}).status_code == 422
    assert models.Adjustment.objects.count() == 0


def test_nothing_is_404(planner: Client) -> None:
    assert planner.get("/adjustment/999").status_code == 404
    assert planner.get("/target/999/adjust").status_code == 404
    assert "没有调整。" in planner.get("/adjustments").text


def test_lists_show_both_figures(target: models.PlanTarget, planner: Client) -> None:
    asked = Request("value", Decimal(8500), "疫情影响", date(2024, 1, 1))
    key = ask_adjustment(target.pk, asked, by="li")
    lists = ("/", "/targets", "/indicator/gdp", f"/plan/{target.version.plan_id}/targets", f"/target/{target.pk}/parts")
    for address in lists:
        assert "已调整" not in planner.get(address).text, address
    step_adjustment(key, "review", by="wang")
    step_adjustment(key, "approve", note="决议1号", by="zhao")
    for address in lists:
        page = planner.get(address).text
        assert "规划为 9,000亿元" in page, address
        assert ">8,500<" in page, address
        assert f"/adjustment/{key}" in page, address
    row = next(r for r in planner.get("/targets.csv").text.splitlines() if ",gdp," in r)
    assert ",8500,亿元," in row
    assert "9,000亿元" in row
