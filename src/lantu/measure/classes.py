"""Cells of several items of one place and period into the class of the worst of them.

In: cells, places with the kind of their water, and a step. Out: an expression of cells. Left
out on purpose: the limits, which come with the step; reference items, which decide nothing.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import ibis

from lantu.core.step import Step
from lantu.measure.dated import Rows, choose_expression
from lantu.measure.exact import scale_decimal

RIVER, LAKE = "river", "lake"


def classify_cells(cells: ibis.Table, places: ibis.Table, step: Step, decimals: int) -> ibis.Table:
    """The number of the worst item's class, by the limits of the place's water body.

    Where nobody says which limits hold, a class is stated only if both sets give it.

    Source: GB 3838-2002 table 1, in force from 2002-06-01; 环办[2011]22号, from 2011-03-09.

    Args:
        cells: Of the items.
        places: With `kind`: river, lake or "".
        step: With the limits, and in its parts the `body` that is assumed.
        decimals: Places that the cells' amounts are kept to.
    """
    inside = cells.filter(cells.item.isin(step.items))
    rows = Rows(inside.item, inside.period, step.grain, step.items)
    placed = inside.mutate(
        river=choose_expression(step.rules["limits"], rows, lambda v: _find_class(inside.amount, v, RIVER, decimals)),
        lake=choose_expression(step.rules["limits"], rows, lambda v: _find_class(inside.amount, v, LAKE, decimals)),
    )
    worst = placed.group_by("place", "period").aggregate(
        river=placed.river.max(), lake=placed.lake.max(), n=placed.amount.count(), seen=placed.count()
    )
    kinds = places.group_by("place").aggregate(kind=places.kind.max()).rename(_place="place")
    known = worst.left_join(kinds, worst.place == kinds._place)
    kind = known.kind.fill_null("").nullif("").fill_null(step.parts.get("body", ""))
    number = ibis.cases(
        (kind == RIVER, known.river),
        (kind == LAKE, known.lake),
        (known.river == known.lake, known.river),
        else_=ibis.null("int64"),
    )
    return known.mutate(item=ibis.literal(step.into), amount=number * 10**step.decimals)


def _find_class(amount: ibis.Value, held: Any, body: str, decimals: int) -> ibis.Value:
    """From 1 for the first class on; one more than there are where no limit holds."""
    if held is None:
        return ibis.null("int64")
    item, worst = held["item"], len(held["classes"]) + 1
    if "between" in item:
        low, high = (scale_decimal(limit, decimals) for limit in item["between"])
        tests = [amount.between(low, high)]
    else:
        is_least = "at_least" in item
        limits = [scale_decimal(limit, decimals) for limit in (item["at_least"] if is_least else _limits(item, body))]
        tests = [amount >= limit if is_least else amount <= limit for limit in limits]
    branches = [(test, ibis.literal(place, "int64")) for place, test in enumerate(tests, start=1)]
    return ibis.cases((amount.isnull(), ibis.null("int64")), *branches, else_=ibis.literal(worst, "int64"))


def _limits(item: Any, body: str) -> Sequence[Decimal]:
    limits: Sequence[Decimal] = item.get("at_most_lake", item["at_most"]) if body == LAKE else item["at_most"]
    return limits
