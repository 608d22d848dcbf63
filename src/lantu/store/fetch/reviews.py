"""Readings under review and what was decided about their entries."""

from lantu.core.entry import Entry
from lantu.store import models
from lantu.store.codec import decode


def newest_reading(plan_key: int) -> models.PlanVersion | None:
    """The latest version of a plan as the reader left it, with its text; None where nothing was read yet."""
    rows = models.PlanVersion.objects.filter(plan_id=plan_key, read_at__isnull=False, revises__isnull=True)
    rows = rows.select_related("plan", "plan__place", "document").defer("document__data")
    return rows.order_by("-number").first()


def find_reading(version_key: int) -> models.PlanVersion | None:
    """A version as the reader left it, with its text."""
    rows = models.PlanVersion.objects.filter(pk=version_key, read_at__isnull=False, revises__isnull=True)
    return rows.select_related("plan", "document").defer("document__data").first()


def version_in_force(plan_key: int) -> models.PlanVersion | None:
    """The version of a plan whose targets count."""
    return models.PlanVersion.objects.filter(plan_id=plan_key, read_at__isnull=False).order_by("-number").first()


def decisions_in_force(plan_key: int) -> dict[str, models.EntryDecision]:
    """The latest decision on each entry of a plan, whichever reading was looked at."""
    rows = models.EntryDecision.objects.filter(version__plan_id=plan_key).select_related("version")
    return {row.entry_id: row for row in rows.order_by("recorded_at", "id")}


def decisions_on(plan_key: int, entry_id: str) -> list[models.EntryDecision]:
    """All that was ever decided about one entry, newest first."""
    rows = models.EntryDecision.objects.filter(version__plan_id=plan_key, entry_id=entry_id)
    return list(rows.order_by("-recorded_at", "-id"))


def bodies_of(version: models.PlanVersion) -> dict[str, object]:
    """What a version says of each entry, as stored."""
    return dict(models.PlanEntry.objects.filter(version=version).order_by().values_list("entry_id", "body"))


def quote_of(decision: models.EntryDecision) -> str:
    """What a decision was about: the words of the entry it states, else of the entry that was looked at."""
    if decision.body is not None:
        return str(decision.body["span"]["quote"])
    row = models.PlanEntry.objects.filter(version=decision.version_id, entry_id=decision.entry_id).first()
    return row.quote if row is not None else decision.entry_id


def corrected_cells(version: models.PlanVersion) -> list[Entry]:
    """Entries of a reviewed version that were read from tables and that people corrected."""
    if version.revises_id is None:
        return []
    decisions = decisions_in_force(version.plan_id).values()
    corrected = [decision.entry_id for decision in decisions if decision.verdict == "corrected"]
    rows = version.entries.filter(origin="table", entry_id__in=corrected).order_by("start", "id")
    return [decode(Entry, row.body) for row in rows]
