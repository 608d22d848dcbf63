"""Operations on plans: what was adopted, what was read in it, what it promises, what the checker says.

In: filters. Out: pages of a list. Left out on purpose: uploading and reviewing, which people do on pages.
"""

from collections.abc import Mapping
from typing import Any, Literal

from django.db.models import Max, Q
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query

from lantu.show.access import check_may, seen_places
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
from lantu.show.api.listing import Listing
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


@operation("GET", "/plans", "read", Page[PlanOut], is_kept=True, is_plain=True)
def plans(request: HttpRequest, asked: Query[PlansAsked]) -> Any:
    """Plans of the places whose figures one may read."""
    rows = limit_places(request, _plans(), "place_id")
    return cut_page(request, narrow(rows, [("place_id", asked.place)]), asked, _build_plan)


@operation("GET", "/plans/{key}", "read", PlanOut, is_kept=True)
def one_plan(request: HttpRequest, key: Key) -> Any:
    """One plan."""
    return _build_plan(_get_plan(request, key))


@operation("GET", "/plans/{key}/entries", "read", Page[EntryOut], is_kept=True, is_plain=True)
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


@operation("GET", "/targets", "read", Page[TargetOut], is_kept=True, is_plain=True)
def targets(request: HttpRequest, asked: Query[TargetsAsked]) -> Any:
    """Targets of the versions in force."""
    return TARGETS.tell(request, asked, seen_places(request))


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
    return {**row._asdict(), "href": link_entry(row.plan, row.entry)}


def _target_rows(told: Mapping[str, Any], seen: frozenset[str] | None) -> Any:
    fields = {
        "plan": "version__plan_id", "place": "place_id", "indicator": "indicator_code", "due_year": "due_year",
    }  # fmt: skip
    wanted = {fields[name]: said for name, said in told.items() if name in fields}
    rows = targets_in_force(told.get("as_of")).select_related(None).filter(**wanted)
    return rows if seen is None else rows.filter(place_id__in=seen)


TARGET_COLUMNS = {
    "key": "pk", "address": "address", "plan": "version__plan_id", "entry": "entry__entry_id", "name": "name",
    "indicator": "indicator_code", "place": "place_id", "form": "form", "due_year": "due_year", "is_binding": "is_binding",
    "body": "body",
}  # fmt: skip
TARGETS = Listing(_target_rows, TARGET_COLUMNS, _build_target)
