"""A project: the plan's words, whose it is, planned by year, what was reported each quarter, and how it stands.

In: a project's key and forms. Out: one page, and back to it after each change. Left out on purpose: judging.
"""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from lantu.act.progress import ACCEPT, REPORT, STEPS, steps_from
from lantu.core.project import Stage
from lantu.core.time import Period, parse_period
from lantu.run.audience import covers_case
from lantu.run.projects import (
    ProjectRefusedError,
    plan_project_years,
    report_project,
    set_project,
    stand_projects,
    step_project_report,
)
from lantu.show.access import check_may, may_do, needs, reach_for
from lantu.show.adjusted import YI, write_yi
from lantu.show.case_lines import build_case_lines
from lantu.show.numbers import write_amount, write_period
from lantu.show.pages.task import REPORT_STATES, REPORT_STEPS, offer_quarters
from lantu.show.project_forms import TermsForm, YearForm
from lantu.show.project_lines import STAGES, build_project_line
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name, place_name
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.cases import case_for
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.projects import (
    KnownProject,
    cases_of_project,
    find_project_report,
    project_setting,
    settings_of_project,
    steps_of_project,
    tasks_beside,
)
from lantu.store.keep.projects import ProjectWord


@needs("read")
def project(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    return render_project(request, key)


@require_POST
@needs(ACCEPT)
def save_project(request: HttpRequest, key: int) -> HttpResponse:
    """Say where it is, who leads, its years, sum and scope."""
    setting = get_setting(key)
    check_may(request, ACCEPT, setting.place_id)
    form = TermsForm(request, setting, request.POST)
    if form.is_valid():
        terms = form.read_terms()
        check_may(request, ACCEPT, terms.place_code)
        try:
            set_project(key, terms, by=request.user.get_username())
            return redirect("project", key=key)
        except ProjectRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_project(request, key, 422, terms_form=form)


@require_POST
@needs(ACCEPT)
def save_project_years(request: HttpRequest, key: int) -> HttpResponse:
    """Say what is to be invested in a year; an empty sum takes the year's plan back."""
    check_may(request, ACCEPT, get_setting(key).place_id)
    form = YearForm(request.POST)
    if form.is_valid():
        try:
            said = {form.cleaned_data["year"]: form.cleaned_data["planned"]}
            plan_project_years(key, said, by=request.user.get_username())
            return redirect("project", key=key)
        except ProjectRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_project(request, key, 422, year_form=form)


@require_POST
@needs(REPORT)
def report_on_project(request: HttpRequest, key: int) -> HttpResponse:
    """Report how far it is."""
    check_report(request, key)
    try:
        invested = Decimal(request.POST.get("invested", "").strip()) * YI
        said = request.POST.get("done_pct", "").strip()
        share = Decimal(said) if said else None
        period, stage = parse_period(request.POST.get("quarter", "")), Stage(request.POST.get("stage", ""))
    except (ValueError, ArithmeticError):
        messages.error(request, explain_refusal("amount"))
        return render_project(request, key, 422)
    try:
        word = ProjectWord(stage, invested, request.POST.get("text", "")[:4000], share)
        report_project(key, period, word, by=request.user.get_username())
    except ProjectRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_project(request, key, 422)
    return redirect("project", key=key)


@require_POST
@needs("see_sheet")
def step_report_of_project(request: HttpRequest, key: int) -> HttpResponse:
    """Take a step with a report."""
    found, step = find_project_report(key), STEPS.get(request.POST.get("step", ""))
    if found is None or step is None:
        raise Http404
    if step.action == REPORT:
        check_report(request, found.project_id)
    else:
        check_may(request, step.action, get_setting(found.project_id).place_id)
    try:
        step_project_report(key, step.name, note=request.POST.get("note", "")[:2000], by=request.user.get_username())
    except ProjectRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_project(request, found.project_id, 422)
    return redirect("project", key=found.project_id)


def get_setting(key: int) -> models.ProjectSetting:
    """What holds of the project now."""
    found = project_setting(key)
    if found is None:
        raise Http404
    return found


def check_report(request: HttpRequest, key: int) -> None:
    """Refuse whoever is not of the leading department.

    Raises:
        PermissionDenied: If so.
    """
    if not may_report(request, get_setting(key)):
        raise PermissionDenied


def may_report(request: HttpRequest, setting: models.ProjectSetting) -> bool:
    """Whether whoever asks reports for the leading department."""
    lead = setting.lead
    return lead is not None and may_do(request, REPORT, lead.place_id, lead.pk)


def render_project(request: HttpRequest, key: int, status: int = 200, **forms_as_they_are: Any) -> HttpResponse:
    """The page with its forms; those given are shown as they are."""
    today = timezone.localdate()
    known, standing = next(iter(stand_projects(today, key=key)), (None, None))
    if known is None or standing is None:
        raise Http404
    setting = known.setting
    check_may(request, "read", setting.place_id)
    may_plan, may_tell = may_do(request, ACCEPT, setting.place_id), may_report(request, setting)
    names = {d.code: department_name(d) for d in list_departments()}
    is_inside = may_do(request, "see_sheet", setting.place_id) or may_tell
    steps = steps_of_project(key) if is_inside else []
    counted = {r.pk for r in known.accepted}
    cases = [c for c in cases_of_project(key) if may_see_case(request, c)]
    context: dict[str, Any] = {
        "project": known.row,
        "line": build_project_line(known, standing),
        "setting": setting,
        "band": standing.band,
        "helpers": [names.get(code, code) for code in setting.helpers],
        "years": _build_years(known),
        "accepted": [_build_report(request, r, known, steps, may_plan) for r in reversed(known.accepted)],
        "reports": [
            (_build_report(request, r, known, steps, may_plan), r.pk in counted) for r in reversed(known.reports)
        ]
        if is_inside
        else [],
        "is_inside": is_inside,
        "history": [(s, place_name(s.place), write_yi(s.total_yuan)) for s in settings_of_project(key)],
        "tasks": tasks_beside(known.row),
        "cases": build_case_lines(cases),
        "may_plan": may_plan,
        "may_report": may_tell,
        "may_adjust": may_plan and not setting.is_presumed,
        "quarters": offer_quarters(today),
        "stage_words": list(STAGES.items()),
        "terms_form": forms_as_they_are.get("terms_form") or TermsForm(request, setting),
        "year_form": forms_as_they_are.get("year_form") or YearForm(initial={"year": today.year}),
        "may_open_case": may_do(request, "supervise", setting.place_id),
        "case": case_for("project", known.row.address) if may_do(request, "see_case") else None,
    }
    return render(request, "lantu/project.html", context, status=status)


def may_see_case(request: HttpRequest, case: models.Case) -> bool:
    """Whether the case is shown beside the project."""
    return covers_case(reach_for(request, "see_case"), case)


def _build_years(known: KnownProject) -> list[dict[str, Any]]:
    """By year: planned, and invested as last accepted, with the report that says so."""
    made = {r.period_end.year: r for r in known.accepted}
    return [
        {"year": year, "planned": write_yi(known.years.get(year)), "report": made.get(year),
         "invested": write_yi(made[year].invested_yuan) if year in made else ""}
        for year in sorted({*known.years, *made})
    ]  # fmt: skip


def _build_report(
    request: HttpRequest, report: models.ProjectReport, known: KnownProject, steps: Any, may_plan: bool
) -> dict[str, Any]:
    may = {ACCEPT: may_plan, REPORT: may_report(request, known.setting)}
    return {
        "row": report,
        "period": write_period(Period(report.period_start, report.period_end)),
        "invested": write_yi(report.invested_yuan),
        "share": "" if report.done_pct is None else write_amount(report.done_pct),
        "stage_word": word_for(STAGES, report.stage),
        "state_word": word_for(REPORT_STATES, report.state),
        "steps": [(word_for(REPORT_STEPS, s.step), s) for s in steps if s.report_id == report.pk],
        "buttons": [
            (s.name, word_for(REPORT_STEPS, s.name), s.needs_note, bool(s.undoes))
            for s in steps_from(report.state)
            if may[s.action]
        ],
    }
