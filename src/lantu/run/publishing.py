"""The arrow that publishes how a plan stands.

In: a plan. Out: a publication that holds its targets, sentences, standings and yearly figures as they are now. Left out on purpose:
who may publish, which the policy says, and a way to unpublish.
"""

from collections.abc import Mapping
from typing import Any

from lantu.core.absence import Absence
from lantu.core.value import Value
from lantu.run.clock import read_clock, today_in_china
from lantu.store import models
from lantu.store.adjustments import adjust_target, adjustments_in_force
from lantu.store.audit import append_audit
from lantu.store.codec import encode
from lantu.store.fetch.plans import versions_in_force
from lantu.store.fetch.standings import StandingTarget, targets_of
from lantu.store.known import known_definitions, known_values
from lantu.store.publications import keep_publication
from lantu.store.transactions import one_transaction

Series = dict[tuple[str, str], list[Value]]


class PublishingRefusedError(ValueError):
    """The plan cannot be published; the message says why."""


def publish_plan(plan_key: int, *, by: str) -> int:
    """Publish how the plan stands now. Returns the publication's number.

    Raises:
        PublishingRefusedError: If no version of the plan is in force, or it has no targets.
    """
    version = versions_in_force().get(plan_key)
    found = targets_of([version]) if version is not None else []
    if version is None or not found:
        raise PublishingRefusedError("the plan has no targets in force")
    names = {d.code: d.name_en for d in known_definitions()}
    series: Series = {}
    for value in known_values():
        series.setdefault((value.indicator_code, value.place_code), []).append(value)
    at = read_clock()
    adjusted = adjustments_in_force(at, today_in_china())
    body = [_describe(item, names, series, adjusted) for item in found]
    as_of = max((t.standing.as_of for t in found if t.standing), default=None)
    with one_transaction():
        kept = keep_publication(plan_key, body, as_of, at, by=by)
        append_audit(by, "plan.published", version.plan.address, at, number=kept.number, targets=len(body))
    return kept.number


def _describe(
    item: StandingTarget, names: dict[str, str], series: Series, adjusted: Mapping[tuple[str, str], models.Adjustment]
) -> dict[str, Any]:
    own = series.get((item.row.indicator_code, item.row.place_id), [])
    return {
        "target": encode(adjust_target(item.target, adjusted)),
        "entry": encode(item.entry),
        "standing": encode(item.standing) if item.standing else None,
        "name_en": names.get(item.row.indicator_code, ""),
        "place": item.row.place.name,
        "place_en": item.row.place.name_en,
        "years": sorted(
            (value.period.year, str(value.quantity.amount), value.quantity.unit.symbol)
            for value in own
            if value.period.is_full_year and not isinstance(value.quantity, Absence)
        ),
    } | _describe_adjusted(item.row.address, adjusted)


def _describe_adjusted(address: str, adjusted: Mapping[tuple[str, str], models.Adjustment]) -> dict[str, Any]:
    """What holds in place of the plan's own figures; nothing where nothing was adjusted, as in older publications."""
    rows = [(part, row) for part in ("value", "base") if (row := adjusted.get((address, part))) is not None]
    told = [
        {"part": part, "amount": str(row.amount.normalize()), "unit": row.unit, "since": row.effective_on.isoformat()}
        for part, row in rows
        if row.amount is not None
    ]
    return {"adjusted": told} if told else {}
