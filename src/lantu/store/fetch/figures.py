"""Observations and values: the figures themselves, with where each came from."""

from collections.abc import Iterable

from django.db.models import Count

from lantu.store import models


def observations_by_key(keys: Iterable[str]) -> dict[str, models.StagedObservation]:
    """Observations by the ids that values and standings name."""
    numbers = {int(key) for key in keys if key.isdigit()}
    rows = models.StagedObservation.objects.filter(pk__in=numbers).select_related("batch")
    return {str(row.pk): row for row in rows}


def observations_for(code: str, place_code: str) -> list[models.StagedObservation]:
    """Every reported figure of a series, all vintages, oldest period first."""
    rows = models.StagedObservation.objects.filter(indicator_code=code, place_code=place_code)
    return list(
        rows.select_related("batch").order_by("period_end", "period_start", "published_on", "recorded_at", "id")
    )


def values_for(code: str) -> list[models.ValueRow]:
    """The values in force of an indicator, all places, by place and period."""
    latest = {
        (row.place_code, row.period_start, row.period_end): row
        for row in models.ValueRow.objects.filter(indicator_code=code).order_by("recorded_at", "id")
    }
    return sorted(latest.values(), key=lambda row: (row.place_code, row.period_end, row.period_start))


def values_in(place_codes: Iterable[str]) -> list[models.ValueRow]:
    """The values in force of these places, all indicators, by period."""
    rows = models.ValueRow.objects.filter(place_code__in=list(place_codes)).order_by("recorded_at", "id")
    latest = {(r.indicator_code, r.place_code, r.period_start, r.period_end): r for r in rows}
    return sorted(latest.values(), key=lambda row: (row.period_end, row.pk))


def count_observations(places: frozenset[str] | None = None) -> dict[str, int]:
    """How many observations of these places each indicator has, by code; None for all places."""
    rows = models.StagedObservation.objects.order_by().values_list("indicator_code")
    rows = rows if places is None else rows.filter(place_code__in=places)
    return dict(rows.annotate(Count("id")))
