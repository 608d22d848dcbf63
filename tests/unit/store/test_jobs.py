"""A job tells how far it is and how it ended."""

from datetime import UTC, datetime

import pytest

from lantu.store.jobs import fail_job, finish_job, make_job, progress_of, start_job, unfinished_jobs
from lantu.store.models import Job

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def job() -> Job:
    return make_job("read_plan", "规划", "li", NOW, version=3)


def test_a_job_waits_runs_and_ends(job: Job) -> None:
    assert job.state == "queued"
    start_job(job.pk, NOW)
    progress_of(job.pk)(0.425, "tables")
    job.refresh_from_db()
    assert (job.state, job.progress_pct, job.step) == ("running", 42, "tables")
    finish_job(job.pk, NOW, "gut", entries=7)
    job.refresh_from_db()
    assert (job.state, job.progress_pct, job.message) == ("done", 100, "gut")
    assert job.result == {"version": 3, "entries": 7}


def test_progress_is_written_once_a_percent(job: Job, django_assert_num_queries: object) -> None:
    note = progress_of(job.pk)
    with django_assert_num_queries(1):  # type: ignore[operator]
        for share in (0.100, 0.102, 0.104):
            note(share, "prose")


def test_what_a_dead_worker_left_is_found(job: Job) -> None:
    assert unfinished_jobs() == []
    start_job(job.pk, NOW)
    assert unfinished_jobs() == [job.pk]
    fail_job(job.pk, NOW, "no text")
    assert unfinished_jobs() == []
    assert Job.objects.get().message == "no text"
