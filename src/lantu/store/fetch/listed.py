"""Rows in force now or on a day, as queries that a database narrows, counts and cuts into pages.

In: a moment of recorded time, or None for now. Out: query sets. Left out on purpose: who may see which rows; whoever asks narrows them.
"""

from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from lantu.store import models

Row = TypeVar("Row", bound=Model)


def values_in_force(at: datetime | None, narrowed: "QuerySet[models.ValueRow] | None" = None) -> Any:
    """The value in force for each series and period."""
    rows = models.ValueRow.objects.all() if narrowed is None else narrowed
    last = _keep_last(_known_at(rows, at), ("indicator_code", "place_code", "period_start", "period_end"))
    return last.order_by("indicator_code", "place_code", "period_end", "period_start")


def indicators_in_force(at: datetime | None) -> Any:
    """The definition in force for each code."""
    return _keep_last(_known_at(models.Indicator.objects.all(), at), ("code",)).order_by("code")


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
    last = _keep_last(_known_at(rows, at), ("target_id",))
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


def _keep_last(rows: "QuerySet[Row]", series: tuple[str, ...]) -> Any:
    """The row recorded last of each series."""
    newest = Window(
        RowNumber(), partition_by=[F(name) for name in series], order_by=[F("recorded_at").desc(), F("id").desc()]
    )
    return rows.annotate(rank_in_series=newest).filter(rank_in_series=1)
