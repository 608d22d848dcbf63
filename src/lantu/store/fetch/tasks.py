"""Tasks with what held of them at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from lantu.core.task import TaskFacts, Waypoint
from lantu.store import models


@dataclass(frozen=True, slots=True)
class KnownTask:
    """A task, and what held of it.

    Attributes:
        row: The task.
        setting: Who leads it and its days.
        milestones: Not taken off.
        reports: All, oldest first.
        facts: What it is judged by.
    """

    row: models.Task
    setting: models.TaskSetting
    milestones: tuple[models.Milestone, ...]
    reports: tuple[models.TaskReport, ...]
    facts: TaskFacts


def known_tasks(at: datetime, plan_key: int | None = None, key: int | None = None) -> list[KnownTask]:
    """Tasks in the order of their plans' texts, with what was recorded by a moment."""
    rows = models.Task.objects.filter(recorded_at__lte=at).select_related("plan__place", "entry__version", "place")
    rows = rows.filter(plan_id=plan_key) if plan_key is not None else rows
    rows = rows.filter(pk=key) if key is not None else rows
    tasks = list(rows.order_by("plan_id", "entry__start", "pk"))
    keys = [task.pk for task in tasks]
    settings = {
        s.task_id: s
        for s in models.TaskSetting.objects.filter(task__in=keys, recorded_at__lte=at)
        .select_related("lead__place")
        .order_by("recorded_at", "id")
    }
    milestones: dict[int, list[models.Milestone]] = defaultdict(list)
    standing = Q(ended_at__isnull=True) | Q(ended_at__gt=at)
    for m in models.Milestone.objects.filter(standing, task__in=keys, recorded_at__lte=at).order_by("due_on", "id"):
        milestones[m.task_id].append(m)
    reports: dict[int, list[models.TaskReport]] = defaultdict(list)
    for r in models.TaskReport.objects.filter(task__in=keys, recorded_at__lte=at).order_by("recorded_at", "id"):
        reports[r.task_id].append(r)
    accepted = _accepted(keys, at)
    return [
        KnownTask(
            task, settings[task.pk], tuple(milestones[task.pk]), tuple(reports[task.pk]),
            _gather(settings[task.pk], milestones[task.pk], [r for r in reports[task.pk] if r.pk in accepted]),
        )
        for task in tasks
        if task.pk in settings
    ]  # fmt: skip


def _accepted(task_keys: list[int], at: datetime) -> set[int]:
    """Keys of the reports that stood accepted at a moment."""
    steps = models.TaskReportStep.objects.filter(report__task__in=task_keys, recorded_at__lte=at)
    last = dict(steps.order_by("recorded_at", "id").values_list("report_id", "state"))
    return {key for key, state in last.items() if state == "accepted"}


def _gather(
    setting: models.TaskSetting, milestones: Iterable[models.Milestone], accepted: list[models.TaskReport]
) -> TaskFacts:
    by_period = {r.period_end: r for r in accepted}
    latest = by_period[max(by_period)] if by_period else None
    reached: dict[int, date] = {}
    for report in sorted(by_period.values(), key=lambda r: r.period_end):
        for key in report.reached:
            reached.setdefault(key, report.period_end)
    return TaskFacts(
        setting.starts_on,
        setting.due_on,
        tuple(Waypoint(m.name, m.due_on, reached.get(m.pk)) for m in milestones),
        latest.done_pct if latest else None,
        latest.period_end if latest else None,
    )


def find_task(key: int) -> models.Task | None:
    """One task."""
    return models.Task.objects.filter(pk=key).select_related("plan", "place").first()


def find_milestone(key: int) -> models.Milestone | None:
    """One milestone that was not taken off."""
    return models.Milestone.objects.filter(pk=key, ended_at__isnull=True).select_related("task").first()


def find_report(key: int) -> models.TaskReport | None:
    """One report on a task."""
    return models.TaskReport.objects.filter(pk=key).select_related("task").first()


def latest_setting(task_key: int) -> models.TaskSetting | None:
    """Who leads a task now."""
    rows = models.TaskSetting.objects.filter(task_id=task_key).select_related("lead__place")
    return rows.order_by("-recorded_at", "-id").first()


def steps_of_reports(task_key: int) -> list[models.TaskReportStep]:
    """Every step of every report on a task, newest first."""
    rows = models.TaskReportStep.objects.filter(report__task_id=task_key).select_related("report")
    return list(rows.order_by("-recorded_at", "-id"))


def task_entries(version: models.PlanVersion) -> list[models.PlanEntry]:
    """The tasks the reader found in a version."""
    return list(version.entries.filter(kind="task").order_by("start", "id"))


def reports_waiting() -> list[models.TaskReport]:
    """Reports that wait to be accepted, the oldest first."""
    rows = models.TaskReport.objects.filter(state="submitted").select_related("task")
    return list(rows.order_by("recorded_at", "id"))
