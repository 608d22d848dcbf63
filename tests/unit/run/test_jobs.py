"""Uploads become jobs; the worker's work ends in a done job, or in a failed one that says why."""

import pytest
from django_tasks_db.models import DBTaskResult

from lantu.run.jobs import do_job, requeue_unfinished, submit_plan, submit_return, submit_review
from lantu.run.reviewing import decide
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import Document, Job, Plan, PlanEntry, PlanVersion, ReturnBatch, StandingRow, ValueRow

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("definitions")]
FACTS = PlanFacts("", "330400", slug="outline", first_year=2021, last_year=2025)
RETURN = "region,indicator,year,value,unit,source\n青湖市,地区生产总值,2023,780,亿元,公报\n".encode()


def work(key: int) -> Job:
    """Do what the worker would do with a queued job."""
    do_job.func(key)
    return Job.objects.get(pk=key)


def test_a_plan_is_kept_at_once_and_read_by_the_worker(plan_bytes: bytes) -> None:
    key = submit_plan(plan_bytes, "青湖规划.md", FACTS, by="li")
    assert Job.objects.get(pk=key).state == "queued"
    assert DBTaskResult.objects.count() == 1
    assert PlanVersion.objects.get().state == "queued"
    job = work(key)
    assert (job.state, job.progress_pct) == ("done", 100)
    assert PlanVersion.objects.get(pk=job.result["version"]).state == "read"
    assert StandingRow.objects.count() == 2


def test_a_title_nobody_gave_is_taken_from_the_text(plan_bytes: bytes) -> None:
    work(submit_plan(plan_bytes, "upload.md", FACTS, by="li"))
    assert Plan.objects.get().title == "青湖市国民经济和社会发展第十四个五年规划纲要"


def test_an_unreadable_plan_fails_with_words(plan_bytes: bytes) -> None:
    job = work(submit_plan(b"\x00\x01\x02\x03", "odd.txt", FACTS, by="li"))
    assert job.state == "failed"
    assert "odd.txt" in job.message
    assert job.result["codes"]
    assert all(code.startswith("R") for code in job.result["codes"])


def test_a_return_is_taken_in_measured_and_judged(plan_bytes: bytes) -> None:
    work(submit_plan(plan_bytes, "plan.md", FACTS, by="li"))
    job = work(submit_return(RETURN, "a.csv", by="li"))
    assert job.state == "done"
    assert ReturnBatch.objects.get(pk=job.result["batch"]).rows_kept == 1
    assert ValueRow.objects.get().amount == 780
    latest = StandingRow.objects.filter(target__indicator_code="gdp").latest("id")
    assert latest.klass == "on_course"  # (780-600)/(900-600) = 0.600 against 3/5


def test_what_a_dead_worker_left_is_queued_again(plan_bytes: bytes) -> None:
    key = submit_plan(plan_bytes, "plan.md", FACTS, by="li")
    Job.objects.filter(pk=key).update(state="running")
    assert requeue_unfinished() == 1
    assert DBTaskResult.objects.count() == 2
    assert work(key).state == "done"
    assert work(key).state == "done"
    assert PlanVersion.objects.count() == 1
    assert Document.objects.count() == 1


def test_a_review_is_put_in_force_by_the_worker(plan_bytes: bytes) -> None:
    work(submit_plan(plan_bytes, "plan.md", FACTS, by="li"))
    reading = PlanVersion.objects.get().pk
    assert submit_review(reading, by="wang") is None
    entry = PlanEntry.objects.filter(version=reading, origin="table", kind="target").first()
    assert entry is not None
    decide(reading, entry.entry_id, "rejected", reason="误读", by="wang")
    key = submit_review(reading, by="wang")
    assert key is not None
    assert PlanVersion.objects.count() == 1
    job = work(key)
    assert (job.state, job.kind, job.actor, job.progress_pct) == ("done", "put_in_force", "wang", 100)
    assert PlanVersion.objects.get(pk=job.result["in_force"]).revises_id == reading
    assert StandingRow.objects.filter(target__version=job.result["in_force"]).exists()


def test_a_review_of_an_older_reading_fails_with_words(plan_bytes: bytes) -> None:
    work(submit_plan(plan_bytes, "plan.md", FACTS, by="li"))
    reading = PlanVersion.objects.get().pk
    entry = PlanEntry.objects.filter(version=reading, kind="target").first()
    assert entry is not None
    decide(reading, entry.entry_id, "rejected", reason="误读", by="wang")
    key = submit_review(reading, by="wang")
    assert key is not None
    work(submit_plan(plan_bytes + "\n另行补充一段文字。\n".encode(), "plan.md", FACTS, by="li"))
    job = work(key)
    assert job.state == "failed"
    assert "newer reading" in job.message


def test_new_readings_are_computed_by_the_worker_once() -> None:
    from lantu.run.jobs import queue_lake_measuring

    key = queue_lake_measuring("hours.csv", by="li")
    assert key is not None
    assert queue_lake_measuring("more.csv", by="li") is None, "the waiting job sees them too"
    job = work(key)
    assert (job.state, job.result) == ("done", {"values": 0, "standings": 0})
    assert queue_lake_measuring("later.csv", by="li") is not None
