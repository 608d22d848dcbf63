"""What an arrow needs to know of a plan version, and the states it passes through."""

from dataclasses import dataclass

from lantu.store import models


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan version as the reading arrow sees it.

    Attributes:
        key: Of the version.
        address: Of the plan.
        place_code: Whose plan it is.
        name: File name of the document.
        data: Its bytes.
        first_year: Of the plan's period, or None.
        last_year: Of the plan's period, or None.
        adopted_year: Year of adoption, or of recording where that is not known.
    """

    key: int
    address: str
    place_code: str
    name: str
    data: bytes
    first_year: int | None
    last_year: int | None
    adopted_year: int


def plan_text(version_key: int) -> PlanText:
    """The version with this key.

    Raises:
        LookupError: If there is none.
    """
    version = models.PlanVersion.objects.select_related("plan", "document").filter(pk=version_key).first()
    if version is None:
        raise LookupError(f"no plan version {version_key}")
    plan = version.plan
    return PlanText(
        key=version.pk,
        address=plan.address,
        place_code=plan.place_id,
        name=version.document.name,
        data=bytes(version.document.data),
        first_year=plan.first_year,
        last_year=plan.last_year,
        adopted_year=plan.adopted_on.year if plan.adopted_on else version.recorded_at.year,
    )


def is_read(version_key: int) -> bool:
    """Whether the version was read already."""
    return models.PlanVersion.objects.filter(pk=version_key, state="read").exists()


def start_version(version_key: int) -> models.PlanVersion:
    """The version, marked as being read."""
    version = models.PlanVersion.objects.select_related("plan", "document").get(pk=version_key)
    version.state = "reading"
    version.save(update_fields=["state"])
    return version


def fail_version(version_key: int, message: str) -> None:
    """Mark the version as one that could not be read, and say why."""
    models.PlanVersion.objects.filter(pk=version_key).update(state="failed", message=message)


def versions_in_force() -> list[models.PlanVersion]:
    """The latest version of each plan that was read, in the order of the plans."""
    rows = models.PlanVersion.objects.filter(state="read").select_related("plan", "plan__place")
    latest = {row.plan_id: row for row in rows.order_by("plan_id", "number")}
    return list(latest.values())
