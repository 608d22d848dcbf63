"""Background work people wait for."""

from lantu.store import models


def find_job(key: int) -> models.Job | None:
    """One job."""
    return models.Job.objects.filter(pk=key).first()


def list_jobs(limit: int = 10) -> list[models.Job]:
    """The newest jobs."""
    return list(models.Job.objects.order_by("-created_at", "-id")[:limit])


def find_version_plan(version_key: int) -> int | None:
    """The key of the plan a version belongs to."""
    return models.PlanVersion.objects.filter(pk=version_key).values_list("plan_id", flat=True).first()
