"""Keep cases, their steps and files; what was there before stays."""

from dataclasses import dataclass
from datetime import datetime

from lantu.act.cases import ENDED, Facts
from lantu.store import models


@dataclass(frozen=True, slots=True)
class Cause:
    """What a case is opened for.

    Attributes:
        kind: standing, warning, finding, task, project or hand.
        cause: Address or key of it, "" for hand.
        place_code: Where it is.
        name: What it is called.
        target: Key of the target, or None.
        standing: Key of the standing as it is now, or None.
        warning: Key of the warning, or None.
        finding: Key of the finding's row, or None.
        task: Key of the task, or None.
        project: Key of the project, or None.
        department: Code of the department that answers for it, or "".
    """

    kind: str
    cause: str
    place_code: str
    name: str
    target: int | None = None
    standing: int | None = None
    warning: int | None = None
    finding: int | None = None
    task: int | None = None
    project: int | None = None
    department: str = ""


def lock_numbers(place_code: str) -> None:
    """Until the transaction ends nobody else opens a case of this place: numbers and causes stay unique."""
    list(models.Place.objects.select_for_update().filter(pk=place_code))


def keep_case(cause: Cause, title: str, demand: str, at: datetime, year: int, *, by: str) -> models.Case:
    """A new case of a place and year, numbered in order."""
    stem = f"case/{cause.place_code}/{year}/"
    number = models.Case.objects.filter(address__startswith=stem).count() + 1
    return models.Case.objects.create(
        address=f"{stem}{number}",
        place_id=cause.place_code,
        cause_kind=cause.kind,
        cause=cause.cause,
        title=title[:300],
        demand=demand,
        target_id=cause.target,
        standing_id=cause.standing,
        warning_id=cause.warning,
        finding_id=cause.finding,
        task_id=cause.task,
        project_id=cause.project,
        actor=by,
        recorded_at=at,
    )


def lock_case(key: int) -> models.Case | None:
    """The case, held until the transaction ends, so that two people do not take the same step."""
    rows = models.Case.objects.select_for_update(of=("self",)).select_related("place")
    return rows.filter(pk=key).first()


def keep_case_step(
    case: models.Case,
    step: str,
    facts: Facts,
    note: str,
    at: datetime,
    *,
    by: str,
    undoes: models.CaseStep | None = None,
) -> None:
    """Write a step, or a counter-step with the step it takes back, and what the case says since."""
    models.CaseStep.objects.create(
        case=case,
        step=step,
        undoes=undoes,
        state=facts.state,
        department_code=facts.department,
        due_on=facts.due_on,
        is_due_exact=facts.is_due_exact,
        asked_until=facts.asked_until,
        note=note,
        actor=by,
        recorded_at=at,
    )
    case.state, case.is_open = facts.state, facts.state not in ENDED
    case.department_id = facts.department or None
    case.due_on, case.is_due_exact, case.asked_until = facts.due_on, facts.is_due_exact, facts.asked_until
    case.save(update_fields=["state", "is_open", "department", "due_on", "is_due_exact", "asked_until"])


def keep_case_file(
    case: models.Case, document: models.Document, name: str, at: datetime, *, by: str
) -> models.CaseFile:
    """A file that shows what was done."""
    return models.CaseFile.objects.create(case=case, document=document, name=name[:255], actor=by, recorded_at=at)


def withdraw_case_file(file: models.CaseFile, at: datetime) -> None:
    """Take a file back; it stays in the registry."""
    file.withdrawn_at = at
    file.save(update_fields=["withdrawn_at"])
