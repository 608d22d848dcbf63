"""Arrows of an adjustment 调整修订 of a project: its due year, sum or scope, by the same way as a target's.

In: which thing of which project, to what, why, from when. Out: one row, one audit row; how the project stands with either.
Left out on purpose: the steps, which are those of every adjustment.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.core.project import ProjectStanding
from lantu.judge.projects import judge_project
from lantu.run.adjusting import AdjustmentRefusedError
from lantu.run.clock import end_of_day, read_clock, today_in_china
from lantu.run.project_rates import compute_rates
from lantu.run.projects import MOST_YUAN, YEARS
from lantu.sense.evidence import identify_evidence
from lantu.store import models
from lantu.store.adjustments import keep_adjustment_step
from lantu.store.audit import append_audit
from lantu.store.fetch.projects import ADJUSTABLE, KnownProject, known_projects
from lantu.store.keep.plans import keep_document
from lantu.store.transactions import one_transaction

UNITS = {"due": "年", "sum": "元", "scope": ""}


@dataclass(frozen=True, slots=True)
class ProjectRequest:
    """What is to be adjusted.

    Attributes:
        part: due, sum or scope.
        amount: The new year, or the new sum in yuan; None for a scope.
        words: The new scope, or "".
        grounds: Why.
        effective_on: From which day on.
    """

    part: str
    amount: Decimal | None
    words: str
    grounds: str
    effective_on: date


def ask_project_adjustment(
    project_key: int, request: ProjectRequest, file: tuple[bytes, str] | None = None, *, by: str
) -> int:
    """Ask for an adjustment. Returns its key; nothing changes until it is approved.

    Raises:
        AdjustmentRefusedError: If the project is not confirmed, says the same, the new is none, or grounds are missing.
    """
    at = read_clock()
    known = next(iter(known_projects(at, today_in_china(), key=project_key)), None)
    if known is None or request.part not in ADJUSTABLE:
        raise AdjustmentRefusedError("unknown", f"there is no project {project_key}, or no part {request.part}")
    if known.setting.is_presumed:
        raise AdjustmentRefusedError("presumed", "what is presumed is confirmed, not adjusted")
    _check_new(request)
    before, words_before = _read_before(known, request.part)
    if (request.amount, request.words.strip()) == (before, words_before):
        raise AdjustmentRefusedError("same", "that is what holds already")
    if not request.grounds.strip():
        raise AdjustmentRefusedError("reason", "an adjustment needs grounds")
    if file is not None and not identify_evidence(*file)[0]:
        raise AdjustmentRefusedError("file", f"{file[1]} is not taken")
    with one_transaction():
        made = models.Adjustment.objects.create(
            target_address=known.row.address, place_id=known.setting.place_id, part=request.part, before=before,
            amount=request.amount, words_before=words_before, words=request.words.strip(), unit=UNITS[request.part],
            grounds=request.grounds.strip(), document=keep_document(*file, at) if file else None,
            effective_on=request.effective_on, state="submitted", actor=by, recorded_at=at,
        )  # fmt: skip
        keep_adjustment_step(made, "submit", "submitted", "", at, by=by)
        append_audit(
            by, "adjustment.asked", known.row.address, at, adjustment=made.pk, part=request.part,
            before=None if before is None else str(before), words_before=words_before, words=made.words,
            amount=None if request.amount is None else str(request.amount),
            effective_on=request.effective_on.isoformat(),
        )  # fmt: skip
    return int(made.pk)


def _check_new(request: ProjectRequest) -> None:
    amount = request.amount
    if request.part == "scope":
        if amount is not None or not request.words.strip():
            raise AdjustmentRefusedError("amount", "a scope is words")
        return
    if amount is None or request.words or not amount.is_finite():
        raise AdjustmentRefusedError("amount", "no figure is given")
    is_year = request.part == "due" and amount == int(amount) and int(amount) in YEARS
    if not is_year and not (request.part == "sum" and 0 < amount <= MOST_YUAN):
        raise AdjustmentRefusedError("amount", f"{amount} is no year or no sum")


def _read_before(known: KnownProject, part: str) -> tuple[Decimal | None, str]:
    if part == "scope":
        return None, known.scope
    year = known.facts.due_year
    return (None if year is None else Decimal(year)) if part == "due" else known.facts.total, ""


def compare_project(row: models.Adjustment) -> tuple[ProjectStanding, ProjectStanding] | None:
    """How the project stands with what was before and with what is after; None for a scope, which decides nothing."""
    if row.part not in ("due", "sum"):
        return None
    day = today_in_china()
    found = models.Project.objects.filter(address=row.target_address).first()
    known = next(iter(known_projects(end_of_day(day), day, key=found.pk)), None) if found else None
    if known is None:
        return None

    def judge(amount: Decimal | None) -> ProjectStanding:
        due_year = None if amount is None else int(amount)
        said = {"due_year": due_year} if row.part == "due" else {"total": amount}
        facts = replace(known.facts, **said)
        return judge_project(facts, compute_rates(facts))

    return judge(row.before), judge(row.amount)
