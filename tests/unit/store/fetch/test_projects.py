"""Projects as they were at a moment."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from lantu.core.project import Stage
from lantu.core.time import parse_period
from lantu.store import models
from lantu.store.fetch.projects import (
    cases_of_project,
    find_project,
    find_project_report,
    known_projects,
    project_entries,
    project_reports_waiting,
    project_setting,
    projects_of_plan,
    settings_of_project,
    steps_of_project,
    tasks_beside,
)
from lantu.store.keep.projects import (
    ProjectTerms,
    ProjectWord,
    keep_project,
    keep_project_report,
    keep_project_step,
    keep_project_terms,
    keep_project_years,
)
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, tzinfo=UTC)
LATER = AT + timedelta(days=1)


@pytest.fixture
def project() -> models.Project:
    city = build_city()
    made = keep_project(city.plan, city.version.entries.order_by("id")[0], AT, by="li")
    keep_project_terms(made, ProjectTerms(CITY, due_year=2025), AT, by="li", is_presumed=True)
    return made


def test_the_latest_by_a_moment_counts(project: models.Project) -> None:
    keep_project_terms(project, ProjectTerms(CITY, due_year=2026), LATER, by="li")
    keep_project_years(project, {2025: Decimal(9)}, AT, by="li")
    keep_project_years(project, {2025: None}, LATER, by="li")
    (then,) = known_projects(AT, AT.date())
    (now,) = known_projects(LATER, LATER.date(), plan_key=project.plan_id)
    assert (then.facts.due_year, then.years, then.setting.is_presumed) == (2025, {2025: Decimal(9)}, True)
    assert (now.facts.due_year, now.years, now.setting.is_presumed) == (2026, {}, False)
    assert known_projects(AT - timedelta(days=1), AT.date()) == []
    assert [s.due_year for s in settings_of_project(project.pk)] == [2026, 2025]
    setting = project_setting(project.pk)
    assert setting is not None
    assert setting.due_year == 2026


def test_what_was_accepted_last_of_a_year_is_summed(project: models.Project) -> None:
    for quarter, sum_, day in (("2024-Q4", 7, AT), ("2025-Q1", 2, AT), ("2025-Q2", 5, LATER)):
        word = ProjectWord(Stage.BUILDING, Decimal(sum_), "a", Decimal(sum_))
        report = keep_project_report(project, parse_period(quarter), word, day, by="li")
        keep_project_step(report, "accept", "accepted", "", day, by="wang")
    (then,) = known_projects(AT, AT.date(), key=project.pk)
    (now,) = known_projects(LATER, LATER.date(), key=project.pk)
    assert (then.facts.all_invested, then.facts.data_date) == (Decimal(9), date(2025, 3, 31))
    assert (now.facts.all_invested, now.facts.done_pct) == (Decimal(12), Decimal(5))
    assert len(steps_of_project(project.pk)) == 6
    assert project_reports_waiting() == []


def test_what_belongs_to_it(project: models.Project) -> None:
    assert find_project(project.pk) == project
    assert find_project(9999) is None
    assert find_project_report(9999) is None
    assert projects_of_plan(project.plan_id) == [project]
    assert project_entries(project.entry.version) == []
    assert tasks_beside(project) == []
    assert cases_of_project(project.pk) == []
