"""Keep departments and who answers for what; an owner is never overwritten, the next one follows."""

from dataclasses import dataclass
from datetime import date, datetime

from lantu.store import models


@dataclass(frozen=True, slots=True)
class DepartmentFacts:
    """What somebody says of a department.

    Attributes:
        code: Unique in the instance.
        name: Official name.
        place_code: Whose department it is.
        name_en: English name, or "".
        parent: Code of the department it belongs to, or "".
        valid_from: First day it stands, or None.
    """

    code: str
    name: str
    place_code: str
    name_en: str = ""
    parent: str = ""
    valid_from: date | None = None


def keep_department(facts: DepartmentFacts, at: datetime) -> bool:
    """Add a department that is not known yet. Returns whether it was new."""
    _, is_new = models.Department.objects.get_or_create(
        pk=facts.code,
        defaults={
            "name": facts.name,
            "name_en": facts.name_en,
            "place_id": facts.place_code,
            "parent_id": facts.parent or None,
            "valid_from": facts.valid_from,
            "recorded_at": at,
        },
    )
    return is_new


def end_department(department: models.Department, last_day: date) -> None:
    """Say which day is the last it stands."""
    department.valid_to = last_day
    department.save(update_fields=["valid_to"])


def keep_owner(
    kind: str,
    thing: str,
    place_code: str,
    department: str,
    from_on: date,
    at: datetime,
    *,
    by: str,
    post: str = "",
    reason: str = "",
    is_guessed: bool = False,
) -> models.Ownership:
    """Say who answers for a thing from a day on."""
    return models.Ownership.objects.create(
        kind=kind,
        thing=thing,
        place_id=place_code,
        department_id=department,
        post=post,
        is_guessed=is_guessed,
        from_on=from_on,
        reason=reason,
        actor=by,
        recorded_at=at,
    )
