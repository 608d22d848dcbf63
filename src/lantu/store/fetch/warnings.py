"""Warnings, open and closed, and their steps."""

from collections import Counter
from collections.abc import Collection
from datetime import date

from lantu.core.warning import Level, OpenWarning
from lantu.store import models


def open_warnings() -> dict[tuple[str, str], OpenWarning]:
    """Open warnings as nouns, by cause and subject."""
    rows = models.WarningRow.objects.filter(is_open=True)
    return {
        (row.cause, row.subject): OpenWarning(row.cause, row.subject, Level(row.level), row.rule, row.since)
        for row in rows
    }


def list_warnings(*, is_open: bool | None = True) -> list[models.WarningRow]:
    """Warnings with their places and steps, the gravest first; open ones, closed ones, or all."""
    rows = models.WarningRow.objects.select_related("place").prefetch_related("steps")
    if is_open is not None:
        rows = rows.filter(is_open=is_open)
    order = {str(level): level.gravity for level in Level}
    return sorted(rows, key=lambda row: (not row.is_open, -order[row.level], row.since, row.pk))


def find_warning(key: int) -> models.WarningRow | None:
    """One warning with its steps."""
    return models.WarningRow.objects.select_related("place").prefetch_related("steps").filter(pk=key).first()


def count_open() -> dict[str, int]:
    """How many are open at each level."""
    return dict(Counter(models.WarningRow.objects.filter(is_open=True).values_list("level", flat=True)))


def standing_days(addresses: Collection[str] | None = None) -> dict[str, date]:
    """For each address of a target the day since which it has stood in the class it stands in.

    A target keeps its address through the versions of its plan, and so does its history.

    Args:
        addresses: Of these only; None for all.
    """
    rows = models.StandingRow.objects.order_by("recorded_at", "id").values_list("target__address", "klass", "as_of")
    if addresses is not None:
        rows = rows.filter(target__address__in=list(addresses))
    held: dict[str, tuple[str, date]] = {}
    for address, klass, day in rows:
        if address not in held or held[address][0] != klass:
            held[address] = (klass, day)
    return {address: day for address, (_, day) in held.items()}
