"""Cases, the steps of them that hold, and what a case can be opened for."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from lantu.act.cases import Facts, Held
from lantu.store import models
from lantu.store.fetch.departments import list_departments, owner_of
from lantu.store.keep.cases import Cause

LATE = date.max


def list_cases(*, is_open: bool | None = None) -> list[models.Case]:
    """Open cases, ended ones, or all; those due first on top, those nobody has to do yet before them."""
    rows = models.Case.objects.select_related("place", "department", "department__place", "target", "warning")
    if is_open is not None:
        rows = rows.filter(is_open=is_open)
    return sorted(rows, key=lambda c: (not c.is_open, c.due_on or date.min if c.is_open else LATE, -c.pk))


def find_case(key: int) -> models.Case | None:
    """One case with what it was opened for."""
    rows = models.Case.objects.select_related(
        "place", "department", "department__place", "target__version", "target__entry", "standing", "warning",
        "finding__run", "task__entry__version", "task__plan", "project__entry__version", "project__plan",
    )  # fmt: skip
    return rows.filter(pk=key).first()


def case_for(kind: str, cause: str) -> models.Case | None:
    """The open case of a cause, if there is one."""
    return models.Case.objects.filter(cause_kind=kind, cause=cause, is_open=True).first() if cause else None


def cases_by_address(addresses: Iterable[str]) -> dict[str, int]:
    """Keys of cases by their addresses."""
    return dict(models.Case.objects.filter(address__in=set(addresses)).order_by().values_list("address", "pk"))


def case_steps(case: models.Case) -> list[models.CaseStep]:
    """All steps and counter-steps, oldest first."""
    return list(case.steps.select_related("undone_by").order_by("recorded_at", "id"))


def held_steps(steps: list[models.CaseStep]) -> tuple[tuple[Held, models.CaseStep], ...]:
    """The steps that hold, each with its row."""
    held: list[tuple[Held, models.CaseStep]] = []
    for row in steps:
        if row.undoes_id is not None:
            held.pop()
            continue
        facts = Facts(row.state, row.department_code, row.due_on, row.is_due_exact, row.asked_until)
        held.append((Held(row.step, facts), row))
    return tuple(held)


def facts_then(moment: datetime) -> dict[int, Facts]:
    """What each case opened by a moment said then, by its key."""
    rows = models.CaseStep.objects.filter(recorded_at__lte=moment).order_by("case_id", "recorded_at", "id")
    return {
        case: held_steps(list(steps))[-1][0].facts for case, steps in groupby(rows.iterator(), lambda row: row.case_id)
    }


def files_of(case: models.Case) -> list[models.CaseFile]:
    """Files that were not taken back."""
    return list(case.files.filter(withdrawn_at__isnull=True).select_related("document").defer("document__data"))


def find_case_file(key: int) -> models.CaseFile | None:
    """One file that was not taken back."""
    rows = models.CaseFile.objects.filter(pk=key, withdrawn_at__isnull=True)
    return rows.select_related("document", "case", "case__department").first()


def find_cause(kind: str, key: str, on: date) -> Cause | None:
    """What a case would be opened for: the key of a target, warning, finding's row, task or project."""
    finders = {"standing": _of_target, "warning": _of_warning, "finding": _of_finding, "task": _of_task}
    finders |= {"project": _of_project}
    return finders[kind](int(key), on) if kind in finders and key.isdecimal() else None


def _of_target(key: int, on: date) -> Cause | None:
    row = models.PlanTarget.objects.filter(pk=key).first()
    if row is None:
        return None
    standing = row.standings.order_by("-recorded_at", "-id").first()
    return Cause(
        "standing", row.address, row.place_id, row.name, target=row.pk, standing=standing.pk if standing else None,
        department=_answering(row.address, row.indicator_code, row.place_id, on),
    )  # fmt: skip


def _of_warning(key: int, on: date) -> Cause | None:
    row = models.WarningRow.objects.filter(pk=key).first()
    if row is None:
        return None
    rows = models.PlanTarget.objects.filter(address=row.subject, version__read_at__isnull=False)
    target = rows.order_by("-version__number").first()
    standing = target.standings.order_by("-recorded_at", "-id").first() if target else None
    return Cause(
        "warning", row.address, row.place_id, row.name, target=target.pk if target else None,
        standing=standing.pk if standing else None, warning=row.pk,
        department=_answering(row.subject, row.indicator_code, row.place_id, on),
    )  # fmt: skip


def _of_finding(key: int, on: date) -> Cause | None:
    row = models.FindingRow.objects.filter(pk=key).first()
    plan = models.Plan.objects.filter(pk__in=row.plans).order_by("pk").first() if row else None
    return Cause("finding", row.key, plan.place_id, row.title, finding=row.pk) if row and plan else None


def _of_task(key: int, on: date) -> Cause | None:
    row = models.Task.objects.filter(pk=key).first()
    if row is None:
        return None
    setting = row.settings.order_by("-recorded_at", "-id").first()
    lead = setting.lead_id or "" if setting else ""
    return Cause("task", row.address, row.place_id, row.name, task=row.pk, department=lead)


def _of_project(key: int, on: date) -> Cause | None:
    row = models.Project.objects.filter(pk=key).first()
    setting = row.settings.order_by("-recorded_at", "-id").first() if row else None
    if row is None or setting is None:
        return None
    lead = setting.lead_id or ""
    return Cause("project", row.address, setting.place_id, row.name, project=row.pk, department=lead)


def _answering(address: str, code: str, place_code: str, on: date) -> str:
    """The department that answers for a target, or for its indicator there, if it stands."""
    owner = owner_of("target", address, place_code, on) or owner_of("indicator", code, place_code, on)
    standing = {d.code for d in list_departments(on)}
    return str(owner.department_id) if owner and owner.department_id in standing else ""
