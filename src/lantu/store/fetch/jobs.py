"""Background work people wait for."""

from lantu.store import models


def find_job(key: int) -> models.Job | None:
    """One job."""
    return models.Job.objects.filter(pk=key).first()


def list_jobs(limit: int = 10) -> list[models.Job]:
    """The newest jobs."""
    return list(models.Job.objects.order_by("-created_at", "-id")[:limit])
