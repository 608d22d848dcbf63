"""Operations on adjustments 调整修订: which figures of targets were replaced, asking for one, and each step.

In: filters, requests, steps. Out: pages of a list, states. Left out on purpose: judging with either figure, which the page does.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Status

from lantu.act.adjusting import ASK, STEPS, steps_from
from lantu.run.adjusting import AdjustmentRefusedError, Request, ask_adjustment, step_adjustment
from lantu.show.access import check_may, may_do, reach_for
from lantu.show.api.asked import AsOf, Key, Page, Paged, PlaceCode, cut_page, known_by
from lantu.show.api.operations import operation
from lantu.show.api.problems import ProblemError
from lantu.show.api.work_schemas import (
    ADJUSTMENT_STATES,
    AdjustedOut,
    AdjustmentIn,
    AdjustmentOut,
    AdjustmentStepIn,
    WholeAdjustmentOut,
)
from lantu.show.api.writing import WriteKey, write_once
from lantu.show.numbers import plain_amount
from lantu.store import models
from lantu.store.adjustments import adjustment_steps, find_adjustment, list_adjustments, states_then
from lantu.store.fetch.breakdowns import find_target


class AdjustmentsAsked(Paged):
    """Narrow adjustments; `as_of` tells them as they stood at the end of that day."""

    place: PlaceCode | None = None
    target: Key | None = None
    state: ADJUSTMENT_STATES | None = None
    as_of: AsOf | None = None


@operation("GET", "/adjustments", "read", Page[AdjustmentOut])
def adjustments(request: HttpRequest, asked: Query[AdjustmentsAsked]) -> Any:
    """Adjustments of targets one may read, the newest first."""
    reach, then = reach_for(request, "read"), None
    if (moment := known_by(asked.as_of)) is not None:
        then = states_then(moment)
    address = None
    if asked.target is not None:
        found = find_target(asked.target)
        address = found.address if found else ""
    rows = [
        (row, row.state if then is None else then[row.pk])
        for row in list_adjustments()
        if reach.covers(row.place_id) and (then is None or row.pk in then)
    ]
    wanted = [
        (row, state)
        for row, state in rows
        if asked.place in (None, row.place_id)
        and asked.state in (None, state)
        and address in (None, row.target_address)
    ]
    return cut_page(request, wanted, asked, lambda line: build_adjustment(*line))


@operation("GET", "/adjustments/{key}", "read", WholeAdjustmentOut)
def one_adjustment(request: HttpRequest, key: Key) -> Any:
    """An adjustment with every step, and what one may do now."""
    row = get_adjustment(request, key)
    names = ("step", "state", "note", "actor", "recorded_at")
    return {
        **build_adjustment(row, row.state),
        "steps": [{name: getattr(step, name) for name in names} for step in reversed(adjustment_steps(row))],
        "next_steps": [step.name for step in steps_from(row.state) if may_do(request, step.action, row.place_id)],
    }


@operation("POST", "/adjustments", ASK, AdjustedOut, status=201)
def ask_for_adjustment(request: HttpRequest, body: AdjustmentIn, write_key: WriteKey) -> Any:
    """Ask that a target's figure or base be another from a day on; nothing changes until it is approved."""

    def act() -> dict[str, Any]:
        target = find_target(body.target)
        if target is None:
            raise ProblemError(404, "unknown", f"there is no target {body.target}")
        check_may(request, ASK, target.place_id)
        said = Request(body.part, Decimal(body.amount), body.grounds, body.effective_on, body.version_name)
        made = _try(lambda: ask_adjustment(body.target, said, by=request.user.get_username()))
        return {"adjustment": made, "state": "submitted"}

    return Status(201, write_once(request, write_key, 201, act))


@operation("POST", "/adjustments/{key}/steps", "read", AdjustedOut)
def step_an_adjustment(request: HttpRequest, key: Key, body: AdjustmentStepIn, write_key: WriteKey) -> Any:
    """Take a step of an adjustment; who may depends on the step."""

    def act() -> dict[str, Any]:
        row, step = get_adjustment(request, key), STEPS[body.step]
        check_may(request, step.action, row.place_id)
        state = _try(lambda: step_adjustment(key, step.name, note=body.note, by=request.user.get_username()))
        return {"adjustment": key, "state": state}

    return write_once(request, write_key, 200, act)


def get_adjustment(request: HttpRequest, key: int) -> models.Adjustment:
    """The adjustment, if whoever asks may read it.

    Raises:
        ProblemError: If there is none.
    """
    row = find_adjustment(key)
    if row is None:
        raise ProblemError(404, "unknown")
    check_may(request, "read", row.place_id)
    return row


def build_adjustment(row: models.Adjustment, state: str) -> dict[str, Any]:
    """One adjustment in a state."""
    names = (
        "target_address",
        "part",
        "words_before",
        "words",
        "unit",
        "version_name",
        "grounds",
        "effective_on",
        "actor",
        "recorded_at",
    )
    return {
        "key": row.pk, "place": row.place_id, "before": plain_amount(row.before), "amount": plain_amount(row.amount),
        "state": state, "href": reverse("adjustment", args=[row.pk]), **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def _try(arrow: Callable[[], Any]) -> Any:
    """What an arrow returns; its refusal as a problem."""
    try:
        return arrow()
    except AdjustmentRefusedError as error:
        raise ProblemError(404 if error.code == "unknown" else 409, error.code, str(error)) from error
