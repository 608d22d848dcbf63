"""Operations on tasks: what plans set somebody to do, how each stands, and quarterly reports with their steps.

In: filters, reports, steps. Out: pages of a list, states. Left out on purpose: taking tasks over and setting who leads,
which people do on pages.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Status

from lantu.act.progress import REPORT, STEPS, steps_from
from lantu.core.standing import Class
from lantu.core.task import TaskStanding
from lantu.core.time import parse_period
from lantu.run.clock import today_in_china
from lantu.run.tasks import TaskRefusedError, report_task, stand_tasks, step_report
from lantu.show.access import check_may, may_do, reach_for
from lantu.show.api.asked import AsOf, Key, Page, Paged, PlaceCode, Word, cut_page
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.api.work_schemas import TaskOut, TaskReportedOut, TaskReportIn, TaskReportStepIn, WholeTaskOut
from lantu.show.api.writing import WriteKey, write_once
from lantu.show.numbers import plain_amount
from lantu.store import models
from lantu.store.fetch.tasks import KnownTask, find_report, latest_setting


class TasksAsked(Paged):
    """Narrow tasks; `as_of` tells who led them and how they stood at the end of that day."""

    plan: Key | None = None
    place: PlaceCode | None = None
    lead: Word | None = None
    standing: Class | None = None
    as_of: AsOf | None = None


class DayAsked(Paged):
    """At the end of which day."""

    as_of: AsOf | None = None


@operation("GET", "/tasks", "read", Page[TaskOut])
def tasks(request: HttpRequest, asked: Query[TasksAsked]) -> Any:
    """Tasks taken over from plans, in the order of the plans' texts."""
    reach = reach_for(request, "read")
    rows = [
        (known, standing)
        for known, standing in stand_tasks(asked.as_of or today_in_china(), asked.plan)
        if reach.covers(known.row.place_id)
        and asked.place in (None, known.row.place_id)
        and asked.lead in (None, known.setting.lead_id)
        and asked.standing in (None, standing.klass)
    ]
    return cut_page(request, rows, asked, lambda row: build_task(*row))


@operation("GET", "/tasks/{key}", "read", WholeTaskOut)
def one_task(request: HttpRequest, key: Key, asked: Query[DayAsked]) -> Any:
    """A task with milestones, and reports for whoever may see returns there."""
    known, standing = get_task(request, key, asked.as_of or today_in_china())
    is_inside = may_do(request, "see_sheet", known.row.place_id) or _may_report(request, known.setting)
    return {
        **build_task(known, standing),
        "milestones": [
            {"key": row.pk, "name": row.name, "due_on": row.due_on, "reached_on": waypoint.reached_on}
            for row, waypoint in zip(known.milestones, known.facts.waypoints, strict=True)
        ],
        "reports": [_build_report(request, row, known) for row in known.reports] if is_inside else [],
    }


@operation("POST", "/tasks/{key}/reports", REPORT, TaskReportedOut, status=201)
def report_a_task(request: HttpRequest, key: Key, body: TaskReportIn, write_key: WriteKey) -> Any:
    """Report how far a task is; the leading department does, and it counts once accepted."""

    def act() -> dict[str, Any]:
        _check_report(request, key)
        period = parse_period(body.quarter)
        made = _try(
            lambda: report_task(
                key, period, Decimal(body.done_pct), list(body.reached), body.text, by=request.user.get_username()
            )
        )
        return {"report": made, "task": key, "state": "submitted"}

    return Status(201, write_once(request, write_key, 201, act))


@operation("POST", "/task-reports/{key}/steps", "see_sheet", TaskReportedOut)
def step_a_report(request: HttpRequest, key: Key, body: TaskReportStepIn, write_key: WriteKey) -> Any:
    """Take a step with a report; who may depends on the step."""

    def act() -> dict[str, Any]:
        found, step = find_report(key), STEPS[body.step]
        if found is None:
            raise ProblemError(404, "unknown")
        if step.action == REPORT:
            _check_report(request, found.task_id)
        else:
            check_may(request, step.action, found.task.place_id)
        state = _try(lambda: step_report(key, step.name, note=body.note, by=request.user.get_username()))
        return {"report": key, "task": found.task_id, "state": state}

    return write_once(request, write_key, 200, act)


def get_task(request: HttpRequest, key: int, day: date) -> tuple[KnownTask, TaskStanding]:
    """The task as it stood at the end of a day, if whoever asks may read it.

    Raises:
        ProblemError: If there was none.
    """
    found = stand_tasks(day, key=key)
    if not found:
        raise ProblemError(404, "unknown")
    check_may(request, "read", found[0][0].row.place_id)
    return found[0]


def build_task(known: KnownTask, standing: TaskStanding) -> dict[str, Any]:
    """One task."""
    row, setting = known.row, known.setting
    return {
        "key": row.pk, "address": row.address, "plan": row.plan_id, "place": row.place_id, "name": row.name,
        "bodies": list(row.bodies), "lead": setting.lead_id or "", "helpers": list(setting.helpers),
        "is_guessed": setting.is_guessed, "starts_on": setting.starts_on, "due_on": setting.due_on,
        "standing": str(standing.klass), "reason": str(standing.reason), "done": plain_amount(standing.done),
        "elapsed": plain_amount(standing.elapsed), "data_date": standing.data_date,
        "late_milestones": list(standing.late), "recorded_at": row.recorded_at, "href": reverse("task", args=[row.pk]),
    }  # fmt: skip


def _build_report(request: HttpRequest, row: models.TaskReport, known: KnownTask) -> dict[str, Any]:
    names = ("period_start", "period_end", "reached", "text", "state", "actor", "recorded_at")
    may = {
        action: _may_report(request, known.setting) if action == REPORT else may_do(request, action, known.row.place_id)
        for action in {step.action for step in STEPS.values()}
    }
    return {
        "key": row.pk, "done_pct": plain_amount(row.done_pct),
        "next_steps": [step.name for step in steps_from(row.state) if may[step.action]],
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _may_report(request: HttpRequest, setting: models.TaskSetting | None) -> bool:
    lead = setting.lead if setting else None
    return lead is not None and may_do(request, REPORT, lead.place_id, lead.pk)


def _check_report(request: HttpRequest, key: int) -> None:
    if not models.Task.objects.filter(pk=key).exists():
        raise ProblemError(404, "unknown")
    if not _may_report(request, latest_setting(key)):
        raise PermissionDenied


def _try(arrow: Callable[[], Any]) -> Any:
    """What an arrow returns; its refusal as a problem."""
    try:
        return arrow()
    except TaskRefusedError as error:
        raise ProblemError(404 if error.code == "unknown" else 409, error.code, str(error)) from error
