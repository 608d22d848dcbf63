"""Arrows of the register of departments and of who answers for what.

In: facts of a department; a thing, a department and a day. Out: rows and one audit row each. A hand-over leaves the
owner before in force until its day, and both stay in the register. Left out on purpose: who may; pages ask the policy.
"""

import json
from collections.abc import Iterable
from datetime import date

from lantu.run.clock import read_clock, today_in_china
from lantu.store.audit import append_audit
from lantu.store.fetch.departments import find_department, list_departments, owner_of, owners_on
from lantu.store.keep.departments import DepartmentFacts, end_department, keep_department, keep_owner
from lantu.store.known import known_definitions, known_places
from lantu.store.transactions import one_transaction

OWNED_KINDS = ("indicator", "target")


class DepartmentRefusedError(ValueError):
    """The change makes no sense; `code` says why.

    Attributes:
        code: taken, unknown, place, parent, dates, same or reason.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_departments(text: str) -> list[DepartmentFacts]:
    """Departments from JSON: {"departments": [{code, name, place, name_en, parent, from}]}.

    Raises:
        KeyError: If one has no code, name or place.
    """
    return [
        DepartmentFacts(
            row["code"],
            row["name"],
            row["place"],
            row.get("name_en", ""),
            row.get("parent", ""),
            date.fromisoformat(row["from"]) if row.get("from") else None,
        )
        for row in json.loads(text)["departments"]
    ]


def record_departments(departments: Iterable[DepartmentFacts], *, by: str) -> int:
    """Add those that are not known yet. Returns how many."""
    at = read_clock()
    with one_transaction():
        added = sum(keep_department(facts, at) for facts in departments)
        append_audit(by, "departments.recorded", "departments", at, added=added)
    return added


def add_department(facts: DepartmentFacts, *, by: str) -> None:
    """Add one department.

    Raises:
        DepartmentRefusedError: If its code is taken, or its place or parent is not known.
    """
    if find_department(facts.code) is not None:
        raise DepartmentRefusedError("taken", f"the code {facts.code} is taken")
    if facts.place_code not in {place.code for place in known_places()}:
        raise DepartmentRefusedError("place", f"there is no place {facts.place_code}")
    if facts.parent and find_department(facts.parent) is None:
        raise DepartmentRefusedError("parent", f"there is no department {facts.parent}")
    at = read_clock()
    with one_transaction():
        keep_department(facts, at)
        append_audit(by, "department.added", facts.code, at, name=facts.name, place=facts.place_code)


def close_department(code: str, last_day: date, *, by: str) -> int:
    """Say which day is a department's last. Returns for how many things it still answers after that day.

    Raises:
        DepartmentRefusedError: If it is not known, or would end before it began.
    """
    department = find_department(code)
    if department is None:
        raise DepartmentRefusedError("unknown", f"there is no department {code}")
    if department.valid_from is not None and last_day < department.valid_from:
        raise DepartmentRefusedError("dates", "it would end before it began")
    at = read_clock()
    with one_transaction():
        end_department(department, last_day)
        append_audit(by, "department.closed", code, at, last_day=last_day.isoformat())
    return sum(owner.department_id == code for owner in owners_on(max(last_day, today_in_china())).values())


def hand_over(
    kind: str,
    thing: str,
    place_code: str,
    department: str,
    from_on: date,
    *,
    post: str = "",
    reason: str = "",
    by: str,
) -> int:
    """Say which department answers for a thing from a day on, or confirm the one that was guessed.

    Returns:
        Key of the row.

    Raises:
        DepartmentRefusedError: If the department does not stand on that day, or it says what is in force already.
    """
    found = find_department(department)
    if kind not in OWNED_KINDS or found is None:
        raise DepartmentRefusedError("unknown", f"there is no department {department}, or nothing of kind {kind}")
    if (found.valid_from and from_on < found.valid_from) or (found.valid_to and from_on > found.valid_to):
        raise DepartmentRefusedError("dates", f"{found.name} does not stand on {from_on}")
    before = owner_of(kind, thing, place_code, from_on)
    if before and not before.is_guessed and (before.department_id, before.post) == (department, post):
        raise DepartmentRefusedError("same", f"{found.name} answers for it already")
    if before and before.department_id != department and not reason.strip():
        raise DepartmentRefusedError("reason", "a hand-over needs a reason")
    at = read_clock()
    with one_transaction():
        row = keep_owner(kind, thing, place_code, department, from_on, at, by=by, post=post, reason=reason)
        append_audit(
            by, "owner.set", thing, at, place=place_code, department=department, post=post,
            from_on=from_on.isoformat(), before=before.department_id if before else "",
        )  # fmt: skip
    return int(row.pk)


def record_guesses(place_code: str, *, by: str) -> int:
    """Take the owners that definitions name for guesses, where a department of the place has that name.

    Returns:
        How many indicators have an owner now that had none.
    """
    today, at = today_in_china(), read_clock()
    by_name = {d.name: d.code for d in list_departments(today) if d.place_id == place_code}
    owned = {thing for kind, thing, place in owners_on(today) if kind == "indicator" and place == place_code}
    open_ones = [d for d in known_definitions() if d.owner in by_name and d.code not in owned]
    with one_transaction():
        for d in open_ones:
            keep_owner(
                "indicator", d.code, place_code, by_name[d.owner], today, at, by=by, is_guessed=d.is_owner_guessed
            )
        append_audit(by, "owners.guessed", place_code, at, added=len(open_ones))
    return len(open_ones)
