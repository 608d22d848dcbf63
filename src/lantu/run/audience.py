"""Who is concerned by what: those whose roles let them act on it. One place decides it for messages and for 今日工作 alike.

In: a case, a sheet, a place with a department; reaches by action. Out: yes or no, or keys of accounts. Left out on purpose: whether
somebody wants to be told.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lantu.act.approval import EDITABLE
from lantu.act.cases import HANDLE, SUPERVISE, WAITING_FOR_DEPARTMENT
from lantu.act.escalation import (
    CASE_AUDIENCES,
    HEARD_BY_HEADS,
    SHEET_AUDIENCES,
    SHEET_SOON_DAYS,
    SOON_DAYS,
    Lateness,
    find_lateness,
)
from lantu.run.policy import Reach, reaches_of_all
from lantu.store import models

ReachFor = Callable[[str], Reach]
Things = models.Case | models.ReturnSheet
ACCEPT = "accept_return"


@dataclass(frozen=True, slots=True)
class Hearing:
    """How late something is, and the actions of those who hear of it; none where it is not late and not due soon."""

    lateness: Lateness
    actions: tuple[str, ...]


def find_hearing(thing: Things, today: date) -> Hearing | None:
    """How late a case or a sheet is and who hears of it; None where nobody has to do anything."""
    if isinstance(thing, models.Case):
        is_waiting, audiences, soon = thing.state in WAITING_FOR_DEPARTMENT, CASE_AUDIENCES, SOON_DAYS
    else:
        is_waiting, audiences, soon = thing.state in EDITABLE, SHEET_AUDIENCES, SHEET_SOON_DAYS
    if not is_waiting or thing.due_on is None:
        return None
    lateness = find_lateness(thing.due_on, today, soon=soon)
    return Hearing(lateness, audiences.get(lateness.name, ()))


def is_escalated_to(reach_for: ReachFor, thing: Things, today: date, led: Collection[str] = ()) -> bool:
    """Whether something late has come up to somebody who does not do it themselves.

    Args:
        reach_for: What they may do, by action.
        thing: The case or the sheet.
        today: The day.
        led: Codes of the departments whose lateness they hear of as a head.
    """
    hearing = find_hearing(thing, today)
    if hearing is None or hearing.lateness.level == 0:
        return False
    if hearing.lateness.name in HEARD_BY_HEADS and thing.department_id in led:
        return True
    return any(covers_thing(reach_for(action), thing, action) for action in hearing.actions[1:])


def covers_thing(reach: Reach, thing: Things, action: str) -> bool:
    """Whether a reach holds for a case or a sheet."""
    return covers_case(reach, thing, action) if isinstance(thing, models.Case) else covers_sheet(reach, thing, action)


def covers_case(reach: Reach, case: models.Case, action: str = "") -> bool:
    """Whether a reach holds for a case: handling is its department's, supervising its place's, seeing both."""
    own, department = case.department, case.department_id or ""
    is_by_department = own is not None and reach.covers(own.place_id, department)
    if action == HANDLE:
        return is_by_department
    if action == SUPERVISE:
        return reach.covers(case.place_id)
    return is_by_department or reach.covers(case.place_id, department)


def covers_sheet(reach: Reach, sheet: models.ReturnSheet, action: str) -> bool:
    """Whether a reach holds for a sheet: accepting and supervising are those of the place that accepts it."""
    if action in (ACCEPT, SUPERVISE):
        return reach.covers(sheet.accepting_place_id)
    return reach.covers(sheet.place_id, sheet.department_id)


def find_audience(
    thing: Things, actions: Iterable[str], reaches: Mapping[str, Mapping[int, Reach]] | None = None
) -> set[int]:
    """Keys of the accounts that may take one of the actions with a case or a sheet.

    Args:
        thing: The case or the sheet.
        actions: Names.
        reaches: By action, asked of the policy once for many things; else it is asked here.
    """
    wanted = tuple(actions)
    known = reaches_of_all(wanted) if reaches is None else reaches
    return {
        person for action in wanted for person, reach in known[action].items() if covers_thing(reach, thing, action)
    }


def find_leaders(lateness: Lateness, department: str | None, leaders: Mapping[str, frozenset[int]]) -> frozenset[int]:
    """Keys of the accounts that hear of something late as heads, of all heads by department."""
    return leaders.get(department or "", frozenset()) if lateness.name in HEARD_BY_HEADS else frozenset()


def find_people(action: str, place_code: str, department: str = "") -> set[int]:
    """Keys of the accounts that may do something over a place, and there for a department or for all."""
    by_person = reaches_of_all([action])[action]
    return {person for person, reach in by_person.items() if reach.covers(place_code, department)}
