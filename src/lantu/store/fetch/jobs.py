"""Background work people wait for."""

from lantu.store import models


def find_job(key: int) -> models.Job | None:
    """One job."""
    return models.Job.objects.filter(pk=key).first()


def list_jobs(limit: int = 10) -> list[models.Job]:
    """The newest jobs."""
    return list(models.Job.objects.order_by("-created_at", "-id")[:limit])


def find_running_check(scope: str) -> models.Job | None:
    """The check of this set of plans that is queued or runs, newest first."""
    rows = models.Job.objects.filter(kind="check_plans", state__in=("queued", "running"), result__scope=scope)
    return rows.order_by("-id").first()


def find_failed_check(scope: str) -> models.Job | None:
    """The newest check of this set of plans, if it failed."""
    newest = models.Job.objects.filter(kind="check_plans", result__scope=scope).order_by("-id").first()
    return newest if newest is not None and newest.state == "failed" else None


def find_version_plan(version_key: int) -> int | None:
    """The key of the plan a version belongs to."""
    return models.PlanVersion.objects.filter(pk=version_key).values_list("plan_id", flat=True).first()


def find_title(version_key: int) -> str:
    """The title of the plan a version belongs to, or ""."""
    return models.PlanVersion.objects.filter(pk=version_key).values_list("plan__title", flat=True).first() or ""
