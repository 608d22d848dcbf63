"""任务分解: the list and taking tasks over."""

import pytest
from django.test import Client

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import span_of
from lantu.store import models
from lantu.store.codec import encode
from tests.unit.show.city import AT, CITY, TEXT, City


@pytest.fixture
def planned(city: City) -> City:
    """The small city with a task in its plan."""
    models.Department.objects.create(code="jt", name="交通局", place_id=CITY, recorded_at=AT)
    start = TEXT.index("新建“一号”工程")
    span = span_of(TEXT, start, start + 8)
    entry = Entry("k1", EntryKind.TASK, "prose", span, "", "新建一号工程", year=2024, bodies=("市交通局",))
    models.PlanEntry.objects.create(
        version=city.version, entry_id="k1", kind="task", origin="prose", start=span.start, end=span.end,
        quote=span.quote, indicator="新建一号工程", body=encode(entry),
    )  # fmt: skip
    return city


def test_tasks_are_taken_over_and_listed(planned: City, planner: Client) -> None:
    assert "没有这样的任务。" in planner.get("/tasks").text
    planner.post(f"/plan/{planned.plan.pk}/tasks/take")
    page = planner.get("/tasks").text
    assert "接过 1 项任务。" in page
    assert "交通局" in page
    assert "推定" in page
    assert f"/plan/{planned.plan.pk}?entry=k1" in page
    assert "1 项，共 1 项" in planner.get("/tasks", {"lead": "jt", "class": "cannot_say", "guessed": "1"}).text
    assert "0 项，共 1 项" in planner.get("/tasks", {"class": "met"}).text
    assert planner.post("/plan/999/tasks/take").status_code == 404


def test_a_plan_without_years_says_so(planned: City, planner: Client) -> None:
    models.Plan.objects.update(first_year=None)
    planner.post(f"/plan/{planned.plan.pk}/tasks/take")
    assert "日期先后不合。" in planner.get("/tasks").text


def test_in_english(planned: City, planner: Client) -> None:
    planner.cookies["lantu_language"] = "en"
    planner.post(f"/plan/{planned.plan.pk}/tasks/take")
    assert "presumed" in planner.get("/tasks").text
