"""A task: the plan's words, who leads, milestones, what was reported each quarter, and how it stands.

In: a task's key and forms. Out: one page, and back to it after each change. Left out on purpose: judging.
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lantu.act.progress import ACCEPT, REPORT, STEPS, steps_from
from lantu.core.time import Period, parse_period
from lantu.run.tasks import (
    TaskRefusedError,
    mark_milestone,
    report_task,
    set_task,
    stand_tasks,
    step_report,
    unmark_milestone,
)
from lantu.show.access import check_may, may_do, needs
from lantu.show.numbers import write_period
from lantu.show.pages.tasks import build_task_line
from lantu.show.refusals import explain_refusal
from lantu.show.titles import department_name
from lantu.show.words import word_for
from lantu.store import models
from lantu.store.fetch.cases import case_for
from lantu.store.fetch.departments import list_departments
from lantu.store.fetch.tasks import find_milestone, find_report, latest_setting, steps_of_reports
from lantu.store.keep.tasks import TaskTerms

REPORT_STATES: dict[str, Any] = {
    "submitted": gettext_lazy("已报送"),
    "returned": gettext_lazy("已退回"),
    "accepted": gettext_lazy("已认定"),
    "withdrawn": gettext_lazy("已撤回"),
}
REPORT_STEPS: dict[str, Any] = {
    "submit": gettext_lazy("报送"),
    "withdraw": gettext_lazy("撤回报送"),
    "resubmit": gettext_lazy("重新报送"),
    "send_back": gettext_lazy("退回"),
    "keep": gettext_lazy("收回退回"),
    "accept": gettext_lazy("认定"),
    "unaccept": gettext_lazy("撤销认定"),
}
QUARTERS = 8
"""Quarters the form offers: this one and those before."""


class TermsForm(forms.Form):
    """Who leads, who helps, from when to when."""

    lead = forms.ChoiceField(label=gettext_lazy("牵头部门"))
    helpers = forms.MultipleChoiceField(label=gettext_lazy("配合部门"), required=False)
    starts_on = forms.DateField(label=gettext_lazy("开始"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    due_on = forms.DateField(label=gettext_lazy("期限"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(d.code, department_name(d)) for d in list_departments(timezone.localdate())]
        self.fields["lead"] = forms.ChoiceField(label=gettext_lazy("牵头部门"), choices=[("", "—"), *choices])
        self.fields["helpers"] = forms.MultipleChoiceField(
            label=gettext_lazy("配合部门"), choices=choices, required=False
        )
        self.order_fields(["lead", "helpers", "starts_on", "due_on"])


class MilestoneForm(forms.Form):
    """Something to be reached by a day."""

    name = forms.CharField(label=gettext_lazy("里程碑"), max_length=300)
    due_on = forms.DateField(label=gettext_lazy("期限"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))


@needs("read")
def task(request: HttpRequest, key: int) -> HttpResponse:
    """The page."""
    return render_task(request, key)


@require_POST
@needs(ACCEPT)
def save_task(request: HttpRequest, key: int) -> HttpResponse:
    """Say who leads, who helps, and the days."""
    check_may(request, ACCEPT, get_task(key).place_id)
    form = TermsForm(request.POST)
    if form.is_valid():
        d = form.cleaned_data
        try:
            terms = TaskTerms(d["lead"], tuple(d["helpers"]), d["starts_on"], d["due_on"])
            set_task(key, terms, by=request.user.get_username())
            return redirect("task", key=key)
        except TaskRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_task(request, key, 422, terms_form=form)


@require_POST
@needs(ACCEPT)
def add_milestone(request: HttpRequest, key: int) -> HttpResponse:
    """Add a milestone."""
    check_may(request, ACCEPT, get_task(key).place_id)
    form = MilestoneForm(request.POST)
    if form.is_valid():
        try:
            mark_milestone(key, form.cleaned_data["name"], form.cleaned_data["due_on"], by=request.user.get_username())
            return redirect("task", key=key)
        except TaskRefusedError as error:
            form.add_error(None, explain_refusal(error.code))
    return render_task(request, key, 422, milestone_form=form)


@require_POST
@needs(ACCEPT)
def end_one_milestone(request: HttpRequest, key: int) -> HttpResponse:
    """Take a milestone off."""
    found = find_milestone(key)
    if found is None:
        raise Http404
    check_may(request, ACCEPT, found.task.place_id)
    unmark_milestone(key, by=request.user.get_username())
    return redirect("task", key=found.task_id)


@require_POST
@needs(REPORT)
def report_on_task(request: HttpRequest, key: int) -> HttpResponse:
    """Report how far it is."""
    check_report(request, key)
    try:
        share = Decimal(request.POST.get("done_pct", "").strip())
        period = parse_period(request.POST.get("quarter", ""))
        reached = [int(said) for said in request.POST.getlist("reached")]
    except (ValueError, InvalidOperation):
        messages.error(request, explain_refusal("amount"))
        return render_task(request, key, 422)
    try:
        report_task(key, period, share, reached, request.POST.get("text", "")[:4000], by=request.user.get_username())
    except TaskRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_task(request, key, 422)
    return redirect("task", key=key)


@require_POST
@needs("see_sheet")
def step_task_report(request: HttpRequest, key: int) -> HttpResponse:
    """Take a step with a report."""
    found, step = find_report(key), STEPS.get(request.POST.get("step", ""))
    if found is None or step is None:
        raise Http404
    if step.action == REPORT:
        check_report(request, found.task_id)
    else:
        check_may(request, step.action, found.task.place_id)
    try:
        step_report(key, step.name, note=request.POST.get("note", "")[:2000], by=request.user.get_username())
    except TaskRefusedError as error:
        messages.error(request, explain_refusal(error.code))
        return render_task(request, found.task_id, 422)
    return redirect("task", key=found.task_id)


def get_task(key: int) -> models.Task:
    """The task."""
    found = models.Task.objects.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


def check_report(request: HttpRequest, key: int) -> None:
    """Refuse whoever is not of the leading department.

    Raises:
        PermissionDenied: If so.
    """
    get_task(key)
    if not may_report(request, latest_setting(key)):
        raise PermissionDenied


def may_report(request: HttpRequest, setting: models.TaskSetting | None) -> bool:
    """Whether whoever asks reports for the leading department."""
    lead = setting.lead if setting else None
    return lead is not None and may_do(request, REPORT, lead.place_id, lead.pk)


def render_task(request: HttpRequest, key: int, status: int = 200, **forms_as_they_are: forms.Form) -> HttpResponse:
    """The page with its forms; those given are shown as they are."""
    today = timezone.localdate()
    known, standing = next(iter(stand_tasks(today, key=key)), (None, None))
    if known is None or standing is None:
        raise Http404
    check_may(request, "read", known.row.place_id)
    setting, may_plan = known.setting, may_do(request, ACCEPT, known.row.place_id)
    names = {d.code: department_name(d) for d in list_departments()}
    is_inside = may_do(request, "see_sheet", known.row.place_id) or may_report(request, setting)
    first = {
        "lead": setting.lead_id or "", "helpers": setting.helpers, "starts_on": setting.starts_on,
        "due_on": setting.due_on,
    }  # fmt: skip
    steps = steps_of_reports(key) if is_inside else []
    context: dict[str, Any] = {
        "task": known.row,
        "line": build_task_line(known, standing),
        "setting": setting,
        "helpers": [names.get(code, code) for code in setting.helpers],
        "band": standing.band,
        "waypoints": list(zip(known.milestones, known.facts.waypoints, strict=True)),
        "reports": [_build_report(request, r, known, steps, may_plan) for r in reversed(known.reports)]
        if is_inside
        else [],
        "is_inside": is_inside,
        "may_plan": may_plan,
        "may_report": may_report(request, setting),
        "quarters": offer_quarters(today),
        "terms_form": forms_as_they_are.get("terms_form") or TermsForm(initial=first, auto_id="terms_%s"),
        "milestone_form": forms_as_they_are.get("milestone_form") or MilestoneForm(auto_id="milestone_%s"),
        "may_open_case": may_do(request, "supervise", known.row.place_id),
        "case": case_for("task", known.row.address) if may_do(request, "see_case") else None,
    }
    return render(request, "lantu/task.html", context, status=status)


def _build_report(
    request: HttpRequest, report: models.TaskReport, known: Any, steps: Any, may_plan: bool
) -> dict[str, Any]:
    may = {ACCEPT: may_plan, REPORT: may_report(request, known.setting)}
    return {
        "row": report,
        "period": write_period(Period(report.period_start, report.period_end)),
        "state_word": word_for(REPORT_STATES, report.state),
        "reached": [m.name for m in known.milestones if m.pk in report.reached],
        "steps": [(word_for(REPORT_STEPS, s.step), s) for s in steps if s.report_id == report.pk],
        "buttons": [
            (s.name, word_for(REPORT_STEPS, s.name), s.needs_note, bool(s.undoes))
            for s in steps_from(report.state)
            if may[s.action]
        ],
    }


def offer_quarters(today: date) -> list[tuple[str, str]]:
    """The quarters a report may be for, code and words, this one first."""
    year, number, offered = today.year, (today.month - 1) // 3 + 1, []
    for _count in range(QUARTERS):
        offered.append((f"{year}-Q{number}", write_period(parse_period(f"{year}-Q{number}"))))
        year, number = (year - 1, 4) if number == 1 else (year, number - 1)
    return offered
