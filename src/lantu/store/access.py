"""People, their assignments, and what the policy needs to know of places.

In: a user. Out: roles over places. Left out on purpose: deciding, which is the
policy's alone.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lantu.core.place import walk_up
from lantu.store import models
from lantu.store.known import known_places


class PasswordRefusedError(ValueError):
    """The password breaks a rule; the message says which."""


def is_public_read() -> bool:
    """Whether people who did not sign in may read the pages (LANTU_PUBLIC_READ)."""
    return bool(settings.LANTU_PUBLIC_READ)


def assignments_of(person: Any) -> tuple[tuple[str, str], ...]:
    """Pairs of role and place code that are in force for this person."""
    rows = models.Assignment.objects.filter(user=person, ended_at__isnull=True, user__is_active=True)
    return tuple(rows.values_list("role", "place_id"))


def places_above(place_code: str) -> set[str]:
    """The place's own code and those of all areas it lies in."""
    places = {place.code: place for place in known_places()}
    return {place.code for place in walk_up(place_code, places)}


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
    models.Assignment.objects.create(user=user, role=role, place_id=place_code, recorded_at=at)
    return True
