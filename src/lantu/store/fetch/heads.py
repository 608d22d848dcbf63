"""Who heads departments on a day, as known at a moment."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth import get_user_model

from lantu.store import models

Post = tuple[str, str]
"""Code of a department, and head or leader."""


def find_account(name: str) -> Any:
    """The account of this name, or None."""
    return get_user_model().objects.filter(username=name).first()


def heads_on(day: date, at: datetime | None = None) -> dict[Post, models.Headship]:
    """Who holds each post on a day, by what was recorded by a moment (None for now); a post nobody holds is not there."""
    rows = models.Headship.objects.filter(from_on__lte=day)
    if at is not None:
        rows = rows.filter(recorded_at__lte=at)
    ordered = rows.select_related("account", "department").order_by("from_on", "recorded_at", "id")
    held = {(row.department_id, row.kind): row for row in ordered}
    return {post: row for post, row in held.items() if row.name}


def head_of(department: str, kind: str, day: date) -> models.Headship | None:
    """The row that holds for one post on a day; its name is blank where nobody heads it."""
    rows = models.Headship.objects.filter(department_id=department, kind=kind, from_on__lte=day)
    return rows.select_related("account").order_by("from_on", "recorded_at", "id").last()


def heads_of(department: str) -> list[models.Headship]:
    """All who ever held or will hold a post of a department, newest first."""
    rows = models.Headship.objects.filter(department_id=department).select_related("account")
    return list(rows.order_by("-from_on", "-recorded_at", "-id"))


def leaders_by_department(day: date) -> dict[str, frozenset[int]]:
    """By code of each department, keys of the accounts that hear of what it does late: its head, whoever answers for it in
    the place's leadership, and the head of the department above it."""
    found: dict[str, set[int]] = {}
    upper = dict(models.Department.objects.filter(parent__isnull=False).values_list("pk", "parent_id"))
    held = heads_on(day)
    for (code, _kind), row in held.items():
        if row.account_id is not None:
            found.setdefault(code, set()).add(row.account_id)
    for code, above in upper.items():
        head = held.get((above, "head"))
        if head is not None and head.account_id is not None:
            found.setdefault(code, set()).add(head.account_id)
    return {code: frozenset(keys) for code, keys in found.items()}
