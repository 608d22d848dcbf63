"""Operations on figures: values, the observations they rest on, standings, warnings.

In: filters. Out: pages of a list. Left out on purpose: writing figures; returns do.
"""

from collections.abc import Mapping
from typing import Any, Literal

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query

from lantu.core.standing import Class
from lantu.core.time import Period
from lantu.core.warning import Level
from lantu.show.access import seen_places
from lantu.show.addresses import link_entry, link_history, link_indicator, link_row, value_anchor
from lantu.show.api.asked import (
    AsOf,
    Day,
    Key,
    Page,
    Paged,
    PlaceCode,
    Word,
    cut_page,
    known_by,
    limit_places,
    narrow,
)
from lantu.show.api.listing import Listing
from lantu.show.api.operations import operation
from lantu.show.api.schemas import ObservationOut, StandingOut, ValueOut, VersionOut, WarningOut
from lantu.show.numbers import plain_amount
from lantu.store import models
from lantu.store.fetch.listed import count_values, observations_counting, standings_in_force, values_in_force
from lantu.store.fetch.value_history import order_versions


class FiguresAsked(Paged):
    """Narrow figures by indicator, place and last day of the period."""

    indicator: Word | None = None
    place: PlaceCode | None = None
    since: Day | None = None
    until: Day | None = None
    as_of: AsOf | None = None


class StandingsAsked(Paged):
    """Narrow standings."""

    plan: Key | None = None
    place: PlaceCode | None = None
    indicator: Word | None = None
    standing: Class | None = None
    as_of: AsOf | None = None


class WarningsAsked(Paged):
    """Narrow warnings; those open now where nothing else is asked for."""

    place: PlaceCode | None = None
    indicator: Word | None = None
    level: Level | None = None
    state: Literal["open", "closed", "all"] = "open"


@operation("GET", "/values", "read", Page[ValueOut], is_kept=True, is_plain=True)
def values(request: HttpRequest, asked: Query[FiguresAsked]) -> Any:
    """The value in force for each indicator, place and period."""
    return VALUES.tell(request, asked, seen_places(request))


@operation("GET", "/history", "read", Page[VersionOut], is_kept=True, is_plain=True)
def history(request: HttpRequest, asked: Query[FiguresAsked]) -> Any:
    """Every version of values, the oldest first: when each was known, until when it held, who handed in what it rests on."""
    rows = order_versions(pick_versions(request, asked))
    return cut_page(request, rows, asked, _build_version)


@operation("GET", "/observations", "read", Page[ObservationOut], is_kept=True, is_plain=True)
def observations(request: HttpRequest, asked: Query[FiguresAsked]) -> Any:
    """Reported figures that count, with where each came from."""
    return cut_page(request, pick_observations(request, asked), asked, build_observation)


@operation("GET", "/standings", "read", Page[StandingOut], is_kept=True, is_plain=True)
def standings(request: HttpRequest, asked: Query[StandingsAsked]) -> Any:
    """How each target of the plans in force stands."""
    return STANDINGS.tell(request, asked, seen_places(request))


@operation("GET", "/warnings", "read", Page[WarningOut], is_kept=True, is_plain=True)
def warnings(request: HttpRequest, asked: Query[WarningsAsked]) -> Any:
    """Warnings with their steps."""
    rows = limit_places(request, models.WarningRow.objects.prefetch_related("steps"), "place_id")
    is_open = {"open": True, "closed": False, "all": None}[asked.state]
    wanted = [
        ("place_id", asked.place), ("indicator_code", asked.indicator), ("level", asked.level), ("is_open", is_open),
    ]  # fmt: skip
    return cut_page(request, narrow(rows, wanted), asked, _build_warning)


def pick_values(request: HttpRequest, asked: FiguresAsked) -> Any:
    """Values in force that were asked for and may be read."""
    return values_in_force(known_by(asked.as_of), _narrow(request, models.ValueRow.objects.order_by(), asked))


def pick_versions(request: HttpRequest, asked: FiguresAsked) -> Any:
    """Every version of values that was asked for and may be read."""
    at = known_by(asked.as_of)
    rows = models.ValueRow.objects.order_by() if at is None else models.ValueRow.objects.filter(recorded_at__lte=at)
    return _narrow(request, rows, asked)


def pick_observations(request: HttpRequest, asked: FiguresAsked) -> Any:
    """Observations that were asked for and may be read."""
    return _narrow(request, observations_counting(known_by(asked.as_of)), asked)


def _narrow(request: HttpRequest, rows: Any, asked: FiguresAsked) -> Any:
    wanted = [
        ("indicator_code", asked.indicator), ("place_code", asked.place), ("period_end__gte", asked.since),
        ("period_end__lte", asked.until),
    ]  # fmt: skip
    return narrow(limit_places(request, rows, "place_code"), wanted)


def build_value(row: Any) -> dict[str, Any]:
    """One value, of a row of the registry or of its columns."""
    names = ("absence", "unit", "bound", "status", "rule", "published_on", "note", "recorded_at")
    period = Period(row.period_start, row.period_end)
    return {
        "key": row.pk, "indicator": row.indicator_code, "place": row.place_code, "period_start": period.start,
        "period_end": period.end, "amount": plain_amount(row.amount), "inputs": [str(key) for key in row.inputs],
        "href": link_indicator(row.indicator_code, row.place_code, value_anchor(period)),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _build_version(row: models.ValueRow) -> dict[str, Any]:
    period = Period(row.period_start, row.period_end)
    here = link_history(row.indicator_code, row.place_code, period)
    return {**build_value(row), "href": f"{here}#version-{row.pk}"}


def build_observation(row: models.StagedObservation) -> dict[str, Any]:
    """One observation."""
    names = (
        "period_start", "period_end", "absence", "unit", "bound", "status", "source_url", "row", "quote",
        "published_on", "note", "recorded_at",
    )  # fmt: skip
    return {
        "key": row.pk, "batch": row.batch_id, "indicator": row.indicator_code, "place": row.place_code,
        "amount": plain_amount(row.amount), "source": row.source_name or row.batch.name, "href": link_row(row),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _build_standing(row: Any) -> dict[str, Any]:
    told = row._asdict()
    entry = told.pop("entry_key")
    return {**told, "href": link_entry(row.plan, entry)}


def _build_warning(row: models.WarningRow) -> dict[str, Any]:
    names = (
        "address",
        "cause",
        "subject",
        "name",
        "department",
        "level",
        "rule",
        "is_open",
        "since",
        "opened_on",
        "closed_on",
    )
    steps = sorted(row.steps.all(), key=lambda step: step.pk)
    return {
        "key": row.pk, "place": row.place_id, "indicator": row.indicator_code,
        "href": reverse("warning", args=[row.pk]), **{name: getattr(row, name) for name in names},
        "steps": [
            {name: getattr(step, name) for name in ("step", "level", "rule", "as_of", "recorded_at")} for step in steps
        ],
    }  # fmt: skip


def _value_rows(told: Mapping[str, Any], seen: frozenset[str] | None) -> Any:
    return values_in_force(told.get("as_of"), _narrow_values(told, seen))


def _count_values(told: Mapping[str, Any], seen: frozenset[str] | None) -> int:
    return count_values(told.get("as_of"), _narrow_values(told, seen))


def _narrow_values(told: Mapping[str, Any], seen: frozenset[str] | None) -> Any:
    fields = {
        "indicator": "indicator_code",
        "place": "place_code",
        "since": "period_end__gte",
        "until": "period_end__lte",
    }
    rows = models.ValueRow.objects.order_by().filter(
        **{fields[name]: said for name, said in told.items() if name in fields}
    )
    return rows if seen is None else rows.filter(place_code__in=seen)


def _standing_rows(told: Mapping[str, Any], seen: frozenset[str] | None) -> Any:
    fields = {
        "plan": "target__version__plan_id", "place": "target__place_id", "indicator": "target__indicator_code",
        "standing": "klass",
    }  # fmt: skip
    wanted = {fields[name]: said for name, said in told.items() if name in fields}
    rows = standings_in_force(told.get("as_of")).select_related(None).filter(**wanted)
    return rows if seen is None else rows.filter(target__place_id__in=seen)


VALUE_COLUMNS = (
    "pk", "indicator_code", "place_code", "period_start", "period_end", "amount", "inputs", "absence", "unit", "bound", "status",
    "rule", "published_on", "note", "recorded_at",
)  # fmt: skip
STANDING_COLUMNS = {
    "target": "target_id", "address": "target__address", "plan": "target__version__plan_id", "name": "target__name",
    "indicator": "target__indicator_code", "place": "target__place_id", "due_year": "target__due_year",
    "is_binding": "target__is_binding", "standing": "klass", "is_preliminary": "is_preliminary", "reason": "reason",
    "as_of": "as_of", "data_date": "data_date", "recorded_at": "recorded_at", "body": "body",
    "entry_key": "target__entry__entry_id",
}  # fmt: skip
VALUES = Listing(_value_rows, {name: name for name in VALUE_COLUMNS}, build_value, _count_values)
STANDINGS = Listing(_standing_rows, STANDING_COLUMNS, _build_standing)
