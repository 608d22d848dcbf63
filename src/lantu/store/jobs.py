"""Long work people wait for: its row, its progress, its end.

In: what is to be done, and word of how far it is. Out: rows a page can show. A
worker that was killed leaves its job running; the next worker takes it up again.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from lantu.store import models


def make_job(kind: str, subject: str, actor: str, at: datetime, **result: Any) -> models.Job:
    """A queued job; `result` holds what the work needs and later what it gave."""
    return models.Job.objects.create(
        kind=kind, subject=subject[:300], actor=actor, state="queued", result=result, created_at=at
    )


def has_waiting_job(kind: str) -> bool:
    """Whether a job of that kind is queued and not begun."""
    return models.Job.objects.filter(kind=kind, state="queued").exists()


def start_job(key: int, at: datetime) -> models.Job:
    """The job, marked as running."""
    job = models.Job.objects.get(pk=key)
    job.state, job.started_at, job.step, job.progress_pct = "running", at, "start", 0
    job.save(update_fields=["state", "started_at", "step", "progress_pct"])
    return job


def progress_of(key: int) -> Callable[[float, str], None]:
    """A function that notes progress, at most once per whole percent and step."""
    said: list[tuple[int, str]] = []

    def note(share: float, step: str) -> None:
        now = (max(0, min(100, int(share * 100))), step)
        if not said or said[-1] != now:
            said[:] = [now]
            models.Job.objects.filter(pk=key).update(progress_pct=now[0], step=now[1])

    return note


def finish_job(key: int, at: datetime, message: str = "", **result: Any) -> None:
    """Mark the job done and keep what it gave."""
    with transaction.atomic():
        job = models.Job.objects.get(pk=key)
        job.state, job.ended_at, job.progress_pct, job.step = "done", at, 100, "done"
        job.message, job.result = message, {**job.result, **result}
        job.save()


def fail_job(key: int, at: datetime, message: str, **result: Any) -> None:
    """Mark the job failed, say why, and keep what is known of it."""
    with transaction.atomic():
        job = models.Job.objects.get(pk=key)
        job.state, job.ended_at, job.message, job.result = "failed", at, message, {**job.result, **result}
        job.save()


def unfinished_jobs() -> list[int]:
    """Keys of the jobs that were left running by a worker that is gone."""
    return list(models.Job.objects.filter(state="running").order_by("id").values_list("pk", flat=True))
