"""Operations on plans: what was adopted, what was read in it, what it promises, what the checker says.

In: filters. Out: pages of a list. Left out on purpose: uploading and reviewing, which people do on pages.
"""

from typing import Any, Literal

from django.db.models import F, Max, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query

from lantu.show.access import check_may
from lantu.show.addresses import link_entry
from lantu.show.api.asked import (
    AsOf,
    Key,
    Page,
    Paged,
    PlaceCode,
    Word,
    Year,
    cut_page,
    get_one,
    known_by,
    limit_places,
    narrow,
)
from lantu.show.api.operations import operation
from lantu.show.api.schemas import EntryOut, FindingOut, PlanOut, TargetOut
from lantu.show.numbers import plain_amount
from lantu.store import models
from lantu.store.fetch.checks import findings_of, runs_with
from lantu.store.fetch.listed import targets_in_force, versions_known


class PlansAsked(Paged):
    """Narrow plans by place."""

    place: PlaceCode | None = None


class EntriesAsked(Paged):
    """Narrow entries by kind and indicator; `as_of` tells which version is meant."""

    kind: Literal["target", "actual", "task", "project"] | None = None
    indicator: Word | None = None
    as_of: AsOf | None = None


class TargetsAsked(Paged):
    """Narrow targets; `as_of` tells which versions of plans are meant."""

    plan: Key | None = None
    place: PlaceCode | None = None
    indicator: Word | None = None
    due_year: Year | None = None
    as_of: AsOf | None = None


@operation("GET", "/plans", "read", Page[PlanOut], is_kept=True)
def plans(request: HttpRequest, asked: Query[PlansAsked]) -> Any:
    """Plans of the places whose figures one may read."""
    rows = limit_places(request, _plans(), "place_id")
    return cut_page(request, narrow(rows, [("place_id", asked.place)]), asked, _build_plan)


@operation("GET", "/plans/{key}", "read", PlanOut, is_kept=True)
def one_plan(request: HttpRequest, key: Key) -> Any:
    """One plan."""
    return _build_plan(_get_plan(request, key))


@operation("GET", "/plans/{key}/entries", "read", Page[EntryOut], is_kept=True)
def entries(request: HttpRequest, key: Key, asked: Query[EntriesAsked]) -> Any:
    """What was read in the version in force, with its place in the text."""
    _get_plan(request, key)
    version = get_one(versions_known(known_by(asked.as_of)), plan_id=key)
    rows = models.PlanEntry.objects.filter(version=version).defer("body").order_by("start", "id")
    wanted = [("kind", asked.kind), ("indicator_code", asked.indicator)]
    return cut_page(request, narrow(rows, wanted), asked, lambda row: _build_entry(row, version))


@operation("GET", "/plans/{key}/findings", "read", Page[FindingOut], is_kept=True)
def findings(request: HttpRequest, key: Key, asked: Query[Paged]) -> Any:
    """What the newest check with this plan found; only findings whose plans one may all read."""
    _get_plan(request, key)
    runs = runs_with(key)
    readable = set(limit_places(request, models.Plan.objects.order_by(), "place_id").values_list("pk", flat=True))
    rows = [row for row in findings_of(runs[0]) if set(row.plans) <= readable] if runs else []
    return cut_page(request, rows, asked, lambda row: _build_finding(row, runs[0]))


@operation("GET", "/targets", "read", Page[TargetOut], is_kept=True)
def targets(request: HttpRequest, asked: Query[TargetsAsked]) -> Any:
    """Targets of the versions in force."""
    rows = limit_places(request, lend_keys(targets_in_force(known_by(asked.as_of))), "place_id")
    wanted = [
        ("version__plan_id", asked.plan), ("place_id", asked.place), ("indicator_code", asked.indicator),
        ("due_year", asked.due_year),
    ]  # fmt: skip
    return cut_page(request, narrow(rows, wanted), asked, _build_target)


def lend_keys(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    """Targets with the keys of plan and entry, without the whole rows of both: a page of targets is built of nothing else."""
    keys = {"plan_key": F("version__plan_id"), "entry_key": F("entry__entry_id")}
    return rows.select_related(None).annotate(**keys)


def _plans() -> Any:
    in_force = Max("versions__number", filter=Q(versions__read_at__isnull=False))
    return models.Plan.objects.annotate(version_number=in_force).order_by("place_id", "first_year", "id")


def _get_plan(request: HttpRequest, key: int) -> models.Plan:
    found: models.Plan = get_one(_plans(), pk=key)
    check_may(request, "read", found.place_id)
    return found


def _build_plan(row: Any) -> dict[str, Any]:
    names = ("address", "title", "title_en", "kind", "first_year", "last_year", "adopted_on", "recorded_at")
    return {
        "key": row.pk, "place": row.place_id, "parent": row.parent_id, "version": row.version_number,
        "href": reverse("plan", args=[row.pk]), **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _build_entry(row: models.PlanEntry, version: models.PlanVersion) -> dict[str, Any]:
    names = ("kind", "origin", "indicator", "indicator_code", "unit", "year", "start", "end", "quote")
    return {
        "id": row.entry_id, "value": plain_amount(row.value), "version": version.number,
        "href": link_entry(version.plan_id, row.entry_id, number=version.number),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _build_finding(row: models.FindingRow, run: models.CheckRun) -> dict[str, Any]:
    names = ("key", "code", "kind", "severity", "title", "plans", "body")
    return {"recorded_at": run.recorded_at, **{name: getattr(row, name) for name in names}}


def _build_target(row: Any) -> dict[str, Any]:
    names = ("address", "name", "form", "due_year", "is_binding", "body")
    return {
        "key": row.pk, "plan": row.plan_key, "entry": row.entry_key, "indicator": row.indicator_code,
        "place": row.place_id, "href": link_entry(row.plan_key, row.entry_key),
        **{name: getattr(row, name) for name in names},
    }  # fmt: skip
