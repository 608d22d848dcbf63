"""Plans, their text, and what was read in it."""

from django.db.models import Count

from lantu.core.entry import Entry, Table
from lantu.store import models
from lantu.store.codec import decode

KIND_ORDER = ("outline", "special_plan", "regional_plan", "spatial_plan", "action_plan", "annual_plan")
UNDATED = 9999
"""Plans that name no years come after those that do."""


def list_plans() -> list[models.Plan]:
    """All plans, outlines first, higher places first, undated ones last, with counts of targets and versions."""
    plans = models.Plan.objects.select_related("place", "parent").annotate(
        version_count=Count("versions", distinct=True)
    )
    return sorted(plans, key=_plan_order)


def _plan_order(plan: models.Plan) -> tuple[int, str, int, int]:
    rank = KIND_ORDER.index(plan.kind) if plan.kind in KIND_ORDER else len(KIND_ORDER)
    return rank, plan.place_id, plan.first_year or UNDATED, plan.pk


def versions_in_force() -> dict[int, models.PlanVersion]:
    """The latest version of each plan that was read, by key of the plan."""
    rows = models.PlanVersion.objects.filter(read_at__isnull=False).select_related("plan", "plan__place")
    return {row.plan_id: row for row in rows.order_by("plan_id", "number")}


def latest_versions() -> dict[int, models.PlanVersion]:
    """The latest version of each plan in whatever state, with its counts, by key of the plan."""
    rows = models.PlanVersion.objects.annotate(
        target_count=Count("targets", distinct=True), notice_count=Count("notices", distinct=True)
    )
    return {row.plan_id: row for row in rows.order_by("plan_id", "number")}


def find_version(plan_key: int, number: int | None = None) -> models.PlanVersion | None:
    """A version of a plan with its text: the one with that number, else the one in force, else the latest."""
    rows = models.PlanVersion.objects.filter(plan_id=plan_key)
    rows = rows.select_related("plan", "plan__place", "document").defer("document__data")
    if number is not None:
        return rows.filter(number=number).first()
    return rows.filter(read_at__isnull=False).order_by("-number").first() or rows.order_by("-number").first()


def list_versions(plan_key: int) -> list[models.PlanVersion]:
    """All versions of a plan, newest first."""
    return list(models.PlanVersion.objects.filter(plan_id=plan_key).order_by("-number"))


def entries_of(version: models.PlanVersion) -> list[models.PlanEntry]:
    """Entries in the order of the text, without their bodies: a plan has many, and pages print columns."""
    return list(version.entries.defer("body").order_by("start", "id"))


def find_entry(version: models.PlanVersion, entry_id: str) -> Entry | None:
    """One entry as a noun."""
    row = version.entries.filter(entry_id=entry_id).first() if entry_id else None
    return None if row is None else decode(Entry, row.body)


def sections_of(version: models.PlanVersion) -> list[models.PlanSection]:
    """Sections in the order of the text."""
    return list(version.sections.order_by("start", "level"))


def tables_of(version: models.PlanVersion) -> list[Table]:
    """Indicator tables in the order of the text."""
    return [decode(Table, row.body) for row in version.tables.order_by("start")]


def notices_of(version: models.PlanVersion) -> list[models.Notice]:
    """What the reader had to say, gravest first."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(version.notices.all(), key=lambda n: (order.get(n.severity, 3), n.start or 0, n.pk))


def plans_with_indicator(code: str) -> list[models.PlanTarget]:
    """Targets of versions in force that promise something of this indicator, in the order of `list_plans`."""
    keys = [version.pk for version in versions_in_force().values()]
    rows = models.PlanTarget.objects.filter(indicator_code=code, version__in=keys)
    rows = rows.select_related("version", "version__plan", "entry", "place")
    return sorted(rows, key=lambda row: (*_plan_order(row.version.plan), row.position))


def target_codes(places: frozenset[str] | None = None) -> list[str]:
    """The indicator code of every target in force of these places, once a target; None for all places."""
    keys = [version.pk for version in versions_in_force().values()]
    rows = models.PlanTarget.objects.filter(version__in=keys).exclude(indicator_code="").order_by()
    rows = rows if places is None else rows.filter(place_id__in=places)
    return list(rows.values_list("indicator_code", flat=True))
