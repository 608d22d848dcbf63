"""Long arrows, done by a worker while a page shows how far they are.

In: an uploaded plan or return. Out: a job to watch. The upload is kept before the
job is queued, in one transaction, so that a crash loses neither.
Left out on purpose: the queue itself, which is a library's.
"""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Any

from django_tasks import task

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.report import ReportKind
from lantu.run.checking import check_versions, find_versions
from lantu.run.clock import read_clock
from lantu.run.judging import judge_all, judge_changed
from lantu.run.measuring import measure_all, retract_all
from lantu.run.measuring_lake import measure_lake
from lantu.run.plans import UnreadablePlanError, read_version, receive_plan
from lantu.run.reporting import ReportRefusedError, make_report
from lantu.run.returns import receive_return
from lantu.run.reviewing import DecisionRefusedError, count_pending, put_in_force, take_reviewed
from lantu.store.documents import document_bytes
from lantu.store.fetch.jobs import find_title, find_version_plan
from lantu.store.jobs import fail_job, finish_job, has_waiting_job, make_job, progress_of, start_job, unfinished_jobs
from lantu.store.keep.checks import scope_of
from lantu.store.keep.plans import PlanFacts, keep_document
from lantu.store.transactions import one_transaction

LOG = logging.getLogger("lantu.jobs")


def submit_plan(data: bytes, name: str, facts: PlanFacts, *, by: str) -> int:
    """Keep a plan and queue its reading. Returns the job's key."""
    if not facts.title.strip():
        facts = replace(facts, title=PurePath(name).stem)
    with one_transaction():
        version = receive_plan(data, name, facts, by=by)
        job = make_job("read_plan", facts.title, by, read_clock(), version=version)
        do_job.enqueue(job.pk)
    return int(job.pk)


def submit_return(data: bytes, name: str, *, by: str, places: frozenset[str] | None = None) -> int:
    """Keep a return's file and queue its reading. Returns the job's key.

    Args:
        data: The file's bytes.
        name: Its file name.
        by: Who hands it in.
        places: Codes of the places they may report for; None for all.
    """
    at, told = read_clock(), None if places is None else sorted(places)
    with one_transaction():
        document = keep_document(data, name, at)
        job = make_job("read_return", name, by, at, document=document.pk, name=name, places=told)
        do_job.enqueue(job.pk)
    return int(job.pk)


def submit_check(version_keys: Iterable[int], *, by: str) -> int:
    """Queue a check of plan versions. Returns the job's key.

    Raises:
        CheckRefusedError: If they cannot be checked together.
    """
    versions = find_versions(version_keys)
    asked = {"versions": [v.pk for v in versions], "scope": scope_of(v.plan_id for v in versions)}
    with one_transaction():
        job = make_job("check_plans", "、".join(v.plan.title for v in versions), by, read_clock(), **asked)
        do_job.enqueue(job.pk)
    return int(job.pk)


def submit_review(version_key: int, *, by: str) -> int | None:
    """Queue putting a review in force. Returns the job's key, or None where the version in force says the same.

    Raises:
        DecisionRefusedError: If that version is no reading.
    """
    if not count_pending(version_key):
        take_reviewed(version_key, by=by)
        return None
    plan = find_version_plan(version_key)
    with one_transaction():
        job = make_job("put_in_force", find_title(version_key), by, read_clock(), reading=version_key, plan=plan)
        do_job.enqueue(job.pk)
    return int(job.pk)


def queue_remeasuring(subject: str, *, by: str, only_figures: bool = False) -> int:
    """Queue measuring and judging anew, inside the transaction of what changed. Returns the job's key.

    Args:
        subject: What changed.
        by: Who changed it.
        only_figures: Whether nothing but figures changed, so that only what rests on them is judged.
    """
    job = make_job("remeasure", subject, by, read_clock(), only_figures=only_figures)
    do_job.enqueue(job.pk)
    return int(job.pk)


def queue_lake_measuring(subject: str, *, by: str) -> int | None:
    """Queue computing what new readings reach. Returns the job's key, or None where one waits already, as it sees them too."""
    with one_transaction():
        if has_waiting_job("measure_lake"):
            return None
        job = make_job("measure_lake", subject, by, read_clock())
        do_job.enqueue(job.pk)
    return int(job.pk)


def submit_report(kind: str, plan_key: int, title: str, *, as_of: date, year: int | None, by: str) -> int:
    """Queue the making of a report. Returns the job's key."""
    asked = {"report_kind": kind, "plan": plan_key, "as_of": as_of.isoformat(), "year": year}
    with one_transaction():
        job = make_job("make_report", title, by, read_clock(), **asked)
        do_job.enqueue(job.pk)
    return int(job.pk)


@task()
def do_job(key: int) -> None:
    """What the worker runs: the job's work, then measuring and judging what rests on it."""
    job = start_job(key, read_clock())
    try:
        message, result = _WORK[job.kind](key, dict(job.result), job.actor)
    except UnreadablePlanError as error:
        fail_job(key, read_clock(), str(error), codes=list(error.codes))
        return
    except (DecisionRefusedError, ReportRefusedError) as error:
        fail_job(key, read_clock(), str(error))
        return
    except Exception as error:
        LOG.exception("job %s failed", key)
        fail_job(key, read_clock(), f"{type(error).__name__}: {error}")
        raise
    finish_job(key, read_clock(), message, **result)


def requeue_unfinished() -> int:
    """Queue again what a worker that is gone had begun. Returns how many jobs that was."""
    keys = unfinished_jobs()
    for key in keys:
        do_job.enqueue(key)
    return len(keys)


def _read_plan(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    note = progress_of(key)
    plan = read_version(asked["version"], by=by, report=lambda share, step: note(share * 0.8, step))
    note(0.9, "judge")
    judge_all(by=by)
    return "", {"version": plan.key}


def _read_return(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    note = progress_of(key)
    note(0.1, "return")
    told = asked.get("places")
    places = None if told is None else frozenset(told)
    receipt = receive_return(document_bytes(asked["document"]), asked["name"], by=by, places=places)
    note(0.5, "measure")
    measure_all(by=by)
    note(0.8, "judge")
    judge_changed(by=by)
    return _first_errors(receipt.diagnostics), {"batch": receipt.batch}


def _put_in_force(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    note = progress_of(key)
    note(0.1, "revise")
    version = put_in_force(asked["reading"], by=by)
    note(0.5, "judge")
    judge_all(by=by)
    return "", {"in_force": version}


def _remeasure(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    note = progress_of(key)
    note(0.1, "measure")
    measure_all(by=by)
    retract_all(by=by)
    note(0.7, "judge")
    if asked.get("only_figures"):
        judge_changed(by=by)
    else:
        judge_all(by=by)
    return "", {}


def _measure_lake(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    progress_of(key)(0.1, "measure")
    report = measure_lake(by=by)
    return "", {"values": report.values, "standings": report.standings}


def _check_plans(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    return "", {"check": check_versions(asked["versions"], by=by, report=progress_of(key))}


def _make_report(key: int, asked: dict[str, Any], by: str) -> tuple[str, dict[str, Any]]:
    note = progress_of(key)
    note(0.1, "compose")
    kind, as_of = ReportKind(asked["report_kind"]), date.fromisoformat(asked["as_of"])
    made = make_report(kind, asked["plan"], as_of=as_of, year=asked["year"], by=by)
    return "", {"report": made}


def _first_errors(diagnostics: tuple[Diagnostic, ...]) -> str:
    """The whole-file errors of a return, in one line."""
    whole = [d for d in diagnostics if d.severity is Severity.ERROR and (d.cell is None or d.cell.row == 0)]
    return " ".join(f"{d.message} {d.hint}".strip() for d in whole)


_WORK = {
    "read_plan": _read_plan,
    "read_return": _read_return,
    "make_report": _make_report,
    "put_in_force": _put_in_force,
    "check_plans": _check_plans,
    "remeasure": _remeasure,
    "measure_lake": _measure_lake,
}
