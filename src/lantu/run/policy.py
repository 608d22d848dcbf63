"""Who may do what: the one place that decides, for pages, interfaces and exports.

In: a person or nobody, an action, a place, a department. Out: yes or no. Whatever is not
granted here is refused. Left out on purpose: how people sign in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from lantu.run.clock import today_in_china
from lantu.store.access import (
    all_assignments,
    assignments_of,
    is_public_read,
    parents_of_departments,
    parents_of_places,
)

GRANTS: dict[str, frozenset[str]] = {
    "viewer": frozenset({"read"}),
    "reporter": frozenset(
        {"read", "see_sheet", "see_case", "handle_case", "report_task", "fill_return", "object_score"}
    ),
    "reviewer": frozenset({"read", "see_sheet", "see_case", "review_return", "object_score"}),
    "planner": frozenset(
        {
            "read",
            "see_sheet",
            "see_case",
            "make_report",
            "verify_report",
            "upload_plan",
            "check_plan",
            "upload_return",
            "plan_work",
            "accept_return",
        }
    ),
    "supervisor": frozenset({"read", "see_sheet", "see_case", "supervise", "make_report", "verify_report"}),
    "auditor": frozenset({"read", "see_sheet", "see_case", "read_audit", "verify_report"}),
    "administrator": frozenset(
        {
            "read",
            "see_sheet",
            "see_case",
            "make_report",
            "verify_report",
            "read_audit",
            "upload_plan",
            "check_plan",
            "upload_return",
            "plan_work",
            "manage",
            "approve_adjustment",
        }
    ),
}
"""Actions of each role, over the place it is given for and all that lies in it."""

ACTIONS = frozenset().union(*GRANTS.values())
OPEN_ACTIONS = frozenset({"open"})
"""Actions of pages anybody may see: signing in, health, the language switch."""
OWN_ACTIONS = frozenset({"own"})
"""Actions of everybody who signed in, whatever their roles: their own account and their own day."""
DEPARTMENT_ACTIONS = frozenset(
    {"read", "see_sheet", "see_case", "handle_case", "report_task", "fill_return", "review_return", "object_score"}
)
"""What a role given for one department only allows: a plan or an account is nobody's department's."""

Role = tuple[str, str, str]
"""Role, place, department ("" for all)."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Over which places and departments somebody may do one thing.

    Attributes:
        is_everywhere: Whether there is no limit at all.
        granted: Place and department ("" for all) of each role that allows it.
        places: The code of the place above each place.
        departments: The code of the department above each department.
    """

    is_everywhere: bool
    granted: tuple[tuple[str, str], ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    departments: Mapping[str, str] = field(default_factory=dict)

    def covers(self, place_code: str | None = None, department: str | None = None) -> bool:
        """Whether it holds for a place and a department; None asks for any."""
        if self.is_everywhere or place_code is None:
            return self.is_everywhere or bool(self.granted)
        above = set(_walk_up(place_code, self.places))
        limits = {limit for place, limit in self.granted if place in above}
        if department is None or "" in limits:
            return bool(limits)
        return bool(limits & set(_walk_up(department, self.departments)))

    def areas(self) -> tuple[tuple[frozenset[str], frozenset[str] | None], ...]:
        """Places and departments (None for all) of each role that allows it: what it covers lies in one of these.

        For a database, that is to find what may be seen and not to be asked for everything; ask only where `is_everywhere` is not.
        """
        return tuple(
            (_below(place, self.places), _below(department, self.departments) if department else None)
            for place, department in self.granted
        )


def may(person: Any, action: str, place_code: str | None = None, department: str | None = None) -> bool:
    """Whether this person may do this, for this place and department.

    Args:
        person: A signed-in user, or None or an anonymous one.
        action: One of ACTIONS, OWN_ACTIONS or OPEN_ACTIONS.
        place_code: The place acted on; None asks whether there is any place at all.
        department: Code of the department acted on; None asks whether there is any.

    Raises:
        ValueError: If the action is none we know: a mistake in a page, not a refusal.
    """
    return reach_of(person, action).covers(place_code, department)


def reach_of(person: Any, action: str) -> Reach:
    """Over which places and departments this person may do this; ask once for a list of things.

    Raises:
        ValueError: If the action is none we know.
    """
    return Asker(person).reach(action)


class Asker:
    """Somebody of whom several actions are asked, as one page does; roles and places are read once for all of them."""

    def __init__(self, person: Any) -> None:
        self.person = person

    def reach(self, action: str) -> Reach:
        """What `reach_of` says.

        Raises:
            ValueError: If the action is none we know.
        """
        if action in OPEN_ACTIONS:
            return Reach(is_everywhere=True)
        if action not in ACTIONS | OWN_ACTIONS:
            raise ValueError(f"unknown action {action!r}")
        if action == "read" and is_public_read():
            return Reach(is_everywhere=True)
        if self.person is None or not getattr(self.person, "is_authenticated", False):
            return Reach(is_everywhere=False)
        if action in OWN_ACTIONS:
            return Reach(is_everywhere=True)
        granted = _grant(action, self._roles)
        if not granted:
            return Reach(is_everywhere=False)
        return Reach(False, granted, self._places, self._departments if any(d for _, d in granted) else {})

    @cached_property
    def _roles(self) -> tuple[Role, ...]:
        return assignments_of(self.person, today_in_china())

    @cached_property
    def _places(self) -> dict[str, str]:
        return parents_of_places()

    @cached_property
    def _departments(self) -> dict[str, str]:
        return parents_of_departments()


def reaches_of_all(actions: Iterable[str]) -> dict[str, dict[int, Reach]]:
    """For each action, the reach of everybody with an open account whose roles allow it, by key of the account."""
    roles: dict[int, list[Role]] = defaultdict(list)
    for person, *role in all_assignments(today_in_china()):
        roles[person].append((role[0], role[1], role[2]))
    places, departments = parents_of_places(), parents_of_departments()
    return {
        action: {
            person: Reach(False, granted, places, departments)
            for person, held in roles.items()
            if (granted := _grant(action, held))
        }
        for action in actions
    }


def _grant(action: str, roles: Iterable[Role]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (place, "" if action == "read" else department)
        for role, place, department in roles
        if action in GRANTS.get(role, frozenset()) and (not department or action in DEPARTMENT_ACTIONS)
    )


def _walk_up(code: str, parents: Mapping[str, str]) -> Iterator[str]:
    """The code, then those above it; nothing for a place that is not known."""
    seen: set[str] = set()
    while code in parents and code not in seen:
        seen.add(code)
        yield code
        code = parents[code]


def _below(code: str, parents: Mapping[str, str]) -> frozenset[str]:
    """The codes of an area and of all that lie in it."""
    return frozenset(one for one in parents if code in _walk_up(one, parents))
