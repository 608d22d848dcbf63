"""重大项目: the list, its filters and CSV, and taking projects over."""

import pytest
from django.test import Client

from lantu.core.entry import Entry, EntryKind
from lantu.core.span import span_of
from lantu.run.projects import take_projects
from lantu.store import models
from lantu.store.codec import encode
from tests.unit.show.city import AT, CITY, DISTRICT, TEXT, City


@pytest.fixture
def planned(city: City) -> City:
    """The small city with a project in its plan."""
    models.Department.objects.create(code="jt", name="交通局", place_id=CITY, recorded_at=AT)
    add_entry(city.version, "p1", "一号工程")
    return city


def add_entry(version: models.PlanVersion, key: str, name: str) -> None:
    start = TEXT.index("新建“一号”工程")
    span = span_of(TEXT, start, start + 8)
    entry = Entry(key, EntryKind.PROJECT, "prose", span, "", name, value=120, unit="亿元", year=2024)  # type: ignore[arg-type]
    models.PlanEntry.objects.create(
        version=version, entry_id=key, kind="project", origin="prose", start=span.start, end=span.end,
        quote=span.quote, indicator=name, value=120, unit="亿元", year=2024, body=encode(entry),
    )  # fmt: skip


def test_taken_over_and_listed(planned: City, planner: Client) -> None:
    assert "没有这样的项目。" in planner.get("/projects").text
    planner.post(f"/plan/{planned.plan.pk}/projects/take")
    page = planner.get("/projects").text
    assert "接过 1 个项目。" in page
    assert "推定" in page
    assert f"/plan/{planned.plan.pk}?entry=p1" in page
    assert ">120<" in page
    some = {"place": CITY, "stage": "none", "class": "cannot_say", "presumed": "1", "due": "2024年"}
    assert "1 个，共 1 个" in planner.get("/projects", some).text
    for other in ({"stage": "building"}, {"class": "met"}, {"lead": "jt"}, {"plan": "0"}):
        assert "0 个，共 1 个" in planner.get("/projects", other).text, other
    table = planner.get("/projects.csv").text.splitlines()
    assert len(table) == 2
    assert table[1].startswith("一号工程,")
    assert len(planner.get("/projects.csv", {"class": "met"}).text.splitlines()) == 1
    assert planner.post("/plan/999/projects/take").status_code == 404


def test_projects_of_other_places_are_not_told(planned: City, settings, django_user_model) -> None:
    settings.LANTU_PUBLIC_READ = False
    take_projects(planned.plan.pk, by="x")
    client = Client()
    user = django_user_model.objects.create_user("district", password="a-long-password-1")
    models.Assignment.objects.create(user=user, role="planner", place_id=DISTRICT, recorded_at=AT)
    client.force_login(user)
    for address in ("/projects", "/projects.csv"):
        assert "一号工程" not in client.get(address).text


def test_in_english(planned: City, planner: Client) -> None:
    planner.cookies["lantu_language"] = "en"
    planner.post(f"/plan/{planned.plan.pk}/projects/take")
    assert "presumed" in planner.get("/projects").text
