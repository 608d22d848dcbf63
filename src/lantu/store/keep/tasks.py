"""Keep tasks, who leads them, their milestones and reports; what was there before stays."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from lantu.core.entry import Entry
from lantu.core.time import Period
from lantu.store import models


@dataclass(frozen=True, slots=True)
class TaskTerms:
    """Who leads a task, who helps, and its days."""

    lead: str
    helpers: tuple[str, ...]
    starts_on: date
    due_on: date


def keep_task(plan: models.Plan, row: models.PlanEntry, entry: Entry, at: datetime, *, by: str) -> models.Task | None:
    """The task made from an entry, or None where the plan has it already."""
    task, is_new = models.Task.objects.get_or_create(
        address=f"{plan.address}#{entry.id}",
        defaults={
            "plan": plan,
            "entry": row,
            "place_id": entry.region_code if _has_place(entry.region_code) else plan.place_id,
            "name": entry.indicator[:300],
            "bodies": list(entry.bodies),
            "actor": by,
            "recorded_at": at,
        },
    )
    return task if is_new else None


def _has_place(code: str) -> bool:
    return bool(code) and models.Place.objects.filter(pk=code).exists()


def keep_terms(
    task: models.Task, terms: TaskTerms, at: datetime, *, by: str, is_guessed: bool = False
) -> models.TaskSetting:
    """Who leads from now on, and the days."""
    return models.TaskSetting.objects.create(
        task=task,
        lead_id=terms.lead or None,
        helpers=list(terms.helpers),
        is_guessed=is_guessed,
        starts_on=terms.starts_on,
        due_on=terms.due_on,
        actor=by,
        recorded_at=at,
    )


def keep_milestone(task: models.Task, name: str, due_on: date, at: datetime, *, by: str) -> models.Milestone:
    """A milestone."""
    return models.Milestone.objects.create(task=task, name=name[:300], due_on=due_on, actor=by, recorded_at=at)


def end_milestone(milestone: models.Milestone, at: datetime) -> None:
    """Take a milestone off; it stays in the registry."""
    milestone.ended_at = at
    milestone.save(update_fields=["ended_at"])


def keep_task_report(
    task: models.Task, period: Period, done_pct: Decimal, reached: list[int], text: str, at: datetime, *, by: str
) -> models.TaskReport:
    """What was reported, submitted."""
    report = models.TaskReport.objects.create(
        task=task,
        period_start=period.start,
        period_end=period.end,
        done_pct=done_pct,
        reached=reached,
        text=text,
        state="submitted",
        actor=by,
        recorded_at=at,
    )
    keep_report_step(report, "submit", "submitted", "", at, by=by)
    return report


def keep_report_step(report: models.TaskReport, step: str, state: str, note: str, at: datetime, *, by: str) -> None:
    """Write a step, and the state it led to."""
    models.TaskReportStep.objects.create(report=report, step=step, state=state, note=note, actor=by, recorded_at=at)
    report.state = state
    report.save(update_fields=["state"])


def lock_report(key: int) -> models.TaskReport | None:
    """The report, held until the transaction ends."""
    rows = models.TaskReport.objects.select_for_update(of=("self",)).select_related("task")
    return rows.filter(pk=key).first()
