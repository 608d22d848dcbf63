"""Steps as expressions: which builder a step needs, and the order in which steps are built.

In: steps, and tables of readings, places and cells. Out: expressions of cells. Left out on
purpose: running them; `store` lends the engine.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from graphlib import CycleError, TopologicalSorter

import ibis

from lantu.core.step import OBSERVATIONS, By, Over, Step
from lantu.measure.classes import classify_cells
from lantu.measure.judged import judge_groups
from lantu.measure.over_items import cells_over_items
from lantu.measure.over_places import cells_over_places
from lantu.measure.over_time import cells_over_time
from lantu.measure.per_cell import cells_by_themselves
from lantu.measure.readings import cells_of_readings


class NoOrderError(ValueError):
    """Steps need each other in a circle, or need one that is not there."""


def build_step(step: Step, steps: Mapping[str, Step], tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """The cells of a step, with their columns in the order of CELLS.

    Args:
        step: What to build.
        steps: All of its pack by name.
        tables: Readings under OBSERVATIONS, places under "places", and the cells of each step it needs by name.
    """
    if step.is_from_lake:
        return _order(cells_of_readings(tables[OBSERVATIONS], step))
    finer = [steps[name] for name in step.inputs]
    decimals = {other.decimals for other in finer}
    if len(decimals) > 1 or (step.over not in (Over.NOTHING, Over.ITEMS) and decimals != {step.decimals}):
        raise ValueError(f"{step.table}: its inputs are kept to other places than it is")
    read = {name: items for name, items in split_items(step, steps).items() if items}
    inputs = (tables[name].filter(tables[name].item.isin(items)) for name, items in read.items())
    cells = reduce(lambda a, b: a.union(b), inputs)
    if step.over is Over.TIME:
        return _order(cells_over_time(cells, step, finer[0].grain))
    if step.by is By.JUDGE:
        return _order(judge_groups(cells, tables["places"], step))
    if step.over is Over.PLACES:
        return _order(cells_over_places(cells, tables["places"], step))
    if step.by is By.CLASSIFY:
        return _order(classify_cells(cells, tables["places"], step, finer[0].decimals))
    if step.over is Over.ITEMS:
        return _order(cells_over_items(cells, step, finer[0].decimals))
    return _order(cells_by_themselves(cells, step, finer[0].decimals))


def split_items(step: Step, steps: Mapping[str, Step]) -> dict[str, tuple[str, ...]]:
    """What a step reads of each step that it is from; an item that several of them make is read of the last."""
    wanted = {*step.items, *(part for name, part in step.parts.items() if name in ("left_out", "weight"))}
    read: dict[str, tuple[str, ...]] = {}
    for name in reversed(step.inputs):
        read[name] = tuple(sorted(wanted & {*steps[name].cell_items}))
        wanted -= {*read[name]}
    return {name: read[name] for name in step.inputs}


def _order(cells: ibis.Table) -> ibis.Table:
    whole = {name: cells[name].cast("int64") for name in ("period", "amount", "n", "seen")}
    return cells.select("item", "place", **whole)


def sort_steps(steps: Iterable[Step], wanted: Iterable[str] | None = None) -> tuple[Step, ...]:
    """Steps with those they need before them; all, or those that the wanted ones need.

    Raises:
        NoOrderError: If a step needs itself, or one that is not there.
    """
    known = {step.name: step for step in steps}
    names = set(known) if wanted is None else set(wanted)
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in known:
            raise NoOrderError(f"there is no step {name}")
        fresh = [i for i in known[name].inputs if i != OBSERVATIONS and i not in names]
        names.update(fresh)
        waiting += fresh
    graph = {name: [i for i in known[name].inputs if i != OBSERVATIONS] for name in sorted(names)}
    try:
        return tuple(known[name] for name in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise NoOrderError(f"steps need each other: {', '.join(error.args[1])}") from error
