"""Cells of shorter periods into a longer one: means, sums, percentiles, shares, the last, windows of hours.

In: cells and a step. Out: an expression of cells. Left out on purpose: filling gaps; a
period without a valid cell is not counted, and the step says how many are needed.
"""

from dataclasses import replace
from typing import Any

import ibis

from lantu.core.step import By, Dated, Step
from lantu.measure.calendar import floor_div
from lantu.measure.cells import lift_periods
from lantu.measure.dated import Rows, choose_figure
from lantu.measure.exact import scale_decimal
from lantu.measure.finish import finish_cells, is_enough, whole_number
from lantu.measure.percentile import percentile_totals

KEYS = ("item", "place", "period")
_DIVIDEND = 840
"""All numbers up to 8 divide it: sums over as many hours, times this, are divided without a rest."""
LONGEST_WINDOW = 8
MONTHS = range(1, 13)


def cells_over_time(cells: ibis.Table, step: Step, grain: str) -> ibis.Table:
    """The step's cells.

    Args:
        cells: Of shorter periods.
        step: Its grain is that of the result.
        grain: Of the cells.
    """
    if step.by is By.WINDOWS:
        return _largest_window(cells, step)
    lifted = lift_periods(cells, grain, step.grain)
    counted = _leave_out(lifted, cells, step)
    rows_of = _rows(counted, step)
    months, below = _month_counts(counted, step, grain), None
    if step.by is By.PERCENTILE:
        totals, below = percentile_totals(counted, step, rows_of, months), ibis.literal(1000)
    else:
        totals = counted.group_by(KEYS).aggregate(**_totals(counted, step, rows_of), **months)
    if step.by is By.SHARE:
        totals, below = totals.mutate(total=totals.total * 100 * 10**step.decimals), ibis.greatest(totals.n, 1)
    rows = _rows(totals, step)
    return finish_cells(totals, step, rows, below, _is_every_month_enough(totals, step, rows))


def _rows(table: ibis.Table, step: Step) -> Rows:
    return Rows(table.item, table.period, step.grain, step.items)


def _leave_out(lifted: ibis.Table, cells: ibis.Table, step: Step) -> ibis.Table:
    """`used` is the amount, or null where the part `left_out` marks the place and the period; the day was measured all the same."""
    marker = step.parts.get("left_out")
    if marker is None:
        return lifted.mutate(used=lifted.amount)
    marked = (
        cells.filter((cells.item == marker) & (cells.amount > 0))
        .select(place_="place", fine_="period", is_marked=ibis.literal(1))
        .distinct()
    )
    rest = lifted.filter(lifted.item != marker)
    joined = rest.left_join(marked, (rest.place == marked.place_) & (rest.fine == marked.fine_))
    affected = step.parts["left_out_of"].split(",")
    is_left = joined.is_marked.notnull() & joined.item.isin(affected)
    return joined.mutate(used=ibis.cases((~is_left, joined.amount))).drop("place_", "fine_", "is_marked")


def _totals(counted: ibis.Table, step: Step, rows: Rows) -> dict[str, ibis.Value]:
    used = counted.used
    both = {"n": used.count(), "seen": counted.count(), "measured": counted.amount.count()}
    if step.by is By.SHARE:
        limit = step.rules["up_to"]
        most = choose_figure(limit, rows, lambda v: None if v is None else scale_decimal(v, step.decimals))
        return {"total": (used <= most).sum().cast("int64"), **both}
    ways: dict[By, Any] = {
        By.MEAN: used.sum,
        By.SUM: used.sum,
        By.MIN: used.min,
        By.MAX: used.max,
        By.COUNT: used.count,
    }
    if step.by is By.LAST:
        return {"total": used.argmax(counted.fine, where=used.notnull()), **both}
    if step.by not in ways:
        raise ValueError(f"{step.table}: {step.by} is not a way to bring periods together")
    return {"total": ways[step.by]().cast("int64"), **both}


def _month_counts(counted: ibis.Table, step: Step, grain: str) -> dict[str, ibis.Value]:
    if step.rule("least_month") is None:
        return {}
    if (grain, step.grain) != ("day", "year"):
        raise ValueError(f"{step.table}: least_month is for years of days")
    month = counted.month - counted.period * 12 + 1
    return {f"_m{m}": counted.amount.count(where=month == m) for m in MONTHS}


def _is_every_month_enough(totals: ibis.Table, step: Step, rows: Rows) -> ibis.Value | None:
    least, february = step.rule("least_month"), step.rule("least_february")
    if least is None or february is None:
        return None
    usual, short = choose_figure(least, rows, whole_number), choose_figure(february, rows, whole_number)
    valid: Any = totals["_m2"] >= short
    for m in MONTHS:
        if m != 2:
            valid &= totals[f"_m{m}"] >= usual
    return valid


def _largest_window(cells: ibis.Table, step: Step) -> ibis.Table:
    """The largest mean of `length` hours of each day, the windows ending from hour `first` on.

    Source: HJ 663-2013 6.1.2, in force from 2013-10-01; HJ 663-2026 6.1.2, from 2026-03-01.
    """
    day = floor_div(cells.period, 24)
    hourly = cells.mutate(day=day).mutate(end=cells.period - day * 24 + 1)
    sums: dict[str, ibis.Value] = {}
    for end in range(1, 25):
        inside = hourly.end.between(end - LONGEST_WINDOW + 1, end)
        sums[f"_s{end}"] = hourly.amount.sum(where=inside).cast("int64")
        sums[f"_n{end}"] = hourly.amount.count(where=inside)
    daily = hourly.group_by("item", "place", period="day").aggregate(
        **sums, n_hours=hourly.amount.count(), seen=hourly.count()
    )
    rows = _rows(daily, step)
    need, first = (choose_figure(step.rules[role], rows, whole_number) for role in ("least_hours", "first"))
    daily = daily.mutate(_need=need, _first=first)
    means = {
        f"_w{end}": ibis.cases(
            (
                (daily[f"_n{end}"] >= daily._need) & (daily._first <= end),
                floor_div(daily[f"_s{end}"] * _DIVIDEND, ibis.greatest(daily[f"_n{end}"], 1)),
            ),
            else_=-1,
        )
        for end in range(LONGEST_WINDOW, 25)
    }
    wide = daily.mutate(**means)
    columns = [wide[name] for name in means]
    counted = wide.mutate(
        total=ibis.greatest(*columns).nullif(-1),
        n=sum((ibis.cases((column >= 0, 1), else_=0) for column in columns), start=ibis.literal(0)).cast("int64"),
    ).select("item", "place", "period", "total", "n", "seen")
    unchecked = finish_cells(counted, replace(step, rules=_without(step, "least")), _rows(counted, step), _DIVIDEND)
    rows = _rows(unchecked, step)
    limit = choose_figure(
        step.rules["unless_above"], rows, lambda v: None if v is None else scale_decimal(v, step.decimals)
    )
    is_valid = unchecked.amount > limit
    enough = is_enough(unchecked.n, step, rows)
    is_valid = is_valid if enough is None else is_valid | enough
    return unchecked.mutate(amount=ibis.cases((is_valid, unchecked.amount), else_=ibis.null("int64")))


def _without(step: Step, role: str) -> dict[str, Dated]:
    return {name: dated for name, dated in step.rules.items() if name != role}
