"""What arrows tell people of: each is called inside the transaction of the change, so that there is never one without the other.

In: rows an arrow has just written. Out: messages in the outbox; none where no channel is set up. Left out on purpose: sending, which
`delivering` does; reminders, which no change causes and `reminding` finds.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from lantu.act.cases import HANDLE, SUPERVISE
from lantu.act.messages import Event, write_letters
from lantu.core.time import Period
from lantu.run.audience import find_audience, find_people
from lantu.store import models
from lantu.store.channels import open_channels
from lantu.store.fetch.cases import find_cause
from lantu.store.fetch.messages import find_recipients, grave_steps
from lantu.store.keep.messages import keep_letters

SENT_BACK = ("send_back", "refuse")


def tell(event: Event, people: Iterable[int], at: datetime) -> int:
    """Write an event's letters to the outbox. Returns how many were not there before."""
    channels = open_channels().names
    if not channels:
        return 0
    return keep_letters(event, write_letters(event, find_recipients(people), channels), at)


def tell_case_step(case: models.Case, step: str, demand: str, at: datetime) -> int:
    """Tell a department that a case was assigned to it, or was sent back to it with a note."""
    if step not in ("assign", *SENT_BACK):
        return 0
    kind = "case_assigned" if step == "assign" else "returned"
    facts, facts_en = describe_case(case)
    facts |= {"demand": case.demand, "note": demand}
    occasion = str(case.steps.order_by("-id").values_list("pk", flat=True)[0])
    event = Event(kind, case.address, f"/case/{case.pk}", case.place_id, occasion, "", facts, facts_en)
    return tell(event, find_audience(case, (HANDLE,)), at)


def tell_sheet_step(sheet: models.ReturnSheet, step: str, note: str, at: datetime) -> int:
    """Tell a department that its return was sent back with a note."""
    if step not in SENT_BACK:
        return 0
    facts, facts_en = describe_sheet(sheet)
    occasion = str(sheet.steps.order_by("-id").values_list("pk", flat=True)[0])
    event = Event(
        "returned", name_sheet_subject(sheet), f"/sheet/{sheet.pk}", sheet.place_id, occasion, "",
        {**facts, "note": note}, facts_en,
    )  # fmt: skip
    return tell(event, find_audience(sheet, ("fill_return",)), at)


def tell_warnings(at: datetime, today: date) -> int:
    """Tell of the warnings that reached orange or red at a moment: whoever supervises, plans, and answers for it."""
    if not open_channels().names:
        return 0
    told = 0
    for step in grave_steps(at):
        row = step.warning
        people = find_people(SUPERVISE, row.place_id) | find_people("plan_work", row.place_id)
        cause = find_cause("warning", str(row.pk), today)
        if cause is not None and cause.department:
            people |= find_people(HANDLE, row.place_id, cause.department)
        facts = {
            "name": row.name,
            "place": row.place.name,
            "rule": step.rule_name or step.rule,
            "as_of": f"{step.as_of}",
        }
        facts_en = {"place": row.place.name_en or row.place.name, "rule": step.rule_name_en or facts["rule"]}
        event = Event(
            "warning", row.address, f"/warning/{row.pk}", row.place_id, str(step.pk), step.level, facts, facts_en
        )
        told += tell(event, people, at)
    return told


def tell_review(version: models.PlanVersion, changes: int, at: datetime) -> int:
    """Tell whoever looks after the plans of a place, and everybody who decided, that a review is in force."""
    plan = version.plan
    decided = models.EntryDecision.objects.filter(version__plan=plan).order_by().values_list("actor", flat=True)
    people = find_people("upload_plan", plan.place_id) | _keys_of(decided.distinct())
    facts = {
        "name": plan.title, "place": plan.place.name, "changes": str(changes), "version": str(version.number),
    }  # fmt: skip
    facts_en = {"name": plan.title_en or plan.title, "place": plan.place.name_en or plan.place.name}
    event = Event("review", plan.address, f"/plan/{plan.pk}", plan.place_id, str(version.number), "", facts, facts_en)
    return tell(event, people, at)


def _keys_of(names: Iterable[str]) -> set[int]:
    people = models.Assignment.objects.filter(user__username__in=list(names)).order_by()
    return set(people.values_list("user_id", flat=True).distinct())


def describe_case(case: models.Case) -> tuple[dict[str, Any], dict[str, Any]]:
    """What messages print of a case, in Chinese and what differs in English."""
    department = case.department
    facts = {
        "name": case.title,
        "place": case.place.name,
        "department": department.name if department else "",
        "due_on": f"{case.due_on}",
    }
    return facts, {
        "place": case.place.name_en or case.place.name,
        "department": (department.name_en or department.name) if department else "",
    }


def describe_sheet(sheet: models.ReturnSheet) -> tuple[dict[str, Any], dict[str, Any]]:
    """What messages print of a sheet, in Chinese and what differs in English."""
    facts = {
        "name": f"{sheet.workflow.name} {Period(sheet.period_start, sheet.period_end)}",
        "place": sheet.place.name,
        "department": sheet.department.name,
        "due_on": f"{sheet.due_on}",
    }
    return facts, {
        "place": sheet.place.name_en or sheet.place.name,
        "department": sheet.department.name_en or sheet.department.name,
    }


def name_sheet_subject(sheet: models.ReturnSheet) -> str:
    """The stable name of a sheet in the outbox."""
    return f"return/{sheet.pk}"
