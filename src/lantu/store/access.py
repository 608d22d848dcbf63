"""People, their assignments, and what the policy needs to know of places.

In: a user. Out: roles over places. Left out on purpose: deciding, which is the
policy's alone.
"""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import Q

from lantu.store import models
from lantu.store.prepared import prepared


class PasswordRefusedError(ValueError):
    """The password breaks a rule; the message says which."""


def is_public_read() -> bool:
    """Whether people who did not sign in may read the pages (LANTU_PUBLIC_READ)."""
    return bool(settings.LANTU_PUBLIC_READ)


def assignments_of(person: Any, on: date) -> tuple[tuple[str, str, str], ...]:
    """Role, place code and department code ("" for all) of each role this person has on a day."""
    return tuple(_assignments(person.pk, on))


@prepared
def _assignments(person: int, on: date) -> Any:
    rows = models.Assignment.objects.filter(in_force(on), user=person, user__is_active=True)
    return rows.values_list("role", "place_id", "department")


def all_assignments(on: date) -> tuple[tuple[int, str, str, str], ...]:
    """Key of the account, role, place and department of each role that somebody with an open account has on a day."""
    rows = models.Assignment.objects.filter(in_force(on), user__is_active=True)
    return tuple(rows.values_list("user_id", "role", "place_id", "department"))


def in_force(on: date) -> Q:
    """The condition that a role holds on a day."""
    has_begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
    is_not_over = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    return Q(ended_at__isnull=True) & has_begun & is_not_over


def parents_of_places() -> dict[str, str]:
    """The code of the area each place lies in, "" for the topmost."""
    return {code: parent or "" for code, parent in _places()}


@prepared
def _places() -> Any:
    return models.Place.objects.order_by().values_list("code", "parent_id")


def parents_of_departments() -> dict[str, str]:
    """The code of the department each department belongs to, "" for those that belong to none."""
    return {code: parent or "" for code, parent in _departments()}


@prepared
def _departments() -> Any:
    return models.Department.objects.order_by().values_list("code", "parent_id")


def keep_person(name: str, password: str, role: str, place_code: str, at: datetime) -> bool:
    """Make an account with one role, unless there is one of that name.

    Returns:
        Whether the account is new.

    Raises:
        PasswordRefusedError: If the password breaks a rule.
    """
    accounts: Any = get_user_model().objects
    if accounts.filter(username=name).exists():
        return False
    try:
        validate_password(password)
    except ValidationError as error:
        raise PasswordRefusedError(" ".join(error.messages)) from error
    user = accounts.create_user(name, password=password)
    models.Account.objects.create(user=user, password_set_at=at)
    models.Assignment.objects.create(user=user, role=role, place_id=place_code, recorded_at=at)
    return True
