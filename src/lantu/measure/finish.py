"""From sums to amounts: divided, rounded by rule, and left out where too few figures stand behind them.

In: a table with item, place, period, total, n, seen. Out: cells. Left out on purpose:
rows that are not valid are kept, without an amount, so that it can be told why.
"""

from typing import Any

import ibis

from lantu.core.step import By, Step
from lantu.measure.calendar import floor_div
from lantu.measure.dated import Rows, choose_figure
from lantu.measure.exact import add_half_even

DIVIDED = (By.MEAN, By.MEAN_INVERSE)
"""Ways whose total is divided by the number of figures."""


def finish_cells(
    totals: ibis.Table, step: Step, rows: Rows, below: ibis.Value | int | None = None, valid: ibis.Value | None = None
) -> ibis.Table:
    """The cells of a step.

    Args:
        totals: With item, place, period, total, n, seen and what the other arguments speak of.
        step: For its rounding and the least number of figures.
        rows: Columns that decide which edition holds.
        below: What totals are divided by; by default n for means and 1 else.
        valid: A further condition.
    """
    divisor = below if below is not None else ibis.greatest(totals.n, 1) if step.by in DIVIDED else 1
    unit = find_unit(step, rows)
    measured = totals.measured if "measured" in totals.columns else totals.n
    enough = is_enough(measured, step, rows)
    conditions = [c for c in (enough, valid) if c is not None]
    marked = totals.mutate(_divisor=divisor * unit, _unit=unit)
    if conditions:
        marked = marked.mutate(_valid=conditions[0] if len(conditions) == 1 else conditions[0] & conditions[1])
    rounded = add_half_even(marked, "_rounded", marked.total, marked._divisor)
    amount = rounded._rounded * rounded._unit
    if conditions:
        amount = ibis.cases((rounded._valid, amount), else_=ibis.null("int64"))
    return rounded.select("item", "place", "period", amount=amount, n=rounded.n, seen=rounded.seen)


def find_unit(step: Step, rows: Rows) -> ibis.Value:
    """What an amount is a multiple of: 1, or more where the rule rounds to fewer places than are kept."""
    rounding = step.rule("round")
    if rounding is None:
        return ibis.literal(1, "int64")
    return choose_figure(rounding, rows, lambda places: _unit_of(step.decimals, places)).fill_null(1)


def _unit_of(decimals: int, places: Any) -> int | None:
    return None if places is None else 10 ** (decimals - int(places))


def is_enough(count: ibis.Value, step: Step, rows: Rows) -> ibis.Value | None:
    """Whether there are as many figures as the rule wants; None where no rule wants any."""
    least, february = step.rule("least"), step.rule("least_february")
    if least is None:
        return None
    needed = choose_figure(least, rows, whole_number)
    if step.grain == "month" and february is not None:
        is_february = rows.period - floor_div(rows.period, 12) * 12 == 1
        needed = ibis.cases((is_february, choose_figure(february, rows, whole_number)), else_=needed)
    return count >= needed


def whole_number(value: Any) -> int | None:
    """A rule's figure as a whole number; None where it says nothing."""
    return None if value is None else int(value)
