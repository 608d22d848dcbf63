"""Computes steps on an engine, one table of cells after the other.

In: an engine with readings and places, steps, the names wanted. Out: tables of cells in the
engine's session. Left out on purpose: where readings come from, and keeping the cells.
"""

from collections.abc import Iterable, Sequence
from functools import partial

import ibis
import pyarrow as pa

from lantu.core.step import OBSERVATIONS, Step
from lantu.measure.cells import cells_table, places_table, readings_table
from lantu.measure.steps import build_step, sort_steps
from lantu.store.engines.engine import Engine

PLACES = "places"


def compute_steps(engine: Engine, steps: Sequence[Step], wanted: Iterable[str] | None = None) -> None:
    """Make the cells of the wanted steps, and of those they need, tables of the session.

    Cells of hours are part of the step that uses them; nobody asks for them, and they are as many as the readings.
    """
    known = {step.name: step for step in steps}
    for step in sort_steps(steps, wanted):
        if not is_passing(step):
            engine.keep(step.table, partial(build_cells, step, known), repr(step))


def build_cells(step: Step, steps: dict[str, Step]) -> ibis.Table:
    """The expression of a step over the session's tables."""
    tables = {OBSERVATIONS: readings_table(), PLACES: places_table()}
    for name in step.inputs:
        if name != OBSERVATIONS:
            finer = steps[name]
            tables[name] = build_cells(finer, steps) if is_passing(finer) else cells_table(finer)
    return build_step(step, steps, tables)


def is_passing(step: Step) -> bool:
    """Whether a step's cells are not kept."""
    return step.grain == "hour"


def fetch_cells(engine: Engine, step: Step) -> pa.Table:
    """The cells of a computed step, sorted."""
    found = engine.fetch(cells_table(step))
    return found.sort_by([(name, "ascending") for name in ("item", "place", "period")])
