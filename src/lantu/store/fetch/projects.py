"""Projects with what held of them at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from lantu.core.project import ProjectFacts, Stage
from lantu.store import models
from lantu.store.adjustments import adjustments_in_force

ADJUSTABLE = ("due", "sum", "scope")


@dataclass(frozen=True, slots=True)
class KnownProject:
    """A project, and what held of it.

    Attributes:
        row: The project.
        setting: What its plan or whoever confirmed it says.
        adjusted: Adjustments in force, by part: due, sum, scope.
        years: Investment planned by year, in yuan.
        reports: All, oldest first.
        accepted: By quarter, the accepted report that counts, oldest first.
        facts: What it is judged by.
    """

    row: models.Project
    setting: models.ProjectSetting
    adjusted: dict[str, models.Adjustment]
    years: dict[int, Decimal]
    reports: tuple[models.ProjectReport, ...]
    accepted: tuple[models.ProjectReport, ...]
    facts: ProjectFacts

    @property
    def scope(self) -> str:
        """Its scope as it holds."""
        found = self.adjusted.get("scope")
        return found.words if found else str(self.setting.scope)


def known_projects(at: datetime, day: date, plan_key: int | None = None, key: int | None = None) -> list[KnownProject]:
    """Projects in the order of their plans' texts, with what was recorded by a moment and holds on a day."""
    rows = models.Project.objects.filter(recorded_at__lte=at).select_related("plan__place", "entry__version")
    rows = rows.filter(plan_id=plan_key) if plan_key is not None else rows
    rows = rows.filter(pk=key) if key is not None else rows
    projects = list(rows.order_by("plan_id", "entry__start", "pk"))
    keys = [row.pk for row in projects]
    found = models.ProjectSetting.objects.filter(project__in=keys, recorded_at__lte=at)
    settings = {s.project_id: s for s in found.select_related("lead__place", "place").order_by("recorded_at", "id")}
    years, reports, accepted = _planned(keys, at), _reports(keys, at), _accepted(keys, at)
    adjusted = _adjusted(at, day)
    known = []
    for row in projects:
        if row.pk not in settings:
            continue
        counted = {r.period_end: r for r in reports[row.pk] if r.pk in accepted}
        counts = tuple(counted[end] for end in sorted(counted))
        own = adjusted[row.address]
        facts = _gather(settings[row.pk], own, years[row.pk], counts)
        known.append(KnownProject(row, settings[row.pk], own, years[row.pk], tuple(reports[row.pk]), counts, facts))
    return known


def _planned(keys: list[int], at: datetime) -> dict[int, dict[int, Decimal]]:
    rows = models.ProjectYear.objects.filter(project__in=keys, recorded_at__lte=at).order_by("recorded_at", "id")
    latest = {(row.project_id, row.year): row.planned_yuan for row in rows}
    years: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for (project, year), amount in sorted(latest.items()):
        if amount is not None:
            years[project][year] = amount
    return years


def _reports(keys: list[int], at: datetime) -> dict[int, list[models.ProjectReport]]:
    reports: dict[int, list[models.ProjectReport]] = defaultdict(list)
    rows = models.ProjectReport.objects.filter(project__in=keys, recorded_at__lte=at)
    for row in rows.order_by("period_end", "recorded_at", "id"):
        reports[row.project_id].append(row)
    return reports


def _accepted(keys: list[int], at: datetime) -> set[int]:
    """Keys of the reports that stood accepted at a moment."""
    steps = models.ProjectReportStep.objects.filter(report__project__in=keys, recorded_at__lte=at)
    last = dict(steps.order_by("recorded_at", "id").values_list("report_id", "state"))
    return {key for key, state in last.items() if state == "accepted"}


def _adjusted(at: datetime, day: date) -> dict[str, dict[str, models.Adjustment]]:
    adjusted: dict[str, dict[str, models.Adjustment]] = defaultdict(dict)
    for (address, part), row in adjustments_in_force(at, day).items():
        if part in ADJUSTABLE:
            adjusted[address][part] = row
    return adjusted


def _gather(
    setting: models.ProjectSetting,
    adjusted: dict[str, models.Adjustment],
    years: dict[int, Decimal],
    accepted: Iterable[models.ProjectReport],
) -> ProjectFacts:
    counted = list(accepted)
    latest = counted[-1] if counted else None
    by_year = {r.period_end.year: r.invested_yuan for r in counted}
    shares = [r.done_pct for r in counted if r.done_pct is not None]
    due, total = adjusted.get("due"), adjusted.get("sum")
    return ProjectFacts(
        start_year=setting.start_year,
        due_year=int(due.amount) if due is not None and due.amount is not None else setting.due_year,
        total=total.amount if total is not None else setting.total_yuan,
        stage=Stage(latest.stage) if latest else None,
        data_date=latest.period_end if latest else None,
        completed_on=_completed_on(counted),
        year_planned=years.get(latest.period_end.year) if latest else None,
        year_invested=latest.invested_yuan if latest else None,
        all_invested=sum(by_year.values(), Decimal(0)) if by_year else None,
        done_pct=shares[-1] if shares else None,
    )


def _completed_on(counted: list[models.ProjectReport]) -> date | None:
    """The quarter since which every report says completed; a project that was taken up again is not."""
    on = None
    for report in reversed(counted):
        if report.stage != Stage.COMPLETED:
            break
        on = report.period_end
    return on


def find_project(key: int) -> models.Project | None:
    """One project."""
    return models.Project.objects.filter(pk=key).select_related("plan__place", "entry__version").first()


def find_project_report(key: int) -> models.ProjectReport | None:
    """One report on a project."""
    return models.ProjectReport.objects.filter(pk=key).select_related("project").first()


def project_setting(project_key: int) -> models.ProjectSetting | None:
    """What holds of a project now, adjustments apart."""
    rows = models.ProjectSetting.objects.filter(project_id=project_key).select_related("lead__place", "place")
    return rows.order_by("-recorded_at", "-id").first()


def settings_of_project(project_key: int) -> list[models.ProjectSetting]:
    """All that was ever settled of a project, newest first."""
    rows = models.ProjectSetting.objects.filter(project_id=project_key).select_related("lead__place", "place")
    return list(rows.order_by("-recorded_at", "-id"))


def steps_of_project(project_key: int) -> list[models.ProjectReportStep]:
    """Every step of every report on a project, newest first."""
    rows = models.ProjectReportStep.objects.filter(report__project_id=project_key).select_related("report")
    return list(rows.order_by("-recorded_at", "-id"))


def project_entries(version: models.PlanVersion) -> list[models.PlanEntry]:
    """The projects the reader found in a version."""
    return list(version.entries.filter(kind="project").order_by("start", "id"))


def projects_of_plan(plan_key: int) -> list[models.Project]:
    """Projects taken over from a plan."""
    return list(models.Project.objects.filter(plan_id=plan_key))


def project_reports_waiting() -> list[models.ProjectReport]:
    """Reports that wait to be accepted, the oldest first."""
    rows = models.ProjectReport.objects.filter(state="submitted").select_related("project")
    return list(rows.order_by("recorded_at", "id"))


def tasks_beside(project: models.Project) -> list[models.Task]:
    """Tasks of the plan from the section that names the project."""
    rows = models.Task.objects.filter(plan_id=project.plan_id, entry__section=project.entry.section)
    return list(rows.order_by("pk")) if project.entry.section else []


def cases_of_project(project_key: int) -> list[models.Case]:
    """Cases opened for a project, newest first."""
    return list(models.Case.objects.filter(project_id=project_key).order_by("-recorded_at", "-id"))
