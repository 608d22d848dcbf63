"""Cells of several items of one place and period into one: the largest, the sum, one over another.

In: cells and a step. Out: an expression of cells. Left out on purpose: means of ratios; a
ratio is of two sums that were brought to the same place and period before.
"""

from dataclasses import replace
from math import lcm
from typing import Any

import ibis

from lantu.core.step import By, Dated, Held, Step
from lantu.measure.dated import Rows, choose_figure
from lantu.measure.exact import scale_decimal
from lantu.measure.finish import finish_cells, whole_number

KEYS = ("place", "period")


def cells_over_items(cells: ibis.Table, step: Step, decimals: int) -> ibis.Table:
    """The step's cells, under its own item.

    Args:
        cells: Of the items.
        step: ratio, over_limit, sum, max, min or count.
        decimals: Places that the cells' amounts are kept to.

    Raises:
        ValueError: If the step's way is not one for items.
    """
    inside = cells.filter(cells.item.isin(step.items))
    if step.by is By.RATIO:
        return _divide(inside, step)
    if step.by is By.OVER_LIMIT:
        return _add_over_limits(inside, step, decimals)
    amount = inside.amount
    ways: dict[By, Any] = {By.SUM: amount.sum, By.MAX: amount.max, By.MIN: amount.min, By.COUNT: amount.count}
    if step.by not in ways:
        raise ValueError(f"{step.table}: {step.by} is not a way to bring items together")
    totals = inside.group_by(KEYS).aggregate(total=ways[step.by]().cast("int64"), n=amount.count(), seen=inside.count())
    named = totals.mutate(item=ibis.literal(step.into))
    rows = Rows(None, named.period, step.grain, (step.into,))
    return finish_cells(named, step, rows, valid=_is_whole(named, step, rows))


def _divide(inside: ibis.Table, step: Step) -> ibis.Table:
    above, below = step.parts["above"], step.parts["below"]
    both = inside.group_by(KEYS).aggregate(
        over=inside.amount.max(where=inside.item == above),
        under=inside.amount.max(where=inside.item == below),
        n=inside.amount.count(),
        seen=inside.count(),
    )
    per = choose_figure(step.rules["per"], Rows(None, both.period, step.grain, (step.into,)), whole_number)
    totals = both.mutate(
        item=ibis.literal(step.into),
        total=ibis.cases((both.under > 0, both.over * per * 10**step.decimals)),
        under=ibis.greatest(both.under.fill_null(1), 1),
    )
    rows = Rows(None, totals.period, step.grain, (step.into,))
    return finish_cells(totals, step, rows, totals.under)


def _add_over_limits(inside: ibis.Table, step: Step, decimals: int) -> ibis.Table:
    """The sum of figures over their limits, rounded once: brought to the limits' common multiple first."""
    editions = tuple(_share_multiple(held, step.items, decimals) for held in step.rules["limit"].editions)
    factors = Dated(step.rules["limit"].rule, tuple(replace(h, values=factors) for h, factors, _ in editions))
    multiples = Dated(factors.rule, tuple(replace(h, values={"": common}) for h, _, common in editions))
    rows = Rows(inside.item, inside.period, step.grain, step.items)
    weighed = inside.mutate(weighed=inside.amount * choose_figure(factors, rows, whole_number))
    totals = weighed.group_by(KEYS).aggregate(
        total=weighed.weighed.sum().cast("int64"), n=weighed.amount.count(), seen=weighed.count()
    )
    named = totals.mutate(item=ibis.literal(step.into), total=totals.total * 10**step.decimals)
    rows = Rows(None, named.period, step.grain, (step.into,))
    common = choose_figure(multiples, rows, whole_number).fill_null(1)
    return finish_cells(named, step, rows, common, valid=_is_whole(named, step, rows))


def _share_multiple(held: Held, items: tuple[str, ...], decimals: int) -> tuple[Held, dict[str, int], int | None]:
    """What each item's figure is multiplied by, and what the sum is divided by; nothing where a limit is missing."""
    limits = {item: scale_decimal(limit, decimals) for item in items if (limit := held.find(item)) is not None}
    if len(limits) < len(items):
        return held, {}, None
    common = lcm(*limits.values())
    return held, {item: common // limit for item, limit in limits.items()}, common


def _is_whole(totals: ibis.Table, step: Step, rows: Rows) -> ibis.Value | None:
    """Whether all items are there, or what is there decides by itself."""
    if step.rule("whole") is None:
        return None
    valid: Any = totals.n >= choose_figure(step.rules["whole"], rows, whole_number)

    def scale(value: Any) -> int | None:
        return None if value is None else scale_decimal(value, step.decimals)

    if step.rule("unless_from") is not None:
        valid |= totals.total >= choose_figure(step.rules["unless_from"], rows, scale)
    if step.rule("unless_above") is not None:
        valid |= totals.total > choose_figure(step.rules["unless_above"], rows, scale)
    return valid
