"""Groups of places judged by the classes of what lies in them: a river or a basin by its sections.

In: cells of classes, of places and of the groups' own means, the places, and a step. Out: an expression of cells. Left out on
purpose: which section lies in which basin, which an instance says; shares and names, which come with the step.
"""

from collections.abc import Mapping
from typing import Any

import ibis

from lantu.core.step import Step
from lantu.measure.cells import lift_places
from lantu.measure.dated import Rows, choose_expression, choose_figure
from lantu.measure.exact import scale_decimal

STATUSES = ("excellent", "good", "light", "medium", "heavy")
"""From the best on; their place, from 1 on, is the figure of a cell."""
KEYS = ("place", "period")
_PLACES = 3
"""Of percentages that a rule may name."""


def judge_groups(cells: ibis.Table, places: ibis.Table, step: Step) -> ibis.Table:
    """The number of each group's status, from 1 for the best on.

    Sections whose class is open count as sections, but have no share; where all that there are are fewer than the rule wants,
    the class of their mean decides. `n` counts those that decided.

    Source: 环办[2011]22号, judgement of rivers and basins, in force from 2011-03-09.

    Args:
        cells: Classes under the step's first item, and under its part `mean` the class of a group's mean.
        places: With the groups as a level.
        step: With bands, words and up_to, the last class that is good.
    """
    mean = step.parts["mean"]
    lifted = lift_places(cells, places, step.levels)
    is_mean = lifted.item == mean
    counted = lifted.mutate(
        single=ibis.cases((~is_mean, lifted.amount)), by_mean=ibis.cases((is_mean, lifted.amount)), is_single=~is_mean
    )
    rows = Rows(None, counted.period, step.grain, step.items)
    good, worst = choose_figure(step.rules["up_to"], rows, _scale(step)), _find_worst(step, rows)
    totals = counted.group_by(KEYS).aggregate(
        good=(counted.single <= good).sum().cast("int64"),
        worst=(counted.single >= worst).sum().cast("int64"),
        classed=counted.single.count(),
        measured=(counted.is_single & (counted.n > 0)).sum().cast("int64"),
        seen=counted.is_single.sum().cast("int64"),
        by_mean=counted.by_mean.max(),
    )
    rows = Rows(None, totals.period, step.grain, step.items)
    by_mean = choose_expression(step.rules["words"], rows, lambda words: _name_mean(totals.by_mean, words, step))
    by_share = choose_expression(step.rules["bands"], rows, lambda bands: _place_share(totals, bands))
    is_few = choose_expression(step.rules["bands"], rows, lambda bands: totals.measured < int(bands["fewest"]))
    number = ibis.cases((is_few, by_mean), (totals.classed > 0, by_share), else_=ibis.null("int64"))
    return totals.mutate(
        item=ibis.literal(step.into),
        amount=number * 10**step.decimals,
        n=ibis.cases((is_few, totals.measured), else_=totals.classed),
    )


def _scale(step: Step) -> Any:
    return lambda value: None if value is None else scale_decimal(value, step.decimals)


def _find_worst(step: Step, rows: Rows) -> ibis.Value:
    """The number of the class beyond the last, as kept; there is a word for each class."""
    return choose_figure(
        step.rules["words"], rows, lambda words: None if words is None else len(words) * 10**step.decimals
    )


def _place_share(totals: ibis.Table, bands: Mapping[str, Any] | None) -> ibis.Value:
    """Shares are compared as whole numbers; a limit holds from its percent on."""
    if bands is None:
        return ibis.null("int64")

    def reaches(count: ibis.Value, band: str) -> ibis.Value:
        percent = scale_decimal(bands[f"{band}_from"], _PLACES)
        return count * 100 * 10**_PLACES >= totals.classed * percent

    tests = ((totals.good, "excellent"), (totals.good, "good"), (totals.worst, "heavy"), (totals.worst, "medium"))
    branches = [(reaches(count, band), ibis.literal(_number(band), "int64")) for count, band in tests]
    return ibis.cases(*branches, else_=ibis.literal(_number("light"), "int64"))


def _name_mean(amount: ibis.Value, words: Mapping[str, Any] | None, step: Step) -> ibis.Value:
    """The status that goes by the same name as the class of the mean."""
    if words is None:
        return ibis.null("int64")
    names = _names(step)
    branches = [
        (amount == place * 10**step.decimals, ibis.literal(names.index(word) + 1, "int64"))
        for place, word in enumerate(words.values(), start=1)
    ]
    return ibis.cases(*branches, else_=ibis.null("int64"))


def _number(status: str) -> int:
    return STATUSES.index(status) + 1


def _names(step: Step) -> list[str]:
    """What statuses are called; editions differ in limits, not in names."""
    newest = step.rules["bands"].editions[-1].find(step.items[0])
    return [str(newest[status]) for status in STATUSES]
