"""Arrows of an adjustment 调整修订: asked for with grounds and documents, each step, and judging anew once one holds.

In: which figure of which target, and what somebody does. Out: rows and one audit row each. Left out on purpose: who
may; and what is asked of projects, which `adjusting_projects` has; their steps are these.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from lantu.act.adjusting import STEPS, find_refusal
from lantu.core.absence import Absence
from lantu.core.quantity import make_quantity
from lantu.core.standing import Standing
from lantu.core.target import Base, Target
from lantu.judge.settings import Settings
from lantu.judge.standing import judge_target
from lantu.run.clock import end_of_day, read_clock, today_in_china
from lantu.run.jobs import queue_remeasuring
from lantu.sense.evidence import identify_evidence
from lantu.store import models
from lantu.store.adjustments import adjust_target, adjustments_in_force, keep_adjustment_step, lock_adjustment
from lantu.store.audit import append_audit
from lantu.store.codec import decode
from lantu.store.fetch.breakdowns import find_target
from lantu.store.keep.plans import keep_document
from lantu.store.known import known_values
from lantu.store.targets import targets_in_force
from lantu.store.transactions import one_transaction

PARTS = ("value", "base")


class AdjustmentRefusedError(ValueError):
    """The request or step is not possible; `code` says why.

    Attributes:
        code: unknown, amount, same, reason, file, state, note or same_person.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be adjusted.

    Attributes:
        part: value or base.
        amount: The new figure, in the unit of the old one.
        grounds: Why.
        effective_on: From which day on.
        version_name: Of a revised base, such as the census it comes from.
    """

    part: str
    amount: Decimal
    grounds: str
    effective_on: date
    version_name: str = ""


def ask_adjustment(target_key: int, request: Request, file: tuple[bytes, str] | None = None, *, by: str) -> int:
    """Ask for an adjustment. Returns its key; nothing changes until it is approved.

    Raises:
        AdjustmentRefusedError: If the target has no such figure, says the same, or grounds are missing.
    """
    row = find_target(target_key)
    if row is None or request.part not in PARTS:
        raise AdjustmentRefusedError("unknown", f"there is no target {target_key}, or no part {request.part}")
    at = read_clock()
    target = adjust_target(decode(Target, row.body), adjustments_in_force(at, today_in_china()))
    old = target.value if request.part == "value" else target.base.quantity
    if isinstance(old, Absence) or not request.amount.is_finite():
        raise AdjustmentRefusedError("amount", "the target states no figure to adjust")
    if make_quantity(request.amount, old.unit.symbol) == old:
        raise AdjustmentRefusedError("same", "that is what holds already")
    if not request.grounds.strip():
        raise AdjustmentRefusedError("reason", "an adjustment needs grounds")
    if file is not None and not identify_evidence(*file)[0]:
        raise AdjustmentRefusedError("file", f"{file[1]} is not taken")
    with one_transaction():
        made = models.Adjustment.objects.create(
            target_address=row.address, place_id=row.place_id, part=request.part, before=old.amount,
            amount=request.amount, unit=old.unit.symbol, version_name=request.version_name.strip(),
            grounds=request.grounds.strip(), document=keep_document(*file, at) if file else None,
            effective_on=request.effective_on, state="submitted", actor=by, recorded_at=at,
        )  # fmt: skip
        keep_adjustment_step(made, "submit", "submitted", "", at, by=by)
        append_audit(
            by, "adjustment.asked", row.address, at, adjustment=made.pk, part=request.part, before=str(old.amount),
            amount=str(request.amount), effective_on=request.effective_on.isoformat(),
        )  # fmt: skip
    return int(made.pk)


def step_adjustment(key: int, step: str, *, note: str = "", by: str) -> str:
    """Take one step. Returns the state after it; where an approval came or went, targets are judged anew.

    Raises:
        AdjustmentRefusedError: If it cannot be taken; nothing was changed.
    """
    at = read_clock()
    with one_transaction():
        row = lock_adjustment(key)
        if row is None:
            raise AdjustmentRefusedError("unknown", f"there is no adjustment {key}")
        if code := find_refusal(row.state, step, note):
            raise AdjustmentRefusedError(code, f"{step} is not possible: the adjustment is {row.state}")
        if step in ("review", "approve") and by == row.actor:
            raise AdjustmentRefusedError("same_person", "whoever asked neither reviews nor approves")
        before, after = row.state, STEPS[step].after
        keep_adjustment_step(row, step, after, note.strip(), at, by=by)
        append_audit(by, f"adjustment.{step}", row.target_address, at, adjustment=row.pk, before=before, after=after)
        if row.part in PARTS and "approved" in (before, after):
            queue_remeasuring(row.target_address, by=by)
    return after


def compare_judgements(row: models.Adjustment) -> tuple[Standing, Standing] | None:
    """How the target stands with the figure before and with the one after; None where its plan is not in force."""
    day = today_in_china()
    moment = end_of_day(day)
    target = next((t for _, t in targets_in_force(moment) if t.id == row.target_address), None)
    if target is None or row.before is None or row.amount is None or row.part not in PARTS:
        return None
    values = [v for v in known_values(moment) if v.place_code == target.place_code]
    own = [v for v in values if v.indicator_code == target.indicator_code]
    partner = [v for v in values if v.indicator_code == target.relative_to]

    def judge(amount: Decimal, name: str) -> Standing:
        quantity = make_quantity(amount.normalize(), row.unit)
        is_value, base = row.part == "value", Base(target.base.year, quantity, name)
        said = replace(target, value=quantity) if is_value else replace(target, base=base)
        return judge_target(said, own, partner, as_of=day, settings=Settings())

    return judge(row.before, "plan"), judge(row.amount, row.version_name or f"adjustment {row.pk}")
