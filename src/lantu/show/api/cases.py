"""Operations on cases: what has to be done by whom, opening one, each step of it, and files that show it was done.

In: filters, steps, files. Out: pages of a list, states. Left out on purpose: what may follow what; `act.cases` knows.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from ninja import File, Query, Status
from ninja.files import UploadedFile

from lantu.act.cases import COUNTERS, HANDLE, STEPS, SUPERVISE, WAITING_FOR_DEPARTMENT, Facts, counter_from, steps_from
from lantu.act.escalation import find_lateness
from lantu.run.cases import CaseRefusedError, attach_case_file, open_one, take_case_step
from lantu.run.clock import today_in_china
from lantu.show.access import check_may, reach_for
from lantu.show.api.asked import AsOf, Key, Page, Paged, PlaceCode, Word, cut_page, known_by
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.api.work_schemas import (
    CASE_STATES,
    CAUSES,
    CaseIn,
    CaseKeptOut,
    CaseOut,
    CaseStepIn,
    FileKeptOut,
    WholeCaseOut,
)
from lantu.show.api.writing import WriteKey, write_once
from lantu.show.case_lines import covers_case, may_do_back, may_do_case
from lantu.store import models
from lantu.store.fetch.cases import case_steps, facts_then, files_of, find_case, find_cause, held_steps, list_cases
from lantu.store.keep.cases import Cause


class CasesAsked(Paged):
    """Narrow cases; `as_of` tells them as they stood at the end of that day."""

    place: PlaceCode | None = None
    department: Word | None = None
    state: CASE_STATES | None = None
    cause: CAUSES | None = None
    is_open: Literal["true", "false"] | None = None
    as_of: AsOf | None = None


@operation("GET", "/cases", "see_case", Page[CaseOut])
def cases(request: HttpRequest, asked: Query[CasesAsked]) -> Any:
    """Cases one may see: open ones first, those due first on top."""
    reach, day = reach_for(request, "see_case"), asked.as_of or today_in_china()
    then = None if (moment := known_by(asked.as_of)) is None else facts_then(moment)
    lines = [
        (row, facts_of(row) if then is None else then[row.pk])
        for row in list_cases()
        if covers_case(reach, row) and (then is None or row.pk in then)
    ]
    wanted = [(row, facts) for row, facts in lines if _is_wanted(row, facts, asked)]
    return cut_page(request, wanted, asked, lambda line: build_case(line[0], line[1], day))


@operation("GET", "/cases/{key}", "see_case", WholeCaseOut)
def one_case(request: HttpRequest, key: Key) -> Any:
    """A case with every step, its files, and what one may do now."""
    row = get_case(request, key)
    steps = case_steps(row)
    names = ("step", "state", "due_on", "asked_until", "note", "actor", "recorded_at")
    return {
        **build_case(row, facts_of(row), today_in_china()),
        "steps": [
            {
                "department": step.department_code, "is_undone": hasattr(step, "undone_by"),
                **{name: getattr(step, name) for name in names},
            }
            for step in steps
        ],
        "files": [
            {
                "key": file.pk, "name": file.name, "actor": file.actor, "recorded_at": file.recorded_at,
                "href": reverse("case_file", args=[file.pk]),
            }
            for file in files_of(row)
        ],
        "next_steps": _next_steps(request, row, steps),
    }  # fmt: skip


@operation("POST", "/cases", SUPERVISE, CaseKeptOut, status=201)
def open_a_case(request: HttpRequest, body: CaseIn, write_key: WriteKey) -> Any:
    """Open a case for a target, warning, finding or task, or by hand for a place."""

    def act() -> dict[str, Any]:
        cause = _find_cause(body)
        check_may(request, SUPERVISE, cause.place_code)
        key = _try(lambda: open_one(cause, body.title, body.demand, by=_who(request)))
        return _tell(key)

    return Status(201, write_once(request, write_key, 201, act))


@operation("POST", "/cases/{key}/steps", "see_case", CaseKeptOut)
def step_a_case(request: HttpRequest, key: Key, body: CaseStepIn, write_key: WriteKey) -> Any:
    """Take a step of a case, or take the last one back; who may depends on the step."""

    def act() -> dict[str, Any]:
        # Inside, so that a step sent again is answered though whoever took it has no part in the case any more.
        row = get_case(request, key)
        _check_step(request, row, body.step)
        _try(
            lambda: take_case_step(
                key, body.step, note=body.note, department=body.department, until=body.until,
                working_days=body.working_days, by=_who(request),
            )
        )  # fmt: skip
        return _tell(key)

    return write_once(request, write_key, 200, act)


@operation("POST", "/cases/{key}/files", HANDLE, FileKeptOut, status=201)
def attach_a_file(request: HttpRequest, key: Key, file: File[UploadedFile], write_key: WriteKey) -> Any:
    """Keep a file that shows what was done."""
    data, name = file.read(), (file.name or "file")[:200]

    def act() -> dict[str, Any]:
        if not may_do_case(request, get_case(request, key), HANDLE):
            raise PermissionDenied
        return {"case": key, "file": _try(lambda: attach_case_file(key, data, name, by=_who(request)))}

    return Status(201, write_once(request, write_key, 201, act))


def get_case(request: HttpRequest, key: int) -> models.Case:
    """The case, if whoever asks may see it.

    Raises:
        ProblemError: If there is none.
    """
    row = find_case(key)
    if row is None:
        raise ProblemError(404, "unknown")
    if not covers_case(reach_for(request, "see_case"), row):
        raise PermissionDenied
    return row


def facts_of(row: models.Case) -> Facts:
    """What a case says now."""
    return Facts(row.state, row.department_id or "", row.due_on, row.is_due_exact, row.asked_until)


def build_case(row: models.Case, facts: Facts, day: date) -> dict[str, Any]:
    """One case as it stood on a day."""
    is_waiting = facts.state in WAITING_FOR_DEPARTMENT
    late = find_lateness(facts.due_on, day) if facts.due_on and is_waiting else None
    names = ("address", "cause_kind", "cause", "title", "demand", "actor", "recorded_at")
    return {
        "key": row.pk, "place": row.place_id, "state": facts.state, "is_open": facts.is_open,
        "department": facts.department, "due_on": facts.due_on, "is_due_exact": facts.is_due_exact,
        "asked_until": facts.asked_until, "days_left": late.days_left if late else None,
        "lateness": late.name if late else "", "href": reverse("case", args=[row.pk]),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _is_wanted(row: models.Case, facts: Facts, asked: CasesAsked) -> bool:
    return (
        asked.place in (None, row.place_id)
        and asked.department in (None, facts.department)
        and asked.state in (None, facts.state)
        and asked.cause in (None, row.cause_kind)
        and asked.is_open in (None, "true" if facts.is_open else "false")
    )


def _next_steps(request: HttpRequest, row: models.Case, steps: list[models.CaseStep]) -> list[str]:
    held = tuple(h for h, _ in held_steps(steps))
    forward = [step.name for step in steps_from(held) if may_do_case(request, row, step.action)]
    back = counter_from(held)
    return [*forward, back.counter] if back and may_do_back(request, row, back.action) else forward


def _check_step(request: HttpRequest, row: models.Case, name: str) -> None:
    check, step = (may_do_back, COUNTERS[name]) if name in COUNTERS else (may_do_case, STEPS[name])
    if not check(request, row, step.action):
        raise PermissionDenied


def _find_cause(body: CaseIn) -> Cause:
    if body.cause_kind == "hand":
        if body.place is None:
            raise ProblemError(422, "invalid", "a case opened by hand names its place")
        return Cause("hand", "", body.place, "")
    found = find_cause(body.cause_kind, str(body.key or ""), today_in_china())
    if found is None:
        raise ProblemError(404, "unknown", f"there is no such {body.cause_kind}")
    return found


def _tell(key: int) -> dict[str, Any]:
    row = models.Case.objects.only("address", "state").get(pk=key)
    return {"case": key, "address": row.address, "state": row.state}


def _who(request: HttpRequest) -> str:
    return request.user.get_username()


def _try(arrow: Callable[[], Any]) -> Any:
    """What an arrow returns; its refusal as a problem."""
    try:
        return arrow()
    except CaseRefusedError as error:
        raise ProblemError(404 if error.code == "unknown" else 409, error.code, str(error)) from error
