"""Rows in force now or on a day, as queries that a database narrows, counts and cuts into pages.

In: a moment of recorded time, or None for now. Out: query sets. Left out on purpose: who may see which rows; whoever asks narrows them.
"""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from lantu.store import models

Row = TypeVar("Row", bound=Model)
SERIES = ("indicator_code", "place_code", "period_end", "period_start")
"""What two rows have in common of which the later one counts."""


def values_in_force(at: datetime | None, narrowed: "QuerySet[models.ValueRow] | None" = None) -> Any:
    """The value in force for each series and period."""
    rows = models.ValueRow.objects.all() if narrowed is None else narrowed
    last = _keep_last(_known_at(rows, at), SERIES, at)
    return last.order_by("indicator_code", "place_code", "period_end", "period_start")


def count_values(at: datetime | None, narrowed: "QuerySet[models.ValueRow]") -> int:
    """How many values are in force: as many as there are series with periods, told from an index alone."""
    return int(_known_at(narrowed.order_by(), at).values(*SERIES).distinct().count())


def indicators_in_force(at: datetime | None) -> Any:
    """The definition in force for each code."""
    return _keep_last(_known_at(models.Indicator.objects.all(), at), ("code",), at).order_by("code")


def versions_known(at: datetime | None) -> Any:
    """The version in force of each plan: the latest that had been read."""
    rows = models.PlanVersion.objects.filter(read_at__isnull=False)
    if at is not None:
        rows = rows.filter(read_at__lte=at)
    newer = rows.filter(plan_id=OuterRef("plan_id"), number__gt=OuterRef("number"))
    return rows.filter(~Exists(newer))


def targets_in_force(at: datetime | None) -> Any:
    """Targets of the versions in force, in the order of plans and of their texts."""
    rows = models.PlanTarget.objects.filter(version__in=versions_known(at).values("pk"))
    return rows.select_related("version", "entry").order_by("version__plan_id", "position", "id")


def standings_in_force(at: datetime | None) -> Any:
    """How each target of a version in force stands."""
    rows = models.StandingRow.objects.filter(target__version__in=versions_known(at).values("pk"))
    last = _keep_last(_known_at(rows, at), ("target_id",), at)
    return last.select_related("target", "target__version", "target__entry").order_by(
        "target__version__plan_id", "target__position", "id"
    )


def observations_counting(at: datetime | None) -> Any:
    """Reported figures whose return was not withdrawn, with where they came from."""
    counts = Q(batch__withdrawn_at__isnull=True)
    if at is not None:
        counts = Q(recorded_at__lte=at) & (counts | Q(batch__withdrawn_at__gt=at))
    rows = models.StagedObservation.objects.filter(counts).select_related("batch")
    return rows.order_by("indicator_code", "place_code", "period_end", "id")


def _known_at(rows: "QuerySet[Row]", at: datetime | None) -> "QuerySet[Row]":
    return rows if at is None else rows.filter(recorded_at__lte=at)


def _keep_last(rows: "QuerySet[Row]", series: tuple[str, ...], at: datetime | None) -> Any:
    """The row recorded last of each series: one than which no other known is newer.

    A rank in each series would say the same, and read every row before it gives the first page.
    """
    same = {name: OuterRef(name) for name in series}
    is_newer = Q(recorded_at__gt=OuterRef("recorded_at")) | Q(
        recorded_at=OuterRef("recorded_at"), id__gt=OuterRef("id")
    )
    return rows.filter(~Exists(_known_at(rows.model._default_manager.order_by(), at).filter(is_newer, **same)))
