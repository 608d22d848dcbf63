"""What is kept of a project stays when something else is said."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from lantu.core.project import Stage
from lantu.core.time import parse_period
from lantu.store import models
from lantu.store.keep.projects import (
    ProjectTerms,
    ProjectWord,
    keep_project,
    keep_project_report,
    keep_project_step,
    keep_project_terms,
    keep_project_years,
    lock_project_report,
)
from tests.unit.show.city import CITY, build_city

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_rows_are_added_and_none_is_changed_but_a_state() -> None:
    city = build_city()
    project = keep_project(city.plan, city.version.entries.order_by("id")[0], AT, by="li")
    assert project.address == f"{city.plan.address}#{project.entry.entry_id}"
    keep_project_terms(project, ProjectTerms(CITY), AT, by="li", is_presumed=True)
    keep_project_terms(project, ProjectTerms(CITY, due_year=2025, scope="x" * 400), AT, by="wang")
    assert [(s.is_presumed, s.due_year, s.actor, len(s.scope)) for s in project.settings.all()] == [
        (True, None, "li", 0),
        (False, 2025, "wang", 300),
    ]
    keep_project_years(project, {2024: Decimal(5), 2025: None}, AT, by="li")
    assert [(y.year, y.planned_yuan) for y in project.years.all()] == [(2024, Decimal(5)), (2025, None)]
    word = ProjectWord(Stage.BUILDING, Decimal("1.5"), "做了")
    report = keep_project_report(project, parse_period("2025-Q2"), word, AT, by="li")
    keep_project_step(report, "accept", "accepted", "", AT, by="wang")
    locked = lock_project_report(report.pk)
    assert locked is not None
    assert (locked.state, locked.done_pct, locked.steps.count()) == ("accepted", None, 2)
    assert lock_project_report(9999) is None
    assert models.ProjectReport.objects.count() == 1
