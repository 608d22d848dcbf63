"""Arrows of a case 督办事项: opened, each step and counter-step, and its files.

In: what somebody does. Out: rows and one audit row each, and word of it in the outbox. Left out on purpose: who may;
pages ask the policy with the action the step names. One thing is decided here, because only the case's own steps tell
it: nobody closes what they answered themselves.
"""

from datetime import date
from typing import Any

from lantu.act.cases import COUNTERS, OPEN, Move, find_refusal, make_move, open_case
from lantu.act.deadlines import Deadline, add_working_days, is_working_day
from lantu.core.place import walk_up
from lantu.run.clock import read_clock, today_in_china
from lantu.run.messages import tell_case_step
from lantu.sense.evidence import identify_evidence
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.fetch.cases import case_for, case_steps, find_case_file, held_steps
from lantu.store.fetch.departments import find_department
from lantu.store.keep.cases import (
    Cause,
    keep_case,
    keep_case_file,
    keep_case_step,
    lock_case,
    lock_numbers,
    withdraw_case_file,
)
from lantu.store.keep.plans import keep_document
from lantu.store.known import known_places
from lantu.store.transactions import one_transaction

MOST_DAYS = 250
"""Working days of a year: a deadline further away is a mistake."""


class CaseRefusedError(ValueError):
    """The step or change is not possible; `code` says why.

    Attributes:
        code: unknown, state, note, department, date, open, own_answer or file.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def open_one(cause: Cause, title: str, demand: str, *, by: str) -> int:
    """Open a case. Returns its key.

    Raises:
        CaseRefusedError: If one is open for the same cause, or nothing is demanded.
    """
    if not title.strip() or not demand.strip():
        raise CaseRefusedError("note", "a case needs a title and a demand")
    at = read_clock()
    with one_transaction():
        lock_numbers(cause.place_code)
        if found := case_for(cause.kind, cause.cause):
            raise CaseRefusedError("open", f"{found.address} is open for the same cause")
        case = keep_case(cause, title.strip(), demand.strip(), at, today_in_china().year, by=by)
        keep_case_step(case, OPEN, open_case()[-1].facts, "", at, by=by)
        append_audit(by, "case.opened", case.address, at, kind=cause.kind, cause=cause.cause, title=case.title)
    return int(case.pk)


def take_case_step(
    key: int,
    step: str,
    *,
    note: str = "",
    department: str = "",
    until: date | None = None,
    working_days: int | None = None,
    by: str,
) -> str:
    """Take a step or a counter-step.

    Args:
        key: Of the case.
        step: Its name.
        note: Why, or what was done.
        department: To whom it is assigned.
        until: The last day, or None.
        working_days: The same counted from today, where no day is named.
        by: Who.

    Returns:
        The state after it.

    Raises:
        CaseRefusedError: If it cannot be taken; nothing was changed.
    """
    at, day = read_clock(), _find_day(until, working_days)
    with one_transaction():
        case = _lock(key)
        rows = held_steps(case_steps(case))
        held = tuple(h for h, _ in rows)
        if step == "grant_extension" and day is None:
            day = _find_day(held[-1].facts.asked_until, None)
        move = Move(step, note.strip(), department, day.on if day else None, day.is_exact if day else True)
        if code := find_refusal(held, move) or _refuse(case, step, department, rows, by):
            raise CaseRefusedError(code, f"{step} is not possible: {case.address} is {case.state}")
        after = make_move(held, move)[-1].facts
        undone = rows[-1][1] if step in COUNTERS else None
        keep_case_step(case, step, after, note.strip(), at, by=by, undoes=undone)
        detail: dict[str, Any] = {"before": held[-1].facts.state, "after": after.state, "department": after.department}
        detail["due_on"] = after.due_on.isoformat() if after.due_on else ""
        append_audit(by, f"case.{step}", case.address, at, **detail)
        tell_case_step(case, step, note.strip(), at)
    return after.state


def _find_day(until: date | None, working_days: int | None) -> Deadline | None:
    if until is not None:
        return Deadline(until, is_working_day(until)[1])
    if working_days is None:
        return None
    if not 0 < working_days <= MOST_DAYS:
        raise CaseRefusedError("date", f"{working_days} working days are no deadline")
    return add_working_days(today_in_china(), working_days)


def _refuse(case: models.Case, step: str, department: str, rows: tuple[Any, ...], by: str) -> str:
    """What only the registry can tell of a step; "" where nothing speaks against it."""
    if step == "assign":
        found, known = find_department(department), {place.code: place for place in known_places()}
        if found is None or case.place_id not in {p.code for p in walk_up(found.place_id, known)}:
            return "department"
    if step == "close" and by == rows[-1][1].actor:
        return "own_answer"
    if step in ("reopen", "restore") and case_for(case.cause_kind, case.cause) is not None:
        return "open"
    return ""


def attach_case_file(key: int, data: bytes, name: str, *, by: str) -> int:
    """Keep a file that shows what was done. Returns its key.

    Raises:
        CaseRefusedError: If the case has ended, or the file is not taken.
    """
    kind, diagnostics = identify_evidence(data, name)
    if not kind:
        raise CaseRefusedError("file", diagnostics[0].message)
    at = read_clock()
    with one_transaction():
        case = _lock_open(key)
        file = keep_case_file(case, keep_document(data, name, at), name, at, by=by)
        append_audit(by, "case.file_attached", case.address, at, document=file.document_id, name=file.name)
    return int(file.pk)


def take_case_file_back(key: int, *, by: str) -> None:
    """Take a file off an open case; it stays in the registry.

    Raises:
        CaseRefusedError: If there is no such file, the case has ended, or the answer it supports was given.
    """
    file = find_case_file(key)
    if file is None:
        raise CaseRefusedError("unknown", f"there is no file {key}")
    at = read_clock()
    with one_transaction():
        case = _lock_open(file.case_id)
        if case.state == "answered":
            raise CaseRefusedError("state", "an answer rests on it: take the answer back first")
        withdraw_case_file(file, at)
        append_audit(by, "case.file_withdrawn", case.address, at, document=file.document_id)


def _lock(key: int) -> models.Case:
    case = lock_case(key)
    if case is None:
        raise CaseRefusedError("unknown", f"there is no case {key}")
    return case


def _lock_open(key: int) -> models.Case:
    case = _lock(key)
    if not case.is_open:
        raise CaseRefusedError("state", f"{case.address} has ended")
    return case
