"""Arrows over many things at once, each with the counter-step that takes the whole of it back.

In: keys of things, and what is done with all of them. Out: one audit row for each thing it was done with, and why it was
refused for the others, which stay as they were. Left out on purpose: who may; pages ask the policy for each thing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lantu.run.cases import CaseRefusedError, take_case_step
from lantu.run.checking import CheckRefusedError, decide_finding
from lantu.run.clock import read_clock
from lantu.run.departments import DepartmentRefusedError
from lantu.run.filing import FilingRefusedError, take_step
from lantu.run.tasks import TaskRefusedError
from lantu.store import models
from lantu.store.audit import append_audit
from lantu.store.fetch.checks import latest_finding
from lantu.store.fetch.departments import history_of
from lantu.store.fetch.tasks import find_task
from lantu.store.keep.departments import keep_owner
from lantu.store.keep.tasks import TaskTerms, keep_terms
from lantu.store.transactions import one_transaction

REFUSALS = (CaseRefusedError, FilingRefusedError, TaskRefusedError, DepartmentRefusedError)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of doing one thing to many.

    Attributes:
        keys: What it was done with.
        refused: What it was not done with, each with the code of the reason.
    """

    keys: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]


def assign_cases(keys: Iterable[str], department: str, working_days: int, *, by: str) -> Done:
    """Give cases to one department with one deadline."""
    return _do_each(
        keys,
        lambda key: take_case_step(int(key), "assign", department=department, working_days=working_days, by=by),
    )


def recall_cases(keys: Iterable[str], *, by: str) -> Done:
    """Take the assigning back, where nobody has done anything since."""
    return _do_each(keys, lambda key: take_case_step(int(key), "recall", by=by))


def accept_sheets(keys: Iterable[str], *, by: str) -> Done:
    """Accept returns that were reviewed; their figures count from then on."""
    return _do_each(keys, lambda key: take_step(int(key), "accept", by=by))


def unaccept_sheets(keys: Iterable[str], note: str, *, by: str) -> Done:
    """Take the accepting back; the figures no longer count."""
    return _do_each(keys, lambda key: take_step(int(key), "unaccept", note=note, by=by))


def mark_findings(keys: Iterable[str], verdict: str, reason: str = "", *, by: str) -> Done:
    """Take one decision about many findings; `withdrawn` takes the last one back."""

    def mark(key: str) -> None:
        row = latest_finding(key)
        if row is None:
            raise CheckRefusedError(f"there is no finding {key}")
        decide_finding(row.run_id, key, verdict, reason=reason, by=by)

    return _do_each(keys, mark)


def confirm_tasks(keys: Iterable[str], *, by: str) -> Done:
    """Confirm the department and days that were presumed."""
    return _do_each(keys, lambda key: _set_presumed(int(key), is_guessed=False, by=by))


def unconfirm_tasks(keys: Iterable[str], *, by: str) -> Done:
    """Presumed again, where nobody has changed them since."""
    return _do_each(keys, lambda key: _set_presumed(int(key), is_guessed=True, by=by))


def confirm_owners(keys: Iterable[str], *, by: str) -> Done:
    """Confirm the departments that were presumed to answer; a key is kind, place and thing, apart by a space."""
    return _do_each(keys, lambda key: _own_presumed(key, is_guessed=False, by=by))


def unconfirm_owners(keys: Iterable[str], *, by: str) -> Done:
    """Presumed again, where nobody has handed over since."""
    return _do_each(keys, lambda key: _own_presumed(key, is_guessed=True, by=by))


def split_owner(key: str) -> tuple[str, str, str]:
    """Kind, place and thing of an owner's key; empty where it is none."""
    kind, _, rest = key.partition(" ")
    place, _, thing = rest.partition(" ")
    return kind, place, thing


def _do_each(keys: Iterable[str], act: Callable[[str], object]) -> Done:
    done: list[str] = []
    refused: list[tuple[str, str]] = []
    with one_transaction():
        for key in dict.fromkeys(keys):
            try:
                with one_transaction():
                    act(key)
            except REFUSALS as error:
                refused.append((key, error.code))
            except CheckRefusedError:
                refused.append((key, "state"))
            else:
                done.append(key)
    return Done(tuple(done), tuple(refused))


def _set_presumed(key: int, *, is_guessed: bool, by: str) -> None:
    """The same terms once more, confirmed, or presumed again where the last thing done was to confirm them."""
    task, at = find_task(key), read_clock()
    rows = list(task.settings.order_by("-recorded_at", "-id")[:2]) if task is not None else []
    if task is None or not rows:
        raise TaskRefusedError("unknown", f"there is no task {key}")
    if is_guessed:
        if len(rows) < 2 or rows[0].is_guessed or not rows[1].is_guessed or _terms(rows[0]) != _terms(rows[1]):
            raise TaskRefusedError("state", f"{task.address} was changed since")
    elif not rows[0].is_guessed:
        raise TaskRefusedError("same", f"{task.address} is confirmed already")
    elif not rows[0].lead_id:
        raise TaskRefusedError("department", f"{task.address} has no department to confirm")
    keep_terms(task, _terms(rows[0]), at, by=by, is_guessed=is_guessed)
    append_audit(
        by, "task.unconfirmed" if is_guessed else "task.confirmed", task.address, at, lead=rows[0].lead_id or ""
    )


def _terms(row: models.TaskSetting) -> TaskTerms:
    return TaskTerms(row.lead_id or "", tuple(row.helpers), row.starts_on, row.due_on)


def _own_presumed(key: str, *, is_guessed: bool, by: str) -> None:
    """The same department once more, confirmed, or presumed again where the last thing done was to confirm it."""
    kind, place, thing = split_owner(key)
    rows, at = history_of(kind, thing, place)[:2], read_clock()
    if not rows:
        raise DepartmentRefusedError("unknown", f"nobody answers for {thing} in {place}")
    held = rows[0]
    if is_guessed:
        is_as_confirmed = len(rows) == 2 and rows[1].is_guessed and rows[1].department_id == held.department_id
        if held.is_guessed or not is_as_confirmed:
            raise DepartmentRefusedError("state", f"{thing} was handed over since")
    elif not held.is_guessed:
        raise DepartmentRefusedError("same", f"{thing} is confirmed already")
    keep_owner(kind, thing, place, held.department_id, held.from_on, at, by=by, post=held.post, is_guessed=is_guessed)
    what = "owner.unconfirmed" if is_guessed else "owner.confirmed"
    append_audit(by, what, thing, at, place=place, department=held.department_id)
