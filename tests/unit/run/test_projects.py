"""Projects from the plan's words to a standing; only accepted reports count, and a past day replays as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.project import ProjectStanding, Stage
from lantu.core.standing import Class
from lantu.core.time import parse_period
from lantu.run.clock import today_in_china
from lantu.run.departments import add_department
from lantu.run.plans import read_version, receive_plan
from lantu.run.projects import (
    ProjectRefusedError,
    plan_project_years,
    read_yuan,
    report_project,
    set_project,
    stand_projects,
    step_project_report,
    take_projects,
)
from lantu.run.reviewing import decide, put_in_force
from lantu.store import models
from lantu.store.audit import find_breaks
from lantu.store.fetch.projects import KnownProject, project_reports_waiting, project_setting
from lantu.store.keep.departments import DepartmentFacts
from lantu.store.keep.plans import PlanFacts
from lantu.store.keep.projects import ProjectTerms, ProjectWord

pytestmark = pytest.mark.django_db
CITY = "330400"
YI = Decimal(10) ** 8
PLAN = """青湖市“十四五”规划纲要

（2021—2025年）

第一章 重大项目

建成青湖高速公路、云山水库。

1.青湖高速公路：全长89公里，总投资120亿元。
"""


@contextmanager
def refused(code: str) -> Iterator[None]:
    rows = models.AuditRow.objects.count()
    with pytest.raises(ProjectRefusedError) as caught:
        yield
    assert caught.value.code == code
    assert models.AuditRow.objects.count() == rows


@pytest.fixture
def version(definitions: None) -> models.PlanVersion:
    add_department(DepartmentFacts("jt", "交通运输局", CITY), by="test")
    facts = PlanFacts("青湖市规划", CITY, first_year=2021, last_year=2025)
    key = receive_plan(PLAN.encode(), "plan.md", facts, by="test")
    read_version(key, by="test")
    return models.PlanVersion.objects.get(pk=key)


@pytest.fixture
def road(version: models.PlanVersion) -> models.Project:
    take_projects(version.plan_id, by="li")
    return models.Project.objects.get(name="青湖高速公路")


def terms(**other: object) -> ProjectTerms:
    said = {"place_code": CITY, "lead": "jt", "start_year": 2021, "due_year": 2025, "total_yuan": 120 * YI}
    return ProjectTerms(**{**said, "scope": "89公里", **other})  # type: ignore[arg-type]


def report(road: models.Project, invested: str, quarter: str = "2023-Q2", stage: Stage = Stage.BUILDING) -> int:
    word = ProjectWord(stage, Decimal(invested) * YI, "做了一段", Decimal(50))
    return report_project(road.pk, parse_period(quarter), word, by="wang")


def accept(key: int) -> None:
    step_project_report(key, "accept", by="li")


def stand(road: models.Project, day: date | None = None) -> tuple[KnownProject, ProjectStanding]:
    return stand_projects(day or today_in_china(), key=road.pk)[0]


def test_taken_once_from_where_most_is_said_and_presumed(road: models.Project, version: models.PlanVersion) -> None:
    assert take_projects(version.plan_id, by="li") == 0
    setting = project_setting(road.pk)
    assert setting is not None
    assert (setting.total_yuan, setting.scope, setting.is_presumed) == (120 * YI, "89公里", True)
    assert (setting.due_year, setting.lead_id, setting.place_id) == (None, None, CITY)
    assert models.Project.objects.filter(name="青湖高速公路").count() == 1
    with refused("unknown"):
        take_projects(9999, by="li")


def test_a_review_takes_them_over_and_a_mere_reading_does_not(version: models.PlanVersion) -> None:
    assert models.Project.objects.count() == 0
    entry = version.entries.filter(kind="project").order_by("start")[0]
    decide(version.pk, entry.entry_id, "accepted", by="li")
    put_in_force(version.pk, by="li")
    assert models.Project.objects.filter(name="青湖高速公路").exists()


def test_what_nobody_confirmed_follows_the_plan(road: models.Project, version: models.PlanVersion) -> None:
    models.ProjectSetting.objects.filter(project=road).update(total_yuan=1)
    take_projects(version.plan_id, by="li")
    setting = project_setting(road.pk)
    assert setting is not None
    assert setting.total_yuan == 120 * YI
    set_project(road.pk, terms(total_yuan=100 * YI), by="li")
    take_projects(version.plan_id, by="li")
    setting = project_setting(road.pk)
    assert setting is not None
    assert (setting.total_yuan, setting.is_presumed) == (100 * YI, False)


def test_what_was_confirmed_changes_by_an_adjustment_only(road: models.Project) -> None:
    set_project(road.pk, terms(), by="li")
    set_project(road.pk, terms(start_year=2022), by="li")
    for change in ({"due_year": 2026}, {"total_yuan": None}, {"scope": "100公里"}):
        with refused("adjust"):
            set_project(road.pk, terms(**change), by="li")
    for code, change in (
        ("department", {"lead": ""}),
        ("department", {"helpers": ("nobody",)}),
        ("place", {"place_code": "999999"}),
        ("dates", {"start_year": 2026}),
        ("dates", {"start_year": 20}),
        ("amount", {"total_yuan": Decimal(-1)}),
        ("amount", {"total_yuan": Decimal("NaN")}),
    ):
        with refused(code):
            set_project(road.pk, terms(**change), by="li")
    with refused("unknown"):
        set_project(9999, terms(), by="li")


def test_rates_are_those_of_the_formulas(road: models.Project) -> None:
    set_project(road.pk, terms(), by="li")
    plan_project_years(road.pk, {2022: 20 * YI, 2023: 30 * YI}, by="li")
    accept(report(road, "20", "2022-Q4"))
    accept(report(road, "12", "2023-Q2"))
    known, standing = stand(road)
    assert known.facts.all_invested == 32 * YI
    rates = standing.rates
    assert (rates.completion, rates.time_lead, rates.total_completion) == (
        Decimal("40.0"), Decimal("-10.0"), Decimal("26.7"),
    )  # fmt: skip
    assert standing.klass is Class.ON_COURSE
    accept(report(road, "11.9", "2023-Q2"))
    assert stand(road)[1].klass is Class.BEHIND
    plan_project_years(road.pk, {2023: None}, by="li")
    assert stand(road)[1].ground == "share"
    rows = models.AuditRow.objects.count()
    plan_project_years(road.pk, {2022: 20 * YI}, by="li")
    assert models.AuditRow.objects.count() == rows


def test_only_accepted_reports_count_and_steps_are_undone(road: models.Project) -> None:
    key = report(road, "12", stage=Stage.COMPLETED)
    assert stand(road)[1].klass is Class.CANNOT_SAY
    assert [r.pk for r in project_reports_waiting()] == [key]
    with refused("same_person"):
        step_project_report(key, "accept", by="wang")
    with refused("note"):
        step_project_report(key, "send_back", by="li")
    accept(key)
    assert stand(road)[1].klass is Class.MET
    step_project_report(key, "unaccept", note="看错", by="li")
    assert stand(road)[1].klass is Class.CANNOT_SAY
    with refused("unknown"):
        step_project_report(9999, "accept", by="li")
    assert list(find_breaks()) == []


def test_a_project_taken_up_again_is_not_completed(road: models.Project) -> None:
    accept(report(road, "5", "2022-Q4", Stage.COMPLETED))
    accept(report(road, "6", "2023-Q2", Stage.BUILDING))
    assert stand(road)[0].facts.completed_on is None
    accept(report(road, "7", "2023-Q3", Stage.COMPLETED))
    assert stand(road)[0].facts.completed_on == date(2023, 9, 30)


def test_a_past_day_replays_as_it_was(road: models.Project) -> None:
    accept(report(road, "12", stage=Stage.COMPLETED))
    ago = timedelta(days=10)
    for model in (models.Project, models.ProjectSetting, models.ProjectReport, models.ProjectReportStep):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(recorded_at=row.recorded_at - ago)
    step_project_report(models.ProjectReport.objects.get().pk, "unaccept", note="看错", by="li")
    assert stand(road)[1].klass is Class.CANNOT_SAY
    assert stand(road, today_in_china() - timedelta(days=5))[1].klass is Class.MET
    assert stand_projects(today_in_china() - timedelta(days=20)) == []


def test_sums_and_shares_that_are_none_are_refused(road: models.Project) -> None:
    june = parse_period("2023-Q2")
    for code, word in (
        ("amount", ProjectWord(Stage.BUILDING, Decimal(-1), "a")),
        ("amount", ProjectWord(Stage.BUILDING, Decimal(1), "a", Decimal(101))),
        ("note", ProjectWord(Stage.BUILDING, Decimal(1), " ")),
    ):
        with refused(code):
            report_project(road.pk, june, word, by="wang")
    with refused("unknown"):
        report_project(9999, june, ProjectWord(Stage.BUILDING, Decimal(1), "a"), by="wang")
    for code, years in (("dates", {3: YI}), ("amount", {2023: Decimal(-1)})):
        with refused(code):
            plan_project_years(road.pk, years, by="li")
    with refused("unknown"):
        plan_project_years(9999, {2023: YI}, by="li")


def test_money_is_read_in_yuan() -> None:
    assert read_yuan(Decimal("1.2"), "亿元") == Decimal(120_000_000)
    assert read_yuan(Decimal(3), "公里") is None
    assert read_yuan(None, "亿元") is None
