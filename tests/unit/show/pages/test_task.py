"""A task's page."""

import pytest
from django.test import Client

from lantu.run.tasks import take_tasks
from lantu.store import models
from tests.unit.show.city import City
from tests.unit.show.pages.test_cases import sign_in
from tests.unit.show.pages.test_tasks import planned

__all__ = ["planned"]
TERMS = {"lead": "jt", "helpers": [], "starts_on": "2021-01-01", "due_on": "2024-12-31"}


@pytest.fixture
def task(planned: City) -> models.Task:
    take_tasks(planned.plan.pk, by="x")
    return models.Task.objects.get()


@pytest.fixture
def reporter(task: models.Task, settings, django_user_model) -> Client:
    settings.LANTU_PUBLIC_READ = False
    return sign_in(django_user_model, "wang", "reporter", "jt")


def test_confirmed_marked_reported_accepted(task: models.Task, planner: Client, reporter: Client) -> None:
    href = f"/task/{task.pk}"
    page = planner.get(href).text
    assert "推定，待确认" in page
    assert 'value="2021-01-01"' in page
    planner.post(f"{href}/set", TERMS)
    assert "推定，待确认" not in planner.get(href).text
    planner.post(f"{href}/milestones", {"name": "开工", "due_on": "2021-06-30"})
    milestone = models.Milestone.objects.get()
    said = {"quarter": "2022-Q4", "done_pct": "50", "text": "路基完成", "reached": [str(milestone.pk)]}
    reporter.post(f"{href}/report", said)
    report = models.TaskReport.objects.get()
    assert "要认定的任务报告" in planner.get("/today").text
    assert reporter.post(f"/task-report/{report.pk}/step", {"step": "accept"}).status_code == 403
    planner.post(f"/task-report/{report.pk}/step", {"step": "accept"})
    page = planner.get(href).text
    assert "符合预期" in page
    assert "截至" in page
    planner.post(f"/milestone/{milestone.pk}/end")
    assert "没有里程碑。" in planner.get(href).text
    assert planner.post(f"/task-report/{report.pk}/step", {"step": "unaccept"}).status_code == 422


def test_what_is_wrong_is_said(task: models.Task, planner: Client, reporter: Client) -> None:
    href = f"/task/{task.pk}"
    assert planner.post(f"{href}/set", {**TERMS, "due_on": "2020-01-01"}).status_code == 422
    assert planner.post(f"{href}/milestones", {"name": "开工", "due_on": "2099-01-01"}).status_code == 422
    for said in ({"quarter": "soon"}, {"done_pct": "x"}, {"done_pct": "101"}, {"text": ""}, {"reached": ["999"]}):
        answer = reporter.post(f"{href}/report", {"quarter": "2022-Q4", "done_pct": "5", "text": "做", **said})
        assert answer.status_code == 422, said
    assert planner.post(f"{href}/report", {"quarter": "2022-Q4", "done_pct": "5", "text": "做"}).status_code == 403
    assert planner.get("/task/999").status_code == 404
    assert planner.post("/milestone/999/end").status_code == 404
    assert planner.post("/task-report/999/step", {"step": "accept"}).status_code == 404


def test_what_is_not_accepted_is_not_for_all(task: models.Task, reporter: Client, reader: Client) -> None:
    reporter.post(f"/task/{task.pk}/report", {"quarter": "2022-Q4", "done_pct": "5", "text": "内部情况"})
    assert "内部情况" in reporter.get(f"/task/{task.pk}").text
    assert "内部情况" not in reader.get(f"/task/{task.pk}").text
