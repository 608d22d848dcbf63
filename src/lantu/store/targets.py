"""Targets in force: those of the latest version of each plan that was read."""

from datetime import datetime

from lantu.core.target import Target
from lantu.store import models
from lantu.store.codec import decode


def targets_in_force(at: datetime | None = None) -> list[tuple[int, Target]]:
    """Key and noun of each target, plan by plan, in the order of the plan."""
    versions = models.PlanVersion.objects.filter(read_at__isnull=False)
    if at is not None:
        versions = versions.filter(read_at__lte=at)
    latest = {v.plan_id: v.pk for v in versions.order_by("plan_id", "number")}
    rows = models.PlanTarget.objects.filter(version__in=latest.values()).order_by("version__plan_id", "position")
    return [(row.pk, decode(Target, row.body)) for row in rows]
