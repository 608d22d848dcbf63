"""Departments, and who answers for what on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from lantu.store import models

Thing = tuple[str, str, str]
"""Kind (indicator or target), code or address, place."""


def find_department(code: str) -> models.Department | None:
    """The department with this code."""
    return models.Department.objects.filter(pk=code).select_related("place").first()


def list_departments(on: date | None = None) -> list[models.Department]:
    """All departments, or those that stand on a day, by place and code."""
    rows = models.Department.objects.select_related("place", "parent")
    if on is not None:
        rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on))
        rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on))
    return list(rows.order_by("place_id", "code"))


def owners_on(day: date) -> dict[Thing, models.Ownership]:
    """Who answers for each thing on a day."""
    return _latest(models.Ownership.objects.filter(from_on__lte=day))


def owner_of(kind: str, thing: str, place_code: str, day: date) -> models.Ownership | None:
    """Who answers for one thing on a day."""
    rows = models.Ownership.objects.filter(kind=kind, thing=thing, place_id=place_code, from_on__lte=day)
    return _latest(rows).get((kind, thing, place_code))


def history_of(kind: str, thing: str, place_code: str) -> list[models.Ownership]:
    """All who answered or will answer for one thing, newest first; rows that were corrected stand with the others."""
    rows = models.Ownership.objects.filter(kind=kind, thing=thing, place_id=place_code).select_related("department")
    return list(rows.order_by("-from_on", "-recorded_at", "-id"))


def _latest(rows: QuerySet[models.Ownership]) -> dict[Thing, models.Ownership]:
    ordered = rows.select_related("department", "place").order_by("from_on", "recorded_at", "id")
    return {(row.kind, row.thing, row.place_id): row for row in ordered}
