"""Figures as reported: for each indicator, place and period the one in force.

In: observations; one row each, amounts in the definition's unit, bound and status
as words, instants in UTC, published_on null where not known. Out: an expression
with one row per indicator, place and period. Left out on purpose: averaging reports
that differ; a figure is always somebody's.

In force is the figure published last; among those of one day, and among those whose
day is not known, the one recorded last; then the one with the greatest id, numbers
counted as numbers. A figure without a day of publication yields to any with one.
"""

from collections.abc import Iterable
from typing import Any

import ibis

KEYS = ("indicator_code", "place_code", "period_start", "period_end")
"""What a value is of."""

COLUMNS = (*KEYS, "amount", "bound", "status", "inputs", "rule", "published_on", "note")
"""Of every expression here: amount is decimal(38,10); inputs are ids joined by commas."""

AMOUNT = "decimal(38, 10)"


def reported_values(observations: ibis.Table, codes: Iterable[str]) -> ibis.Table:
    """The figure in force of each indicator, place and period.

    Args:
        observations: One row per observation (see the module).
        codes: Indicators wanted.
    """
    wanted = observations.filter(observations.indicator_code.isin(sorted(set(codes))))
    order = (
        wanted.published_on.desc(nulls_first=False),
        wanted.recorded_at.desc(nulls_first=False),
        # ids are numbers written as text: the longer one is the greater one
        wanted.observation_id.length().desc(),
        wanted.observation_id.desc(),
    )
    rank: Any = ibis.row_number().over(group_by=[wanted[key] for key in KEYS], order_by=order)
    ranked = wanted.mutate(rank=rank)
    in_force = ranked.filter(ranked["rank"] == 0)
    return in_force.select(
        *KEYS,
        amount=in_force.amount.cast(AMOUNT),
        bound=in_force.bound,
        status=in_force.status,
        inputs=in_force.observation_id,
        rule=ibis.literal("reported"),
        published_on=in_force.published_on,
        note=in_force.note.fill_null(""),
    )
