"""Operations on what everything else refers to: who asks, places, departments, indicators, jobs.

In: filters. Out: pages of a list, or one thing. Left out on purpose: changing them.
"""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query

from lantu.run.clock import today_in_china
from lantu.show.access import check_may
from lantu.show.api.asked import (
    AsOf,
    Key,
    Page,
    Paged,
    PlaceCode,
    Word,
    cut_page,
    get_one,
    known_by,
    limit_places,
    narrow,
)
from lantu.show.api.operations import operation
from lantu.show.api.schemas import DepartmentOut, IndicatorOut, JobOut, MeOut, PlaceOut
from lantu.show.bearer import SCOPES
from lantu.store import models
from lantu.store.access import assignments_of
from lantu.store.fetch.listed import indicators_in_force


class PlacesAsked(Paged):
    """Narrow places by the one above."""

    parent: PlaceCode | None = None


class DepartmentsAsked(Paged):
    """Narrow departments by place."""

    place: PlaceCode | None = None


class IndicatorsAsked(Paged):
    """Definitions as they were known on a day."""

    as_of: AsOf | None = None


@operation("GET", "/me", "own", MeOut)
def me(request: HttpRequest) -> Any:
    """Who asks, with roles and, for a token, its scopes."""
    roles = assignments_of(request.user, today_in_china())
    scopes = getattr(request, SCOPES, None)
    return {
        "name": request.user.get_username(),
        "roles": [{"role": role, "place": place, "department": part} for role, place, part in roles],
        "scopes": None if scopes is None else sorted(scopes),
    }


@operation("GET", "/places", "read", Page[PlaceOut], is_kept=True)
def places(request: HttpRequest, asked: Query[PlacesAsked]) -> Any:
    """Places."""
    rows = limit_places(request, models.Place.objects.order_by("code"), "code")
    return cut_page(request, narrow(rows, [("parent_id", asked.parent)]), asked, _build_place)


@operation("GET", "/departments", "read", Page[DepartmentOut], is_kept=True)
def departments(request: HttpRequest, asked: Query[DepartmentsAsked]) -> Any:
    """Departments."""
    rows = limit_places(request, models.Department.objects.order_by("place_id", "code"), "place_id")
    return cut_page(request, narrow(rows, [("place_id", asked.place)]), asked, _build_department)


@operation("GET", "/indicators", "read", Page[IndicatorOut], is_kept=True)
def indicators(request: HttpRequest, asked: Query[IndicatorsAsked]) -> Any:
    """Definitions in force."""
    return cut_page(request, indicators_in_force(known_by(asked.as_of)), asked, _build_indicator)


@operation("GET", "/indicators/{code}", "read", IndicatorOut, is_kept=True)
def one_indicator(request: HttpRequest, code: Word) -> Any:
    """One definition."""
    return _build_indicator(get_one(indicators_in_force(None), code=code))


@operation("GET", "/jobs/{key}", "read", JobOut)
def job(request: HttpRequest, key: Key) -> Any:
    """Work in the background, for whoever asked for it and for those who manage."""
    found = get_one(models.Job.objects.all(), pk=key)
    if found.actor != request.user.get_username():
        check_may(request, "manage")
    names = ("kind", "subject", "state", "step", "progress_pct", "message", "result", "created_at", "ended_at")
    return {"key": found.pk, "href": reverse("job", args=[key]), **{name: getattr(found, name) for name in names}}


def _build_place(row: models.Place) -> dict[str, Any]:
    names = ("code", "name", "name_en", "level", "valid_from", "valid_to")
    return {**{name: getattr(row, name) for name in names}, "parent": row.parent_id}


def _build_department(row: models.Department) -> dict[str, Any]:
    names = ("code", "name", "name_en", "valid_from", "valid_to")
    return {**{name: getattr(row, name) for name in names}, "place": row.place_id, "parent": row.parent_id}


def _build_indicator(row: models.Indicator) -> dict[str, Any]:
    names = ("code", "name", "name_en", "unit", "owner", "recorded_at", "body")
    return {name: getattr(row, name) for name in names}
