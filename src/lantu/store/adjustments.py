"""Adjustments that hold for a judgement, and targets as they say.

In: a moment of recorded time and a day. Out: targets with figures replaced. Left out on purpose: the plan's own words,
which pages go on printing with the adjustment beside them.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from lantu.core.entry import Entry
from lantu.core.quantity import make_quantity
from lantu.core.target import Base, Target
from lantu.store import models


def adjustments_in_force(at: datetime, day: date) -> dict[tuple[str, str], models.Adjustment]:
    """By address of the target and part: what was approved by a moment and in effect on a day."""
    approved = [key for key, state in states_then(at).items() if state == "approved"]
    rows = models.Adjustment.objects.filter(pk__in=approved, effective_on__lte=day)
    return {(row.target_address, row.part): row for row in rows.order_by("effective_on", "recorded_at", "id")}


def states_then(at: datetime) -> dict[int, str]:
    """The state each adjustment had at a moment, by its key."""
    steps = models.AdjustmentStep.objects.filter(recorded_at__lte=at).order_by("recorded_at", "id")
    return dict(steps.values_list("adjustment_id", "state"))


def adjust_target(target: Target, found: Mapping[tuple[str, str], models.Adjustment]) -> Target:
    """A target with the figures that hold instead of those of its plan."""
    if (value := found.get((target.id, "value"))) is not None and value.amount is not None:
        target = replace(target, value=make_quantity(value.amount.normalize(), value.unit))
    if (base := found.get((target.id, "base"))) is not None and base.amount is not None:
        quantity = make_quantity(base.amount.normalize(), base.unit)
        target = replace(target, base=Base(target.base.year, quantity, base.version_name or f"adjustment {base.pk}"))
    return target


def adjust_entry(entry: Entry, address: str, found: Mapping[tuple[str, str], models.Adjustment]) -> Entry:
    """An entry of a plan as a sentence about its standing must say it: with the figure that holds for the target."""
    row = found.get((address, "value"))
    if row is None or row.amount is None:
        return entry
    return replace(entry, value=row.amount.normalize(), value_max=None, unit=row.unit)


def adjustment_notes(at: datetime, day: date) -> dict[str, str]:
    """By address of the target: what of it was adjusted, in the words a standing carries."""
    words = {"value": "目标值", "base": "基期值"}
    notes: dict[str, list[str]] = {}
    for (address, part), row in adjustments_in_force(at, day).items():
        if part not in words or row.amount is None:
            continue
        figure = make_quantity(row.amount.normalize(), row.unit)
        said = f"{words[part]}自{row.effective_on.isoformat()}起调整为{figure}"
        notes.setdefault(address, []).append(said + (f"（{row.version_name}）" if row.version_name else ""))
    return {address: "；".join(said) for address, said in notes.items()}


def list_adjustments() -> list[models.Adjustment]:
    """All, the newest first."""
    return list(models.Adjustment.objects.select_related("place"))


def find_adjustment(key: int) -> models.Adjustment | None:
    """One adjustment."""
    return models.Adjustment.objects.filter(pk=key).select_related("place", "document").first()


def lock_adjustment(key: int) -> models.Adjustment | None:
    """The adjustment, held until the transaction ends."""
    return models.Adjustment.objects.select_for_update(of=("self",)).filter(pk=key).first()


def adjustment_steps(row: models.Adjustment) -> list[models.AdjustmentStep]:
    """Every step, newest first."""
    return list(row.steps.order_by("-recorded_at", "-id"))


def keep_adjustment_step(row: models.Adjustment, step: str, state: str, note: str, at: datetime, *, by: str) -> None:
    """Write a step, and the state it led to."""
    models.AdjustmentStep.objects.create(adjustment=row, step=step, state=state, note=note, actor=by, recorded_at=at)
    row.state = state
    row.save(update_fields=["state"])
