"""Percentiles with straight lines between ranks, in whole numbers.

In: cells with the figure that is used. Out: totals that are a thousand times the percentile.
Left out on purpose: engines' own percentiles, of which each has another rule.
"""

from collections.abc import Mapping
from typing import Any

import ibis

from lantu.core.step import Step
from lantu.measure.calendar import floor_div
from lantu.measure.dated import Rows, choose_figure

KEYS = ("item", "place", "period")


def percentile_totals(counted: ibis.Table, step: Step, rows: Rows, counts: Mapping[str, ibis.Value]) -> ibis.Table:
    """The percentile of the column `used` by item, place and period: k = 1 + (n − 1) · p, with straight lines between.

    Args:
        counted: Cells, with the figure that is used.
        step: With the percent.
        rows: Columns that decide which edition holds.
        counts: Further counts to make on the way.

    Source: HJ 663-2013 appendix A, in force from 2013-10-01 (from memory; equal to numpy's "linear").
    """
    used = counted.mutate(_percent=choose_figure(step.rules["percent"], rows, _thousandths))
    by: Any = [used[key] for key in KEYS]
    # cells without a figure come last, where no rank is asked for
    ranked = used.mutate(
        _rank=ibis.row_number().over(group_by=by, order_by=used.used.asc(nulls_first=False)),
        _n=used.used.count().over(group_by=by),
    )
    # the place among ranks from 0 on, in thousandths
    placed = ranked.mutate(_place=(ranked._n - 1) * ranked._percent)
    placed = placed.mutate(_below=floor_div(placed._place, 1000))
    placed = placed.mutate(_rest=placed._place - placed._below * 1000)
    weight = ibis.cases(
        (placed._rank == placed._below, 1000 - placed._rest),
        (placed._rank == placed._below + 1, placed._rest),
        else_=0,
    )
    weighted = placed.mutate(_weighted=placed.used * weight)
    return weighted.group_by(KEYS).aggregate(
        total=weighted._weighted.sum().cast("int64"),
        n=weighted.used.count(),
        seen=weighted.count(),
        measured=weighted.amount.count(),
        **counts,
    )


def _thousandths(percent: Any) -> int | None:
    return None if percent is None else int(percent * 10)
