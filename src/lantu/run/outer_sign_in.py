"""The arrow from checked claims of the city's sign-in service to an account.

In: claims. Out: the account, linked to the service's subject for good, with the roles of its groups. The first time, an account is
found only in the ways a setting names, and never one that is linked already. Left out on purpose: rights beyond the
mapping of groups; who has none is told whom to ask.
"""

from collections.abc import Mapping
from typing import Any

from lantu.run.clock import read_clock, today_in_china
from lantu.run.oidc import OuterSignInError
from lantu.run.policy import GRANTS
from lantu.store.accounts import (
    end_role,
    find_outer,
    find_people_by_email,
    find_person_named,
    group_roles,
    has_outer,
    keep_group_role,
    keep_outer,
    make_outer_person,
    note_attempt,
    raise_epoch,
    was_outer,
)
from lantu.store.audit import append_audit
from lantu.store.known import known_places
from lantu.store.outer_settings import OuterService
from lantu.store.transactions import one_transaction


def sign_in_outer(service: OuterService, claims: Mapping[str, Any]) -> Any:
    """The account of whom the service sent, with its roles as its groups say now.

    Raises:
        OuterSignInError: If there is none, or it is closed.
    """
    at, subject = read_clock(), str(claims["sub"])
    with one_transaction():
        person = find_outer(service.issuer, subject)
        if person is None:
            person = _find_first(service, claims)
            keep_outer(person, service.issuer, subject, at)
            append_audit("sign-in service", "person.linked", person.get_username(), at, outer=subject)
        if not person.is_active:
            raise OuterSignInError("closed", f"the account {person.get_username()} is closed")
        _follow_groups(service, person, claims)
        note_attempt(person.get_username(), True, at)
        append_audit(person.get_username(), "person.signed_in", person.get_username(), at, by=service.issuer)
    return person


def sign_out_outer(service: OuterService, claims: Mapping[str, Any]) -> bool:
    """End all sessions of whom the service signed out. Returns whether it means an account here by that subject."""
    subject, at = str(claims["sub"]), read_clock()
    with one_transaction():
        person = find_outer(service.issuer, subject)
        if person is None:
            return False
        raise_epoch(person)
        append_audit("sign-in service", "sessions.ended", person.get_username(), at, outer=subject)
    return True


def _find_first(service: OuterService, claims: Mapping[str, Any]) -> Any:
    """The account of somebody who was never sent before, in the ways the setting names."""
    name, email = str(claims.get(service.username_claim) or ""), str(claims.get("email") or "")
    # Only the service's word that the address is theirs counts: anybody can type an address.
    verified = email if claims.get("email_verified") is True else ""
    found: Any = None
    if "email" in service.first and verified:
        people = find_people_by_email(verified)
        if len(people) > 1:
            raise OuterSignInError("twice", "several accounts have this address")
        found = people[0] if people else None
    if found is None and "username" in service.first and name:
        found = find_person_named(name)
    if found is not None:
        if has_outer(found, service.issuer):
            raise OuterSignInError("taken", f"the account {found.get_username()} belongs to another subject")
        if was_outer(found, service.issuer, str(claims["sub"])):
            raise OuterSignInError("taken", f"an administrator unlinked {found.get_username()} from this subject")
        return found
    if "create" in service.first and name and len(name) <= 150:
        if find_person_named(name) is not None:
            raise OuterSignInError("taken", f"there is an account {name}, and no setting says that it is theirs")
        at, person = read_clock(), make_outer_person(name, verified)
        append_audit("sign-in service", "person.added", name, at, outer=str(claims["sub"]))
        return person
    raise OuterSignInError("nobody", "no account belongs to this subject")


def _follow_groups(service: OuterService, person: Any, claims: Mapping[str, Any]) -> None:
    """Roles of groups come and go with the groups; roles that people gave stay as they are."""
    if not service.roles:
        return
    said = claims.get(service.groups_claim)
    groups = (
        [said] if isinstance(said, str) else [g for g in said if isinstance(g, str)] if isinstance(said, list) else []
    )
    places = {place.code for place in known_places()}
    wanted = {
        role for group in groups for role in service.roles.get(group, ()) if role[0] in GRANTS and role[1] in places
    }
    at, name = read_clock(), person.get_username()
    held = {(row.role, row.place_id, row.department): row for row in group_roles(person)}
    for key in held.keys() - wanted:
        end_role(held[key], at)
        append_audit("sign-in service", "role.ended", name, at, role=key[0], place=key[1], department=key[2])
    for role, place, department in sorted(wanted - held.keys()):
        keep_group_role(person, role, place, department, at)
        append_audit("sign-in service", "role.given", name, at, role=role, place=place, department=department,
                     day=today_in_china().isoformat())  # fmt: skip
