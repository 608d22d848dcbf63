"""Operations on major projects: what they are, how each stands and stood, terms, yearly plans, quarterly reports with their steps.

In: filters, terms, reports, steps. Out: pages of a list, states. Left out on purpose: taking projects over from a plan, which people
do on pages; and adjusting what was confirmed, which is an adjustment's way.
"""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, StreamingHttpResponse
from django.urls import reverse
from ninja import Query, Status

from lantu.act.progress import ACCEPT, REPORT, STEPS, steps_from
from lantu.core.project import ProjectStanding, Stage
from lantu.core.standing import Class
from lantu.core.time import parse_period
from lantu.run.clock import today_in_china
from lantu.run.figure_files import write_lines
from lantu.run.projects import (
    ProjectRefusedError,
    plan_project_years,
    report_project,
    set_project,
    stand_projects,
    step_project_report,
)
from lantu.show.access import check_may, may_do, reach_for
from lantu.show.api.asked import AsOf, Key, Page, Paged, PlaceCode, Word, cut_page
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.api.project_schemas import (
    STAGES,
    ProjectOut,
    ProjectPlannedIn,
    ProjectReportedOut,
    ProjectReportIn,
    ProjectReportStepIn,
    ProjectSetOut,
    ProjectTermsIn,
    WholeProjectOut,
)
from lantu.show.api.writing import WriteKey, write_once
from lantu.show.numbers import plain_amount
from lantu.store import models
from lantu.store.fetch.projects import (
    KnownProject,
    find_project_report,
    project_setting,
    settings_of_project,
)
from lantu.store.keep.projects import ProjectTerms, ProjectWord

CSV = "text/csv"
TERMS = ("start_year", "due_year", "scope", "actor", "recorded_at", "is_presumed")
Standings = list[tuple[KnownProject, ProjectStanding]]


class ProjectsAsked(Paged):
    """Narrow projects; `as_of` tells whose they were and how they stood at the end of that day."""

    plan: Key | None = None
    place: PlaceCode | None = None
    lead: Word | None = None
    stage: STAGES | None = None
    standing: Class | None = None
    as_of: AsOf | None = None


class ProjectDayAsked(Paged):
    """At the end of which day."""

    as_of: AsOf | None = None


@operation("GET", "/projects", "read", Page[ProjectOut])
def projects(request: HttpRequest, asked: Query[ProjectsAsked]) -> Any:
    """Projects taken over from plans, in the order of the plans' texts."""
    return cut_page(request, _pick(request, asked), asked, lambda row: build_project(*row))


@operation("GET", "/projects.csv", "read", None, file=CSV, tags="files")
def projects_csv(request: HttpRequest, asked: Query[ProjectsAsked]) -> Any:
    """The same as a table, every project in a row; limit and offset are not asked."""
    answer = StreamingHttpResponse(
        write_lines(_tell(_pick(request, asked))), content_type=f"{CSV}; charset=utf-8"
    )  # fmt: skip
    answer["Content-Disposition"] = 'attachment; filename="projects.csv"'
    return answer


@operation("GET", "/projects/{key}", "read", WholeProjectOut)
def one_project(request: HttpRequest, key: Key, asked: Query[ProjectDayAsked]) -> Any:
    """A project with its years, what was settled of it, and reports for whoever may see returns there."""
    day = asked.as_of or today_in_china()
    known, standing = get_project(request, key, day)
    setting, reach = known.setting, reach_for(request, "read")
    is_inside = may_do(request, "see_sheet", setting.place_id) or _may_report(request, setting)
    made = {r.period_end.year: r.invested_yuan for r in known.accepted}
    return {
        **build_project(known, standing),
        "years": [
            {
                "year": year,
                "planned_yuan": plain_amount(known.years.get(year)),
                "invested_yuan": plain_amount(made.get(year)),
            }
            for year in sorted({*known.years, *made})
        ],
        "history": [
            _build_terms(row)
            for row in settings_of_project(key)
            if row.recorded_at <= setting.recorded_at and reach.covers(row.place_id)
        ],
        "reports": [_build_report(request, row, setting) for row in known.reports] if is_inside else [],
    }


@operation("POST", "/projects/{key}", ACCEPT, ProjectSetOut)
def set_a_project(request: HttpRequest, key: Key, body: ProjectTermsIn, write_key: WriteKey) -> Any:
    """Settle where a project is, who leads, its years, sum and scope; what was presumed is confirmed by it."""

    def act() -> dict[str, Any]:
        check_may(request, ACCEPT, _require_setting(key).place_id)
        check_may(request, ACCEPT, body.place)
        total = None if body.total_yuan is None else Decimal(body.total_yuan)
        terms = ProjectTerms(
            body.place, body.lead, tuple(body.helpers), body.start_year, body.due_year, total, body.scope
        )
        _try(lambda: set_project(key, terms, by=request.user.get_username()))
        return {"project": key}

    return write_once(request, write_key, 200, act)


@operation("POST", "/projects/{key}/years", ACCEPT, ProjectSetOut)
def plan_a_year(request: HttpRequest, key: Key, body: ProjectPlannedIn, write_key: WriteKey) -> Any:
    """Say what is to be invested in a year."""

    def act() -> dict[str, Any]:
        check_may(request, ACCEPT, _require_setting(key).place_id)
        planned = None if body.planned_yuan is None else Decimal(body.planned_yuan)
        _try(lambda: plan_project_years(key, {body.year: planned}, by=request.user.get_username()))
        return {"project": key}

    return write_once(request, write_key, 200, act)


@operation("POST", "/projects/{key}/reports", REPORT, ProjectReportedOut, status=201)
def report_a_project(request: HttpRequest, key: Key, body: ProjectReportIn, write_key: WriteKey) -> Any:
    """Report how far a project is; the leading department does, and it counts once accepted."""

    def act() -> dict[str, Any]:
        _check_report(request, key)
        share = None if body.done_pct is None else Decimal(body.done_pct)
        word = ProjectWord(Stage(body.stage), Decimal(body.invested_yuan), body.text, share)
        made = _try(
            lambda: report_project(key, parse_period(body.quarter), word, by=request.user.get_username())
        )  # fmt: skip
        return {"report": made, "project": key, "state": "submitted"}

    return Status(201, write_once(request, write_key, 201, act))


@operation("POST", "/project-reports/{key}/steps", "see_sheet", ProjectReportedOut)
def step_a_project_report(request: HttpRequest, key: Key, body: ProjectReportStepIn, write_key: WriteKey) -> Any:
    """Take a step with a report; who may depends on the step."""

    def act() -> dict[str, Any]:
        found, step = find_project_report(key), STEPS[body.step]
        if found is None:
            raise ProblemError(404, "unknown")
        if step.action == REPORT:
            _check_report(request, found.project_id)
        else:
            check_may(request, step.action, _require_setting(found.project_id).place_id)
        state = _try(lambda: step_project_report(key, step.name, note=body.note, by=request.user.get_username()))
        return {"report": key, "project": found.project_id, "state": state}

    return write_once(request, write_key, 200, act)


def get_project(request: HttpRequest, key: int, day: date) -> tuple[KnownProject, ProjectStanding]:
    """The project as it stood at the end of a day, if whoever asks may read it.

    Raises:
        ProblemError: If there was none.
    """
    found = stand_projects(day, key=key)
    if not found:
        raise ProblemError(404, "unknown")
    check_may(request, "read", found[0][0].setting.place_id)
    return found[0]


def build_project(known: KnownProject, standing: ProjectStanding) -> dict[str, Any]:
    """One project."""
    row, setting, facts, rates, adjusted = known.row, known.setting, known.facts, standing.rates, known.adjusted
    return {
        "key": row.pk, "address": row.address, "plan": row.plan_id, "place": setting.place_id, "name": row.name,
        "lead": setting.lead_id or "", "helpers": list(setting.helpers), "is_presumed": setting.is_presumed,
        "start_year": facts.start_year, "due_year": facts.due_year,
        "plan_due_year": setting.due_year if "due" in adjusted else None,
        "total_yuan": plain_amount(facts.total), "plan_total_yuan": plain_amount(setting.total_yuan) if "sum" in adjusted else None,
        "scope": known.scope, "plan_scope": setting.scope if "scope" in adjusted else None,
        "stage": str(facts.stage or ""), "year_planned_yuan": plain_amount(facts.year_planned),
        "year_invested_yuan": plain_amount(facts.year_invested), "all_invested_yuan": plain_amount(facts.all_invested),
        "done_pct": plain_amount(facts.done_pct), "completion": plain_amount(rates.completion),
        "time_lead": plain_amount(rates.time_lead), "total_completion": plain_amount(rates.total_completion),
        "standing": str(standing.klass), "reason": str(standing.reason), "ground": standing.ground,
        "data_date": standing.data_date, "recorded_at": row.recorded_at, "href": reverse("project", args=[row.pk]),
    }  # fmt: skip


def _pick(request: HttpRequest, asked: ProjectsAsked) -> Standings:
    """What the filters leave of the projects of one's places."""
    reach = reach_for(request, "read")
    return [
        (known, standing)
        for known, standing in stand_projects(asked.as_of or today_in_china(), asked.plan)
        if reach.covers(known.setting.place_id)
        and asked.place in (None, known.setting.place_id)
        and asked.lead in (None, known.setting.lead_id)
        and asked.stage in (None, known.facts.stage)
        and asked.standing in (None, standing.klass)
    ]


def _tell(rows: Standings) -> Iterator[list[str]]:
    """Head and one row a project; helpers with a space between, nothing where nobody stated it."""
    names = [name for name in ProjectOut.model_fields if name != "href"]
    yield names
    for row in rows:
        told = build_project(*row)
        yield [_write_cell(told[name]) for name in names]


def _write_cell(said: Any) -> str:
    if isinstance(said, list):
        return " ".join(said)
    if isinstance(said, bool):
        return str(int(said))
    return "" if said is None else str(said)


def _build_terms(row: models.ProjectSetting) -> dict[str, Any]:
    return {
        "place": row.place_id, "lead": row.lead_id or "", "helpers": list(row.helpers),
        "total_yuan": plain_amount(row.total_yuan), **{name: getattr(row, name) for name in TERMS},
    }  # fmt: skip


def _build_report(
    request: HttpRequest, row: models.ProjectReport, setting: models.ProjectSetting
) -> dict[str, Any]:  # fmt: skip
    names = ("period_start", "period_end", "stage", "text", "state", "actor", "recorded_at")
    may = {REPORT: _may_report(request, setting), ACCEPT: may_do(request, ACCEPT, setting.place_id)}
    return {
        "key": row.pk, "invested_yuan": plain_amount(row.invested_yuan), "done_pct": plain_amount(row.done_pct),
        "next_steps": [step.name for step in steps_from(row.state) if may[step.action]],
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _require_setting(key: int) -> models.ProjectSetting:
    found = project_setting(key)
    if found is None:
        raise ProblemError(404, "unknown")
    return found


def _may_report(request: HttpRequest, setting: models.ProjectSetting) -> bool:
    lead = setting.lead
    return lead is not None and may_do(request, REPORT, lead.place_id, lead.pk)


def _check_report(request: HttpRequest, key: int) -> None:
    if not _may_report(request, _require_setting(key)):
        raise PermissionDenied


def _try(arrow: Callable[[], Any]) -> Any:
    """What an arrow returns; its refusal as a problem."""
    try:
        return arrow()
    except ProjectRefusedError as error:
        raise ProblemError(404 if error.code == "unknown" else 409, error.code, str(error)) from error
