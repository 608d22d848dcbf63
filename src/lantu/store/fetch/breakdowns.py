"""Parts of targets in force, and the themes they are filed under."""

from collections.abc import Iterable
from datetime import datetime

from lantu.store import models

Parts = dict[tuple[str, str], dict[str, models.TargetPart]]
"""Address of the target and kind of part → share → row."""


def parts_of(addresses: Iterable[str]) -> Parts:
    """The parts in force of these targets."""
    rows = models.TargetPart.objects.filter(target_address__in=list(addresses)).order_by("recorded_at", "id")
    latest = {(row.target_address, row.kind, row.share): row for row in rows}
    parts: Parts = {}
    for (address, kind, share), row in latest.items():
        if row.amount is not None:
            parts.setdefault((address, kind), {})[share] = row
    return parts


def part_history(address: str) -> list[models.TargetPart]:
    """All that was ever stated of a target's parts, newest first."""
    return list(models.TargetPart.objects.filter(target_address=address).order_by("-recorded_at", "-id"))


def themes_of(addresses: Iterable[str]) -> dict[str, list[str]]:
    """The themes of these targets."""
    rows = models.TargetTheme.objects.filter(target_address__in=list(addresses), ended_at__isnull=True)
    themes: dict[str, list[str]] = {}
    for row in rows.order_by("theme"):
        themes.setdefault(row.target_address, []).append(row.theme)
    return themes


def find_target(key: int) -> models.PlanTarget | None:
    """One target with its plan and place."""
    rows = models.PlanTarget.objects.select_related("version", "version__plan", "entry", "place")
    return rows.filter(pk=key).first()


def places_in(place_code: str) -> list[models.Place]:
    """The areas directly in a place."""
    return list(models.Place.objects.filter(parent_id=place_code).defer("boundary").order_by("code"))


def plan_key_above(plan_key: int) -> int | None:
    """The key of the plan above a plan, if it has one."""
    return models.Plan.objects.filter(pk=plan_key).values_list("parent_id", flat=True).first()


def find_plan(plan_key: int) -> models.Plan | None:
    """One plan."""
    return models.Plan.objects.filter(pk=plan_key).select_related("place", "parent").first()


def filings_of(plan_key: int) -> list[models.PlanFiling]:
    """Where a plan ever stood in the tree, newest first."""
    rows = models.PlanFiling.objects.filter(plan_id=plan_key).select_related("parent")
    return list(rows.order_by("-recorded_at", "-id"))


def filings_then(at: datetime) -> dict[int, models.PlanFiling]:
    """By plan, where it stood at a moment; plans that were not there yet are missing."""
    rows = models.PlanFiling.objects.filter(recorded_at__lte=at).order_by("recorded_at", "id")
    return {row.plan_id: row for row in rows}
