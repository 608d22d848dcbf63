"""Arrows of tasks 任务分解: taken over from a plan, set, marked with milestones, reported on, accepted, judged.

In: a plan, or what somebody says of a task. Out: rows and one audit row each; standings. Left out on purpose: who may;
pages ask the policy.
"""

from datetime import date
from decimal import Decimal

from lantu.act.leading import guess_bodies
from lantu.core.entry import Entry
from lantu.core.task import TaskStanding
from lantu.core.time import Period
from lantu.judge.tasks import judge_task
from lantu.run.clock import end_of_day, read_clock
from lantu.run.report_steps import ReportWay, take_report_step
from lantu.run.work_messages import tell_assigned
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.departments import find_department, list_departments
from lantu.store.fetch.plans import find_version
from lantu.store.fetch.tasks import KnownTask, find_milestone, find_task, known_tasks, latest_setting, task_entries
from lantu.store.keep.tasks import (
    TaskTerms,
    end_milestone,
    keep_milestone,
    keep_report_step,
    keep_task,
    keep_task_report,
    keep_terms,
    lock_report,
)
from lantu.store.transactions import one_transaction

WHOLE = Decimal(100)


class TaskRefusedError(ValueError):
    """The change makes no sense; `code` says why.

    Attributes:
        code: unknown, dates, department, amount, note, state or same_person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


_WAY = ReportWay("task", lock_report, keep_report_step, TaskRefusedError)


def take_tasks(plan_key: int, *, by: str) -> int:
    """Take over the tasks the reader found in a plan that are not taken over yet, with guesses who leads them.

    Returns:
        How many are new.

    Raises:
        TaskRefusedError: If the plan was not read, or says no years.
    """
    version = find_version(plan_key)
    if version is None or version.read_at is None:
        raise TaskRefusedError("unknown", f"plan {plan_key} was not read")
    plan = version.plan
    if plan.first_year is None or plan.last_year is None:
        raise TaskRefusedError("dates", "the plan has no years")
    at, today, taken, guessed = read_clock(), date(plan.first_year, 1, 1), 0, 0
    with one_transaction():
        by_name = {d.name: d.code for d in list_departments() if d.place_id == plan.place_id}
        for row in task_entries(version):
            entry = decode(Entry, row.body)
            task = keep_task(plan, row, entry, at, by=by)
            if task is None:
                continue
            lead, helpers = guess_bodies(entry.bodies, by_name, plan.place.name)
            due = date(max(entry.year or plan.last_year, plan.first_year), 12, 31)
            keep_terms(task, TaskTerms(lead, helpers, today, due), at, by=by, is_guessed=True)
            taken, guessed = taken + 1, guessed + bool(lead)
        append_audit(by, "tasks.taken", plan.address, at, taken=taken, with_lead=guessed, version=version.number)
    return taken


def set_task(key: int, terms: TaskTerms, *, by: str) -> None:
    """Say who leads a task, who helps, and its days; what was guessed is confirmed by it.

    Raises:
        TaskRefusedError: If a department does not stand, or the days are the wrong way round.
    """
    task = find_task(key)
    if task is None:
        raise TaskRefusedError("unknown", f"there is no task {key}")
    if any(find_department(code) is None for code in (terms.lead, *terms.helpers)):
        raise TaskRefusedError("department", "there is no such department")
    if terms.due_on < terms.starts_on:
        raise TaskRefusedError("dates", "it would end before it began")
    at = read_clock()
    with one_transaction():
        before = latest_setting(key)
        tell_assigned(task, before, keep_terms(task, terms, at, by=by), at)
        append_audit(
            by, "task.set", task.address, at, lead=terms.lead, helpers=list(terms.helpers),
            starts_on=terms.starts_on.isoformat(), due_on=terms.due_on.isoformat(),
        )  # fmt: skip


def mark_milestone(key: int, name: str, due_on: date, *, by: str) -> int:
    """Add a milestone to a task. Returns its key.

    Raises:
        TaskRefusedError: If it has no name, or lies outside the task's days.
    """
    task, setting = find_task(key), latest_setting(key)
    if task is None or setting is None:
        raise TaskRefusedError("unknown", f"there is no task {key}")
    if not name.strip():
        raise TaskRefusedError("note", "a milestone needs a name")
    if not setting.starts_on <= due_on <= setting.due_on:
        raise TaskRefusedError("dates", "the milestone lies outside the task's days")
    at = read_clock()
    with one_transaction():
        made = keep_milestone(task, name.strip(), due_on, at, by=by)
        append_audit(by, "task.milestone_added", task.address, at, name=made.name, due_on=due_on.isoformat())
    return int(made.pk)


def unmark_milestone(key: int, *, by: str) -> None:
    """Take a milestone off; it stays in the registry.

    Raises:
        TaskRefusedError: If it is none, or was taken off.
    """
    found = find_milestone(key)
    if found is None:
        raise TaskRefusedError("unknown", f"there is no milestone {key}")
    at = read_clock()
    with one_transaction():
        end_milestone(found, at)
        append_audit(by, "task.milestone_ended", found.task.address, at, name=found.name)


def report_task(key: int, period: Period, done_pct: Decimal, reached: list[int], text: str, *, by: str) -> int:
    """Say how far a task is at the end of a period. Returns the report's key; it counts once it is accepted.

    Raises:
        TaskRefusedError: If the share is none, nothing is said, or a milestone is not the task's.
    """
    known = next(iter(known_tasks(read_clock(), key=key)), None)
    if known is None or not set(reached) <= {m.pk for m in known.milestones}:
        raise TaskRefusedError("unknown", f"there is no task {key}, or no such milestone of it")
    if not (done_pct.is_finite() and 0 <= done_pct <= WHOLE):
        raise TaskRefusedError("amount", f"{done_pct} is no share of a hundred")
    if not text.strip():
        raise TaskRefusedError("note", "a report says what was done")
    at = read_clock()
    with one_transaction():
        report = keep_task_report(known.row, period, done_pct, sorted(set(reached)), text.strip(), at, by=by)
        append_audit(by, "task.reported", known.row.address, at, period=str(period), done_pct=str(done_pct))
    return int(report.pk)


def step_report(key: int, step: str, *, note: str = "", by: str) -> str:
    """Take one step with a report. Returns the state after it.

    Raises:
        TaskRefusedError: If it cannot be taken; nothing was changed.
    """
    return take_report_step(_WAY, key, step, note, by=by)


def stand_tasks(day: date, plan_key: int | None = None, key: int | None = None) -> list[tuple[KnownTask, TaskStanding]]:
    """Tasks with their standings by what was recorded by the end of a day."""
    known = known_tasks(end_of_day(day), plan_key, key)
    return [(task, judge_task(task.facts)) for task in known]
