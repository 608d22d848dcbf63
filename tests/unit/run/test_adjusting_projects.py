"""Adjustments of a project go the way of every adjustment; what the plan said stays beside them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal

import pytest

from lantu.core.standing import Class
from lantu.run.adjusting import AdjustmentRefusedError, step_adjustment
from lantu.run.adjusting_projects import ProjectRequest, ask_project_adjustment, compare_project
from lantu.run.clock import today_in_china
from lantu.run.projects import set_project, stand_projects
from lantu.store import models
from tests.unit.run.test_projects import YI, accept, report, road, stand, terms, version

__all__ = ["road", "version"]
pytestmark = pytest.mark.django_db
FROM = date(2026, 1, 1)


@contextmanager
def refused(code: str) -> Iterator[None]:
    rows = models.AuditRow.objects.count()
    with pytest.raises(AdjustmentRefusedError) as caught:
        yield
    assert caught.value.code == code
    assert models.AuditRow.objects.count() == rows


def ask(road: models.Project, part: str, amount: Decimal | None, words: str = "", on: date = FROM) -> int:
    return ask_project_adjustment(road.pk, ProjectRequest(part, amount, words, "征地推迟", on), by="li")


def approve(key: int) -> None:
    step_adjustment(key, "review", by="wang")
    step_adjustment(key, "approve", note="决议1号", by="zhao")


def test_due_year_sum_and_scope(road: models.Project) -> None:
    with refused("presumed"):
        ask(road, "due", Decimal(2027))
    set_project(road.pk, terms(), by="li")
    accept(report(road, "12", "2025-Q4"))
    assert stand(road)[1].klass is Class.MISSED
    due = ask(road, "due", Decimal(2027))
    assert stand(road)[0].facts.due_year == 2025
    compared = compare_project(models.Adjustment.objects.get(pk=due))
    assert compared is not None
    assert (compared[0].klass, compared[1].klass) == (Class.MISSED, Class.BEHIND)
    for key in (due, ask(road, "sum", 150 * YI), ask(road, "scope", None, "95公里")):
        approve(key)
    known, standing = stand(road)
    assert (known.facts.due_year, known.facts.total, known.scope) == (2027, 150 * YI, "95公里")
    assert (known.setting.due_year, known.setting.total_yuan, known.setting.scope) == (2025, 120 * YI, "89公里")
    assert standing.klass is Class.BEHIND
    assert standing.rates.total_completion == Decimal("8.0")
    assert models.Job.objects.filter(kind="remeasure").count() == 0
    step_adjustment(due, "unapprove", note="文号有误", by="zhao")
    assert stand(road)[0].facts.due_year == 2025


def test_a_past_day_keeps_what_held_then(road: models.Project) -> None:
    set_project(road.pk, terms(), by="li")
    for model in (models.Project, models.ProjectSetting):
        for row in model.objects.all():
            model.objects.filter(pk=row.pk).update(recorded_at=row.recorded_at - timedelta(days=9))
    approve(ask(road, "due", Decimal(2027)))
    yesterday = today_in_china() - timedelta(days=1)
    assert stand_projects(yesterday, key=road.pk)[0][0].facts.due_year == 2025
    approve(ask(road, "sum", 150 * YI, on=today_in_china() + timedelta(days=30)))
    assert stand(road)[0].facts.total == 120 * YI


def test_what_makes_no_sense_is_refused(road: models.Project) -> None:
    set_project(road.pk, terms(), by="li")
    for code, part, amount, words in (
        ("unknown", "value", Decimal(1), ""),
        ("amount", "due", Decimal("2026.5"), ""),
        ("amount", "due", None, ""),
        ("amount", "sum", Decimal(0), ""),
        ("amount", "sum", Decimal("NaN"), ""),
        ("amount", "scope", None, " "),
        ("amount", "scope", Decimal(1), "a"),
        ("same", "due", Decimal(2025), ""),
        ("same", "scope", None, "89公里"),
    ):
        with refused(code):
            ask(road, part, amount, words)
    with refused("unknown"):
        ask_project_adjustment(9999, ProjectRequest("due", Decimal(2027), "", "a", FROM), by="li")
    with refused("reason"):
        ask_project_adjustment(road.pk, ProjectRequest("due", Decimal(2027), "", " ", FROM), by="li")
    with refused("file"):
        ask_project_adjustment(road.pk, ProjectRequest("due", Decimal(2027), "", "a", FROM), (b"MZ", "a.exe"), by="li")
    assert compare_project(models.Adjustment(part="scope")) is None
