"""A project's page."""

import pytest
from django.test import Client

from lantu.run.projects import take_projects
from lantu.store import models
from tests.unit.show.city import CITY, City
from tests.unit.show.pages.test_cases import sign_in
from tests.unit.show.pages.test_projects import planned

__all__ = ["planned"]
TERMS = {
    "place": CITY, "lead": "jt", "helpers": [], "start_year": "2022", "due_year": "2024", "total": "100.5",
    "scope": "两座桥",
}  # fmt: skip
SAID = {"quarter": "2023-Q2", "stage": "building", "invested": "12", "done_pct": "40", "text": "桥墩完成"}


@pytest.fixture
def project(planned: City) -> models.Project:
    take_projects(planned.plan.pk, by="x")
    return models.Project.objects.get()


@pytest.fixture
def reporter(project: models.Project, settings, django_user_model) -> Client:
    settings.LANTU_PUBLIC_READ = False
    return sign_in(django_user_model, "wang", "reporter", "jt")


def test_confirmed_planned_reported_accepted(project: models.Project, planner: Client, reporter: Client) -> None:
    href = f"/project/{project.pk}"
    page = planner.get(href).text
    assert "推定，待确认" in page
    assert 'value="120"' in page
    assert planner.post(f"{href}/set", TERMS).status_code == 302
    page = planner.get(href).text
    assert "推定，待确认" not in page
    assert "改动要提出调整" in page
    assert ">100.5<" in page
    assert planner.post(f"{href}/years", {"year": "2023", "planned": "20"}).status_code == 302
    assert reporter.post(f"{href}/report", SAID).status_code == 302
    report = models.ProjectReport.objects.get()
    assert "要认定的项目报告" in planner.get("/today").text
    assert reporter.post(f"/project-report/{report.pk}/step", {"step": "accept"}).status_code == 403
    assert planner.post(f"/project-report/{report.pk}/step", {"step": "accept"}).status_code == 302
    page = planner.get(href).text
    assert "60.0%" in page
    assert "+10.0" in page
    assert "11.9%" in page
    assert f'href="#report-{report.pk}"' in page
    assert "符合预期" in page
    row = planner.get("/projects").text
    assert f"/project/{project.pk}#report-{report.pk}" in row
    planner.post(f"{href}/years", {"year": "2023", "planned": ""})
    assert "没有本年计划" in planner.get(href).text
    assert planner.post(f"/project-report/{report.pk}/step", {"step": "unaccept"}).status_code == 422


def test_what_is_wrong_is_said(project: models.Project, planner: Client, reporter: Client) -> None:
    href = f"/project/{project.pk}"
    for change in ({"due_year": "2020"}, {"total": "viel"}, {"total": "NaN"}, {"lead": ""}, {"place": "999999"}):
        assert planner.post(f"{href}/set", {**TERMS, **change}).status_code == 422, change
    for year in ({"year": "20", "planned": "1"}, {"year": "2023", "planned": "x"}):
        assert planner.post(f"{href}/years", year).status_code == 422, year
    planner.post(f"{href}/set", TERMS)
    for change in ({"quarter": "soon"}, {"invested": "x"}, {"done_pct": "101"}, {"text": ""}, {"stage": "x"}):
        assert reporter.post(f"{href}/report", {**SAID, **change}).status_code == 422, change
    assert planner.post(f"{href}/report", SAID).status_code == 403
    assert planner.get("/project/999").status_code == 404
    assert planner.post("/project-report/999/step", {"step": "accept"}).status_code == 404


def test_what_is_not_accepted_is_not_for_all(
    project: models.Project, planner: Client, reporter: Client, reader: Client
) -> None:
    planner.post(f"/project/{project.pk}/set", TERMS)
    reporter.post(f"/project/{project.pk}/report", {**SAID, "text": "内部情况"})
    assert "内部情况" in reporter.get(f"/project/{project.pk}").text
    assert "内部情况" not in reader.get(f"/project/{project.pk}").text


def test_a_case_for_a_project(project: models.Project, planner: Client, django_user_model) -> None:
    supervisor = sign_in(django_user_model, "du", "supervisor")
    assert "kind=project" in supervisor.get(f"/project/{project.pk}").text
    form = {"kind": "project", "key": str(project.pk), "title": "催", "demand": "请查明原因"}
    href = supervisor.post("/cases/add", form)["Location"]
    page = supervisor.get(href).text
    assert f"/project/{project.pk}" in page
    assert href in supervisor.get(f"/project/{project.pk}").text
