"""Targets of a plan version with the standing in force of each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from lantu.core.entry import Entry
from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.store import models
from lantu.store.codec import decode
from lantu.store.fetch.plans import plans_with_indicator


@dataclass(frozen=True, slots=True)
class StandingTarget:
    """A target, the entry it was read from, and how it stands.

    Attributes:
        row: The target's row, with its version, plan and place.
        target: The noun.
        entry: The noun.
        standing: In force, or None where it was never judged.
    """

    row: models.PlanTarget
    target: Target
    entry: Entry
    standing: Standing | None


def targets_of(versions: Iterable[models.PlanVersion]) -> list[StandingTarget]:
    """Targets of these versions in the order of the plan."""
    keys = [version.pk for version in versions]
    rows = models.PlanTarget.objects.filter(version__in=keys)
    return _join_standings(
        rows.select_related("version", "version__plan", "version__plan__place", "entry", "place").order_by("position")
    )


def targets_by_key(keys: Collection[int]) -> list[StandingTarget]:
    """Some targets, in the order asked for."""
    rows = models.PlanTarget.objects.filter(pk__in=list(keys))
    rows = rows.select_related("version", "version__plan", "version__plan__place", "entry", "place")
    found = {item.row.pk: item for item in _join_standings(rows)}
    return [found[key] for key in keys if key in found]


def targets_for(code: str) -> list[StandingTarget]:
    """Targets of one indicator in all plans in force."""
    return _join_standings(plans_with_indicator(code))


def last_judged_day() -> date | None:
    """The latest day a standing speaks for; None where nothing was judged."""
    told: date | None = models.StandingRow.objects.aggregate(day=Max("as_of"))["day"]
    return told


def last_judging(day: date) -> datetime | None:
    """When something was last judged for a day on which everything was judged; None where not everything was."""
    rows = models.AuditRow.objects.filter(action="targets.judged", detail__as_of=day.isoformat()).order_by("-seq")
    if not rows.filter(subject="all").exists():
        return None
    return rows.values_list("at", flat=True).first()


def _join_standings(rows: Iterable[models.PlanTarget]) -> list[StandingTarget]:
    rows = list(rows)
    bodies = models.StandingRow.objects.filter(target__in=[row.pk for row in rows])
    in_force = {s.target_id: s.body for s in bodies.order_by("recorded_at", "id")}
    return [
        StandingTarget(
            row,
            decode(Target, row.body),
            decode(Entry, row.entry.body),
            decode(Standing, in_force[row.pk]) if row.pk in in_force else None,
        )
        for row in rows
    ]
