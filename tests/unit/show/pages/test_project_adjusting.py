"""Asking for an adjustment of a project, and what lists then show."""

import pytest
from django.test import Client

from lantu.run.adjusting import step_adjustment
from lantu.store import models
from tests.unit.show.pages.test_project import TERMS, planned, project

__all__ = ["planned", "project"]
FORM = {"part": "due", "new": "2027", "effective_on": "2024-01-01", "grounds": "征地推迟"}


def test_both_figures_are_shown(project: models.Project, planner: Client) -> None:
    href = f"/project/{project.pk}"
    assert planner.post(f"{href}/adjust/add", FORM).status_code == 422
    planner.post(f"{href}/set", TERMS)
    assert planner.get(f"{href}/adjust").status_code == 200
    for part, new in (("due", "2027"), ("sum", "150"), ("scope", "三座桥")):
        made = planner.post(f"{href}/adjust/add", {**FORM, "part": part, "new": new})["Location"]
        key = int(made.rsplit("/", 1)[1])
        step_adjustment(key, "review", by="wang")
        step_adjustment(key, "approve", note="决议1号", by="zhao")
        assert planner.get(made).status_code == 200
    for address in (href, "/projects"):
        page = planner.get(address).text
        assert "规划为 2024年" in page, address
        assert "规划为 100.5" in page, address
        assert "2027年" in page, address
        assert ">150<" in page, address
    assert "规划为 两座桥" in planner.get(href).text
    listed = planner.get("/adjustments").text
    assert "150 亿元" in listed
    assert "三座桥" in listed
    assert ",2027年,2024年,150,100.5,三座桥," in planner.get("/projects.csv").text


@pytest.mark.parametrize(
    "change", [{"new": "soon"}, {"new": "2024"}, {"part": "sum", "new": "x"}, {"grounds": ""}, {"effective_on": "x"}]
)
def test_what_is_wrong_is_said(project: models.Project, planner: Client, change: dict[str, str]) -> None:
    planner.post(f"/project/{project.pk}/set", TERMS)
    assert planner.post(f"/project/{project.pk}/adjust/add", {**FORM, **change}).status_code == 422
    assert models.Adjustment.objects.count() == 0


def test_nothing_is_404(planner: Client) -> None:
    assert planner.get("/project/999/adjust").status_code == 404
