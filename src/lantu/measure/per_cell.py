"""Each cell by itself into an index, or a multiple of its limit.

In: cells and a step. Out: an expression of cells. Left out on purpose: the figures; points
and limits come with the step, by the date of the cell.
"""

from itertools import pairwise
from typing import Any

import ibis

from lantu.core.step import By, Step
from lantu.measure.dated import Rows, choose_expression, choose_figure
from lantu.measure.exact import ceil_div, scale_decimal
from lantu.measure.finish import finish_cells


def cells_by_themselves(cells: ibis.Table, step: Step, decimals: int) -> ibis.Table:
    """The step's cells.

    Args:
        cells: Of one or several items.
        step: interpolate, over_limit or inverse.
        decimals: Places that the cells' amounts are kept to.

    Raises:
        ValueError: If the step's way is not one for single cells.
    """
    inside = cells.filter(cells.item.isin(step.items))
    rows = Rows(inside.item, inside.period, step.grain, step.items)
    if step.by is By.INTERPOLATE:
        index = choose_expression(step.rules["points"], rows, lambda v: _interpolate(inside.amount, v, decimals))
        return inside.mutate(amount=index * 10**step.decimals)
    if step.by is By.OVER_LIMIT:
        # both figures have the same places, which fall out; the quotient has its own
        limit = choose_figure(step.rules["limit"], rows, lambda v: None if v is None else scale_decimal(v, decimals))
        totals = inside.mutate(total=inside.amount * 10**step.decimals, _limit=limit)
        return finish_cells(totals, step, Rows(totals.item, totals.period, step.grain, step.items), totals._limit)
    if step.by is By.INVERSE:
        totals = inside.mutate(
            total=_invertible(inside.amount, decimals + step.decimals), _below=ibis.greatest(inside.amount, 1)
        )
        return finish_cells(totals, step, Rows(totals.item, totals.period, step.grain, step.items), totals._below)
    raise ValueError(f"{step.table}: {step.by} is not a way for single cells")


def _invertible(amount: ibis.Value, decimals: int) -> ibis.Value:
    """What an amount above zero divides to become its inverse; null for another."""
    return ibis.cases((amount > 0, ibis.literal(10**decimals, "int64")))


def _interpolate(amount: ibis.Value, held: Any, decimals: int) -> ibis.Value:
    """The level on straight lines through the points, rounded up to a whole number.

    Source: HJ 633-2012 4.3 and 6.2, to 2026-02-28; HJ 633-2026 4.2.4 to 4.2.6, from 2026-03-01.

    Args:
        amount: As kept.
        held: points, levels, cap, and above: stay where the last level holds beyond a table that ends early.
        decimals: Places of the amount.
    """
    if held is None:
        return ibis.null("int64")
    points = [scale_decimal(p, decimals) for p in held["points"]]
    levels = [int(level) for level in held["levels"]][: len(points)]
    branches = []
    for (low, high), (start, end) in zip(pairwise(points), pairwise(levels), strict=True):
        rise = ceil_div((amount - low) * (end - start), high - low)
        branches.append((amount <= high, (rise + start).cast("int64")))
    if len(points) == len(held["levels"]):
        beyond = ibis.literal(int(held["cap"]), "int64")
    else:  # the table ends early, and its edition says whether the last level stays
        beyond = ibis.literal(levels[-1], "int64") if held.get("above") == "stay" else ibis.null("int64")
    return ibis.cases((amount.isnull(), ibis.null("int64")), *branches, else_=beyond)
