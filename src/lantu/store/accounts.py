"""Accounts: passwords, roles with dates, sessions, attempts to sign in.

In: names, and what is to change. Out: rows; PasswordRefusedError where a rule is broken. Left out on purpose: who
may do it, and when: arrows say both.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import F, Max, Q

from lantu.store import models
from lantu.store.access import PasswordRefusedError, in_force


@dataclass(frozen=True, slots=True)
class SessionRules:
    """How long a session holds, and when a name is locked.

    Attributes:
        idle: After so long without a request a session ends.
        lock_after: So many wrong passwords in a row lock a name.
        lock_for: For so long, counted from the last of them.
    """

    idle: timedelta
    lock_after: int
    lock_for: timedelta


def session_rules() -> SessionRules:
    """The settings in force."""
    return SessionRules(
        timedelta(minutes=settings.LANTU_IDLE_MINUTES),
        settings.LANTU_LOCK_AFTER,
        timedelta(minutes=settings.LANTU_LOCK_MINUTES),
    )


def find_person(key: int) -> Any:
    """The account with this key, or None."""
    return get_user_model().objects.filter(pk=key).first()


def find_person_named(name: str) -> Any:
    """The account of this name, or None."""
    return get_user_model().objects.filter(username=name).first()


def account_of(person: Any) -> models.Account:
    """What is known of an account beside its name and password; made where it is missing."""
    account, _ = models.Account.objects.get_or_create(user=person)
    return account


def make_person(name: str, password: str, at: datetime) -> Any:
    """A new account without a role, whose password has to be changed at once.

    Raises:
        PasswordRefusedError: If the password breaks a rule.
    """
    person = get_user_model()(username=name)
    _check_password(password, person)
    person.set_password(password)
    person.save()
    models.Account.objects.create(user=person, password_set_at=at, must_change_password=True)
    return person


def make_outer_person(name: str, email: str) -> Any:
    """A new account without a role and without a password: only the sign-in service lets it in."""
    person = get_user_model()(username=name, email=email)
    person.set_unusable_password()
    person.save()
    models.Account.objects.create(user=person)
    return person


def find_people_by_email(email: str) -> list[Any]:
    """All accounts with this address, in whatever case."""
    return list(get_user_model().objects.filter(email__iexact=email).order_by("pk")) if email else []


def set_email(person: Any, email: str) -> None:
    """Give an account another mail address."""
    person.email = email
    person.save(update_fields=["email"])


def find_outer(issuer: str, subject: str) -> Any:
    """The account that the sign-in service means by a subject, or None."""
    row = (
        models.OuterIdentity.objects.filter(issuer=issuer, subject=subject, ended_at__isnull=True)
        .select_related("user")
        .first()
    )
    return row.user if row else None


def has_outer(person: Any, issuer: str) -> bool:
    """Whether the sign-in service means an account by some subject already."""
    return models.OuterIdentity.objects.filter(user=person, issuer=issuer, ended_at__isnull=True).exists()


def was_outer(person: Any, issuer: str, subject: str) -> bool:
    """Whether an administrator took this very subject from the account."""
    rows = models.OuterIdentity.objects.filter(user=person, issuer=issuer, subject=subject)
    return bool(rows.filter(ended_at__isnull=False).exists())


def outer_of(person: Any) -> list[models.OuterIdentity]:
    """All subjects that ever meant an account, newest first."""
    return list(models.OuterIdentity.objects.filter(user=person).order_by("-recorded_at", "-pk"))


def find_identity(key: int) -> models.OuterIdentity | None:
    """One link of an account with a subject."""
    return models.OuterIdentity.objects.filter(pk=key).select_related("user").first()


def end_outer(identity: models.OuterIdentity, at: datetime) -> None:
    """From now on the subject no longer means the account."""
    identity.ended_at = at
    identity.save(update_fields=["ended_at"])


def keep_outer(person: Any, issuer: str, subject: str, at: datetime) -> None:
    """From now on the sign-in service means this account by that subject."""
    models.OuterIdentity.objects.create(user=person, issuer=issuer, subject=subject, recorded_at=at)


def group_roles(person: Any) -> list[models.Assignment]:
    """Roles in force that groups of the sign-in service gave."""
    return list(models.Assignment.objects.filter(user=person, source="group", ended_at__isnull=True))


def keep_group_role(person: Any, role: str, place_code: str, department: str, at: datetime) -> models.Assignment:
    """Give an account the role of one of its groups."""
    return models.Assignment.objects.create(
        user=person, role=role, place_id=place_code, department=department, source="group", recorded_at=at
    )


def set_password(person: Any, password: str, at: datetime, *, must_change: bool) -> None:
    """Give an account another password; all its sessions end.

    Raises:
        PasswordRefusedError: If the password breaks a rule.
    """
    _check_password(password, person)
    person.set_password(password)
    person.save(update_fields=["password"])
    account = account_of(person)
    account.password_set_at, account.must_change_password = at, must_change
    account.epoch += 1
    account.save()


def raise_epoch(person: Any) -> None:
    """End all sessions of an account."""
    account_of(person)
    models.Account.objects.filter(user=person).update(epoch=F("epoch") + 1)


def set_active(person: Any, is_active: bool) -> None:
    """Open or close an account; a closed one stays, and so does all it did."""
    person.is_active = is_active
    person.save(update_fields=["is_active"])


def keep_role(
    person: Any,
    role: str,
    place_code: str,
    department: str,
    starts_on: date | None,
    ends_on: date | None,
    at: datetime,
) -> models.Assignment:
    """Give an account a role."""
    return models.Assignment.objects.create(
        user=person,
        role=role,
        place_id=place_code,
        department=department,
        starts_on=starts_on,
        ends_on=ends_on,
        recorded_at=at,
    )


def end_role(assignment: models.Assignment, at: datetime) -> None:
    """Take a role away; the row stays and says from when to when it held."""
    assignment.ended_at = at
    assignment.save(update_fields=["ended_at"])


def find_role(key: int) -> models.Assignment | None:
    """A role that was given and not taken away."""
    return models.Assignment.objects.filter(pk=key, ended_at__isnull=True).select_related("user", "place").first()


def roles_of(person: Any) -> list[models.Assignment]:
    """All roles an account has or had, newest first."""
    return list(models.Assignment.objects.filter(user=person).select_related("place").order_by("-recorded_at", "-id"))


def places_of(person: Any, on: date) -> set[str]:
    """Codes of the places an account has a role for on a day."""
    return set(models.Assignment.objects.filter(in_force(on), user=person).values_list("place_id", flat=True))


def list_people() -> list[Any]:
    """All accounts by name, each with its roles."""
    return list(get_user_model().objects.order_by("username").prefetch_related("assignments__place"))


def note_attempt(name: str, has_succeeded: bool, at: datetime) -> None:
    """Keep an attempt to sign in."""
    models.SignInAttempt.objects.create(name=name[:150], has_succeeded=has_succeeded, recorded_at=at)


def recent_failures(name: str, rules: SessionRules, at: datetime) -> tuple[int, datetime | None]:
    """Wrong passwords under a name since the last right or new one, within the time of a lock; and when the last was."""
    rows = models.SignInAttempt.objects.filter(name=name[:150], recorded_at__gt=at - rules.lock_for)
    last_good = rows.filter(has_succeeded=True).aggregate(at=Max("recorded_at"))["at"]
    reset = models.Account.objects.filter(user__username=name).values_list("password_set_at", flat=True).first()
    bad = rows.filter(has_succeeded=False)
    for moment in (last_good, reset):
        if moment is not None:
            bad = bad.filter(Q(recorded_at__gt=moment))
    return bad.count(), bad.aggregate(at=Max("recorded_at"))["at"]


def _check_password(password: str, person: Any) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise PasswordRefusedError(" ".join(error.messages)) from error
