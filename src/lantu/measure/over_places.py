"""Cells of places into the places they lie in.

In: cells, the places, and a step. Out: an expression of cells. Left out on purpose: the
worst place for all; what lies in a place is brought together as the step says.
"""

from typing import Any

import ibis

from lantu.core.step import By, Step
from lantu.measure.cells import lift_places
from lantu.measure.dated import Rows, choose_figure
from lantu.measure.exact import scale_decimal
from lantu.measure.finish import finish_cells, whole_number

KEYS = ("item", "place", "period")


def cells_over_places(cells: ibis.Table, places: ibis.Table, step: Step) -> ibis.Table:
    """The step's cells.

    Raises:
        ValueError: If the step's way is not one for places.
    """
    lifted = lift_places(cells, places, step.levels)
    if step.by is By.WEIGHTED:
        totals, below = _weigh(lifted, step), "weights"
    else:
        totals, below = lifted.group_by(KEYS).aggregate(**_totals(lifted, step)), ""
    if step.by is By.SHARE:
        totals, below = totals.mutate(total=totals.total * 100 * 10**step.decimals), "n"
    rows = _rows(totals, step)
    divisor = ibis.greatest(totals[below], 1) if below else None
    return finish_cells(totals, step, rows, divisor, _is_enough_of(totals, step, rows))


def _rows(table: ibis.Table, step: Step) -> Rows:
    return Rows(table.item, table.period, step.grain, step.cell_items)


def _totals(lifted: ibis.Table, step: Step) -> dict[str, ibis.Value]:
    amount = lifted.amount
    both = {"n": amount.count(), "seen": lifted.count()}
    if step.by is By.SHARE:
        rows = Rows(lifted.item, lifted.period, step.grain, step.items)
        most = choose_figure(
            step.rules["up_to"], rows, lambda v: None if v is None else scale_decimal(v, step.decimals)
        )
        return {"total": (amount <= most).sum().cast("int64"), **both}
    ways: dict[By, Any] = {
        By.MEAN: amount.sum,
        By.SUM: amount.sum,
        By.MIN: amount.min,
        By.MAX: amount.max,
        By.COUNT: amount.count,
    }
    if step.by not in ways:
        raise ValueError(f"{step.table}: {step.by} is not a way to bring places together")
    return {"total": ways[step.by]().cast("int64"), **both}


def _weigh(lifted: ibis.Table, step: Step) -> ibis.Table:
    """Sums of figures times weights, and of weights, over the places that have both."""
    weight = step.parts["weight"]
    each = lifted.group_by("part", "place", "period").aggregate(
        figure=lifted.amount.max(where=lifted.item != weight),
        weight=lifted.amount.max(where=lifted.item == weight),
        present=lifted.count(where=lifted.item != weight),
    )
    both = ibis.cases((each.figure.notnull() & each.weight.notnull(), each.weight))
    each = each.mutate(product=each.figure * each.weight, counted=both)
    sums = (
        each.group_by("place", "period")
        .aggregate(
            total=each.product.sum().cast("int64"),
            weights=each.counted.sum().cast("int64"),
            n=each.counted.count(),
            seen=each.present.sum().cast("int64"),
        )
        .mutate(item=ibis.literal(step.into))
    )
    # figures that weigh nothing have no mean; it is not zero
    return sums.mutate(total=ibis.cases((sums.weights > 0, sums.total)))


def _is_enough_of(totals: ibis.Table, step: Step, rows: Rows) -> ibis.Value | None:
    """Whether enough of the places that sent anything have a valid figure, as a share that is lower where they are few."""
    if step.rule("least_pct") is None:
        return None
    usual, low, few = (choose_figure(step.rules[r], rows, whole_number) for r in ("least_pct", "least_pct_few", "few"))
    share = ibis.cases((totals.seen < few, low), else_=usual)
    return totals.n * 100 >= share * totals.seen
