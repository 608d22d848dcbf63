"""Cells of several items of one place and period into one: the largest, the sum, one over another.

In: cells and a step. Out: an expression of cells. Left out on purpose: means of ratios; a
ratio is of two sums that were brought to the same place and period before.
"""

from typing import Any

import ibis

from lantu.core.step import By, Step
from lantu.measure.dated import Rows, choose_figure
from lantu.measure.exact import scale_decimal
from lantu.measure.finish import finish_cells, whole_number

KEYS = ("place", "period")


def cells_over_items(cells: ibis.Table, step: Step) -> ibis.Table:
    """The step's cells, under its own item.

    Raises:
        ValueError: If the step's way is not one for items.
    """
    inside = cells.filter(cells.item.isin(step.items))
    if step.by is By.RATIO:
        return _divide(inside, step)
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
