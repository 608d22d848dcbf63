"""Readings of the lake into cells: which count, to which period they belong, and their sums.

In: the lake's rows in force and a step. Out: an expression of cells. Left out on purpose:
mending; a flagged reading, or one that nothing can show, is counted as seen and not used.
"""

from decimal import Decimal
from functools import partial
from typing import Any

import ibis

from lantu.core.step import By, Step
from lantu.measure.calendar import day_of_micro, hour_in_day, hour_of_micro, weekday_of
from lantu.measure.cells import lift_periods
from lantu.measure.dated import Rows, choose_expression
from lantu.measure.exact import MOST, scale_figure, scale_inverse
from lantu.measure.finish import finish_cells


def cells_of_readings(readings: ibis.Table, step: Step) -> ibis.Table:
    """Cells of readings; those of months and years add up what days add up, so that every reading weighs alike.

    Raises:
        ValueError: If the step's way is not one for readings.
    """
    inside = readings.filter(*_choose_quantities(readings.quantity, step.items))
    turn = hour_of_micro if step.grain == "hour" else day_of_micro
    scale = scale_inverse if step.by is By.MEAN_INVERSE else scale_figure
    scaled = inside.select(
        series=inside.series,
        period=turn(inside.micro, step.hours),
        micro=inside.micro,
        amount=ibis.cases((_is_usable(inside, step), scale(inside.value, step.decimals))),
    )
    grouped = _group_readings(scaled, step)
    if step.grain in ("month", "year"):
        grouped = _lift_totals(grouped, step)
    named = _name_items(grouped, step)
    return finish_cells(named, step, Rows(named.item, named.period, step.grain, step.items))


def _choose_quantities(quantity: ibis.Value, items: tuple[str, ...]) -> tuple[Any, ...]:
    """That a reading is of one of the items: the range passes over parts of files unread; the list is asked once for each
    word of a file's dictionary, where IN would be asked of every reading."""
    if len(items) == 1:
        return (quantity == items[0],)
    return quantity.between(min(items), max(items)), ibis.array(sorted(items)).contains(quantity)


def _is_usable(readings: ibis.Table, step: Step) -> ibis.Value:
    """Whether nothing is against a reading, and an instrument can show it; what it can show does not change with the law."""
    within = step.rule("within")
    widest = Decimal(MOST // 10**step.decimals)
    bounds: dict[str, Any] = {item: within.editions[-1].find(item) if within else None for item in step.items}
    low, high = (
        _bound(readings.quantity, {item: default if held is None else held[end] for item, held in bounds.items()})
        for end, default in (("lowest", -widest), ("highest", widest))
    )
    usable = (readings.flag == "") & readings.value.between(low, high)
    if step.by is By.MEAN_INVERSE:
        usable &= readings.value > 0
    return usable & _is_in_time(readings, step)


def _is_in_time(readings: ibis.Table, step: Step) -> Any:
    """Whether a reading is of the hours and days of the week that count, by the edition in force on its day."""
    day = day_of_micro(readings.micro, step.hours)
    rows = Rows(None, day, "day", step.items)
    inside: Any = ibis.literal(True)
    for role, column in (("only_hours", hour_in_day(readings.micro, step.hours)), ("only_weekdays", weekday_of(day))):
        if (told := step.rule(role)) is not None:
            is_among = choose_expression(told, rows, partial(_is_one_of, column))
            inside &= is_among == 1
    return inside


def _is_one_of(column: Any, held: Any) -> ibis.Value:
    return ibis.cases((column.isin([int(number) for number in held]), 1), else_=0).cast("int64")


def _bound(quantity: ibis.Value, by_item: dict[str, Decimal]) -> Any:
    """One bound for each quantity; the one that most have is not asked for, as this is done for every reading."""
    groups: dict[Decimal, list[str]] = {}
    for item, bound in by_item.items():
        groups.setdefault(bound, []).append(item)
    (usual, _), *others = sorted(groups.items(), key=lambda group: len(group[1]), reverse=True)
    if not others:
        return float(usual)
    branches = ((quantity == item, float(bound)) for bound, items in others for item in items)
    return ibis.cases(*branches, else_=float(usual))


def _group_readings(scaled: ibis.Table, step: Step) -> ibis.Table:
    keys = ("series", "period")
    if step.by is By.LAST:
        # several feeds may tell of one instant; the greatest of them is taken, so that the answer does not vary
        scaled = scaled.group_by([*keys, "micro"]).aggregate(
            amount=scaled.amount.max(), n=scaled.amount.count(), seen=scaled.count()
        )
        measured = scaled.amount.notnull()
        return scaled.group_by(keys).aggregate(
            total=scaled.amount.argmax(scaled.micro, where=measured), n=scaled.n.sum(), seen=scaled.seen.sum()
        )
    amount = scaled.amount
    total = {
        By.MEAN: amount.sum,
        By.MEAN_INVERSE: amount.sum,
        By.SUM: amount.sum,
        By.MIN: amount.min,
        By.MAX: amount.max,
        By.COUNT: amount.count,
    }
    if step.by not in total:
        raise ValueError(f"{step.table}: {step.by} is not a way to bring readings together")
    return scaled.group_by(keys).aggregate(total=total[step.by](), n=amount.count(), seen=scaled.count())


def _lift_totals(daily: ibis.Table, step: Step) -> ibis.Table:
    """Totals of days as totals of months or years."""
    lifted = lift_periods(daily, "day", step.grain)
    total = lifted.total
    ways: dict[By, Any] = {By.MIN: total.min, By.MAX: total.max}
    last = total.argmax(lifted.fine, where=total.notnull())
    joined = last if step.by is By.LAST else ways.get(step.by, total.sum)()
    return lifted.group_by("series", "period").aggregate(total=joined, n=lifted.n.sum(), seen=lifted.seen.sum())


def _name_items(grouped: ibis.Table, step: Step) -> ibis.Table:
    branches = [(grouped.series.startswith(f"{step.pack}/{item}/"), ibis.literal(item)) for item in step.items]
    # A quantity of the same name in another pack is left out here, where there are few rows. The condition asks for a figure
    # of the group too, or engines would ask it of every reading, which takes as long as adding them up.
    named = grouped.mutate(item=ibis.cases(*branches))
    named = named.filter(ibis.cases((named.item.notnull(), named.seen), else_=0) > 0)
    start = named.item.length() + len(step.pack) + 2
    whole = (named[name].cast("int64") for name in ("total", "n", "seen"))
    total, n, seen = whole
    return named.select(
        item=named.item, place=named.series.substr(start), period=named.period, total=total, n=n, seen=seen
    )
