"""Keep projects, what is settled of them, yearly plans and reports; what was there before stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from lantu.core.project import Stage
from lantu.core.time import Period
from lantu.store import models


@dataclass(frozen=True, slots=True)
class ProjectTerms:
    """Where a project is, who leads it, its years, sum in yuan and scope; None and "" are what nobody stated."""

    place_code: str
    lead: str = ""
    helpers: tuple[str, ...] = ()
    start_year: int | None = None
    due_year: int | None = None
    total_yuan: Decimal | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ProjectWord:
    """What is reported of a project for a quarter; money in yuan, from the first of January on."""

    stage: Stage
    invested_yuan: Decimal
    text: str
    done_pct: Decimal | None = None


def keep_project(plan: models.Plan, row: models.PlanEntry, at: datetime, *, by: str) -> models.Project:
    """A project made from an entry."""
    return models.Project.objects.create(
        address=f"{plan.address}#{row.entry_id}", plan=plan, entry=row, name=row.indicator[:300], actor=by,
        recorded_at=at,
    )  # fmt: skip


def keep_project_terms(
    project: models.Project, terms: ProjectTerms, at: datetime, *, by: str, is_presumed: bool = False
) -> models.ProjectSetting:
    """What holds from now on."""
    return models.ProjectSetting.objects.create(
        project=project,
        place_id=terms.place_code,
        lead_id=terms.lead or None,
        helpers=list(terms.helpers),
        is_presumed=is_presumed,
        start_year=terms.start_year,
        due_year=terms.due_year,
        total_yuan=terms.total_yuan,
        scope=terms.scope[:300],
        actor=by,
        recorded_at=at,
    )


def keep_project_years(
    project: models.Project, planned: Mapping[int, Decimal | None], at: datetime, *, by: str
) -> None:
    """Investment planned in years; None takes a year's back."""
    models.ProjectYear.objects.bulk_create(
        models.ProjectYear(project=project, year=year, planned_yuan=amount, actor=by, recorded_at=at)
        for year, amount in planned.items()
    )


def keep_project_report(
    project: models.Project, period: Period, word: ProjectWord, at: datetime, *, by: str
) -> models.ProjectReport:
    """What was reported, submitted."""
    report = models.ProjectReport.objects.create(
        project=project,
        period_start=period.start,
        period_end=period.end,
        invested_yuan=word.invested_yuan,
        done_pct=word.done_pct,
        stage=str(word.stage),
        text=word.text,
        state="submitted",
        actor=by,
        recorded_at=at,
    )
    keep_project_step(report, "submit", "submitted", "", at, by=by)
    return report


def keep_project_step(report: models.ProjectReport, step: str, state: str, note: str, at: datetime, *, by: str) -> None:
    """Write a step, and the state it led to."""
    models.ProjectReportStep.objects.create(report=report, step=step, state=state, note=note, actor=by, recorded_at=at)
    report.state = state
    report.save(update_fields=["state"])


def lock_project_report(key: int) -> models.ProjectReport | None:
    """The report, held until the transaction ends."""
    rows = models.ProjectReport.objects.select_for_update(of=("self",)).select_related("project")
    return rows.filter(pk=key).first()
