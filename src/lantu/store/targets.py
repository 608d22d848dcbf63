"""Targets in force: those of the latest version of each plan that was read, with the adjustments that hold."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Q

from lantu.core.target import Target
from lantu.core.time import CHINA_TIME
from lantu.store import models
from lantu.store.adjustments import adjust_target, adjustments_in_force
from lantu.store.codec import decode


def targets_in_force(
    at: datetime | None = None, codes: Collection[str] | None = None, day: date | None = None
) -> list[tuple[int, Target]]:
    """Key and noun of each target, plan by plan, in the order of the plan.

    Args:
        at: As they were then, or None for now.
        codes: Only those of these indicators, or promised relative to one of them.
        day: The day adjustments must be in effect on; None for the day of `at`.
    """
    versions = models.PlanVersion.objects.filter(read_at__isnull=False)
    if at is not None:
        versions = versions.filter(read_at__lte=at)
    latest = {v.plan_id: v.pk for v in versions.order_by("plan_id", "number")}
    rows = models.PlanTarget.objects.filter(version__in=latest.values()).order_by("version__plan_id", "position")
    if codes is not None:
        rows = rows.filter(Q(indicator_code__in=list(codes)) | Q(body__relative_to__in=list(codes)))
    moment = at or datetime.now(CHINA_TIME)
    adjusted = adjustments_in_force(moment, day or moment.astimezone(CHINA_TIME).date())
    return [(row.pk, adjust_target(decode(Target, row.body), adjusted)) for row in rows]
