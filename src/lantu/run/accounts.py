"""Arrows that change accounts and roles.

In: a person's key, what is to change, and who asks. Out: rows and one audit row each. Left out on purpose: roles
from the sign-in service of the city, which `outer_sign_in` maps.
"""

from datetime import date
from typing import Any

from lantu.run.clock import read_clock, today_in_china
from lantu.run.policy import GRANTS, may, reach_of
from lantu.store.accounts import (
    end_role,
    find_person,
    find_person_named,
    find_role,
    keep_role,
    make_person,
    places_of,
    raise_epoch,
    set_active,
    set_email,
    set_password,
)
from lantu.store.audit import append_audit
from lantu.store.fetch.departments import find_department
from lantu.store.transactions import one_transaction


class AccountRefusedError(ValueError):
    """The change is not allowed; `code` says why.

    Attributes:
        code: taken, unknown, beyond, own, dates, department or password.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def add_person(name: str, password: str, *, by: str) -> int:
    """Make an account without a role; its password has to be changed when it is first used.

    Raises:
        AccountRefusedError: If the name is taken.
        PasswordRefusedError: If the password breaks a rule.
    """
    if find_person_named(name) is not None:
        raise AccountRefusedError("taken", f"there is an account {name} already")
    at = read_clock()
    with one_transaction():
        person = make_person(name, password, at)
        append_audit(by, "person.added", name, at)
    return int(person.pk)


def give_role(
    key: int,
    role: str,
    place_code: str,
    department: str = "",
    *,
    starts_on: date | None = None,
    ends_on: date | None = None,
    by: str,
) -> int:
    """Give an account a role over a place, for a department or for all.

    Raises:
        AccountRefusedError: If whoever asks may not manage that place, or the role makes no sense.
    """
    person = _find(key)
    if role not in GRANTS:
        raise AccountRefusedError("unknown", f"there is no role {role}")
    if not may(find_person_named(by), "manage", place_code):
        raise AccountRefusedError("beyond", f"{by} may not give roles over {place_code}")
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        raise AccountRefusedError("dates", "the role would end before it begins")
    if department and find_department(department) is None:
        raise AccountRefusedError("department", f"there is no department {department}")
    at = read_clock()
    with one_transaction():
        given = keep_role(person, role, place_code, department, starts_on, ends_on, at)
        append_audit(
            by, "role.given", person.get_username(), at, role=role, place=place_code, department=department,
            starts_on=starts_on and starts_on.isoformat(), ends_on=ends_on and ends_on.isoformat(),
        )  # fmt: skip
    return int(given.pk)


def take_role(assignment_key: int, *, by: str) -> None:
    """End a role now.

    Raises:
        AccountRefusedError: If whoever asks may not manage its place, or it is their own right to manage.
    """
    given = find_role(assignment_key)
    if given is None:
        raise AccountRefusedError("unknown", f"there is no role {assignment_key} in force")
    if not may(find_person_named(by), "manage", given.place_id):
        raise AccountRefusedError("beyond", f"{by} may not end roles over {given.place_id}")
    if given.user.get_username() == by and "manage" in GRANTS[given.role]:
        raise AccountRefusedError("own", "somebody else has to take this role from you")
    at = read_clock()
    with one_transaction():
        end_role(given, at)
        append_audit(by, "role.ended", given.user.get_username(), at, role=given.role, place=given.place_id)


def reset_password(key: int, password: str, *, by: str) -> None:
    """Give somebody else a first password again; a name that was locked is free at once.

    Raises:
        AccountRefusedError: If their roles reach beyond those of whoever asks.
        PasswordRefusedError: If the password breaks a rule.
    """
    person = require_managed(key, by)
    at = read_clock()
    with one_transaction():
        set_password(person, password, at, must_change=True)
        append_audit(by, "password.reset", person.get_username(), at)


def change_password(key: int, old: str, new: str, *, by: str) -> None:
    """Change one's own password; all other sessions end.

    Raises:
        AccountRefusedError: If the old password is wrong.
        PasswordRefusedError: If the new one breaks a rule.
    """
    person = _find(key)
    if not person.check_password(old):
        raise AccountRefusedError("password", "the password so far is another one")
    at = read_clock()
    with one_transaction():
        set_password(person, new, at, must_change=False)
        append_audit(by, "password.changed", person.get_username(), at)


def change_email(key: int, email: str, *, by: str) -> None:
    """Give an account another mail address: messages go there, and the sign-in service may find the account by it.

    Raises:
        AccountRefusedError: If its roles reach beyond those of whoever asks.
    """
    person = require_managed(key, by)
    at = read_clock()
    with one_transaction():
        set_email(person, email)
        append_audit(by, "person.email", person.get_username(), at)


def end_sessions(key: int, *, by: str) -> None:
    """Sign an account out everywhere; one's own always, others' within one's reach.

    Raises:
        AccountRefusedError: If their roles reach beyond those of whoever asks.
    """
    person = _find(key)
    if person.get_username() != by:
        person = require_managed(key, by)
    at = read_clock()
    with one_transaction():
        raise_epoch(person)
        append_audit(by, "sessions.ended", person.get_username(), at)


def open_or_close(key: int, is_active: bool, *, by: str) -> None:
    """Close an account, or open it again.

    Raises:
        AccountRefusedError: If it is one's own, or its roles reach beyond those of whoever asks.
    """
    person = require_managed(key, by)
    if person.get_username() == by:
        raise AccountRefusedError("own", "somebody else has to close your account")
    at = read_clock()
    with one_transaction():
        set_active(person, is_active)
        raise_epoch(person)
        append_audit(by, "person.opened" if is_active else "person.closed", person.get_username(), at)


def _find(key: int) -> Any:
    person = find_person(key)
    if person is None:
        raise AccountRefusedError("unknown", f"there is no account {key}")
    return person


def require_managed(key: int, by: str) -> Any:
    """The account, if all its roles lie within what `by` manages: else a district could take over the city's account."""
    person, reach = _find(key), reach_of(find_person_named(by), "manage")
    if not reach.covers() or not all(reach.covers(code) for code in places_of(person, today_in_china())):
        raise AccountRefusedError("beyond", f"{person.get_username()} has roles that {by} does not manage")
    return person
