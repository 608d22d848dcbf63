"""One step with a quarterly report, of a task or of a project: both go the same way from drawn up to accepted.

In: the report's key, a step, a note, who takes it. Out: the state after it, one audit row. Left out on purpose: what a report says,
and how far the work is; that is of tasks and projects.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from lantu.act.progress import STEPS, find_refusal
from lantu.run.clock import read_clock
from lantu.run.work_messages import tell_report_sent_back
from lantu.store.audit import append_audit
from lantu.store.transactions import one_transaction


class Keep(Protocol):
    """Writes a step and the state it led to."""

    def __call__(self, report: Any, step: str, state: str, note: str, at: datetime, *, by: str) -> None: ...


@dataclass(frozen=True, slots=True)
class ReportWay:
    """How the reports of one kind of work are held and kept.

    Attributes:
        kind: First word of the audit row's action: task or project; also the report's field for its work.
        lock: From a key to the report, held until the transaction ends.
        keep: See Keep.
        refuse: Makes the error of that kind from a code and a message.
    """

    kind: str
    lock: Callable[[int], Any]
    keep: Keep
    refuse: Callable[[str, str], Exception]


def take_report_step(way: ReportWay, key: int, step: str, note: str, *, by: str) -> str:
    """Take one step. Returns the state after it; where it cannot be taken, the way's error is raised and nothing was changed."""
    at = read_clock()
    with one_transaction():
        report = way.lock(key)
        if report is None:
            raise way.refuse("unknown", f"there is no report {key}")
        if code := find_refusal(report.state, step, note):
            raise way.refuse(code, f"{step} is not possible: the report is {report.state}")
        if step == "accept" and by == report.actor:
            raise way.refuse("same_person", "whoever reported does not accept")
        before, after = report.state, STEPS[step].after
        way.keep(report, step, after, note.strip(), at, by=by)
        if step == "send_back":
            tell_report_sent_back(report, note.strip(), at)
        address = getattr(report, way.kind).address
        append_audit(by, f"{way.kind}.{step}", address, at, report=report.pk, before=before, after=after)
    return after
