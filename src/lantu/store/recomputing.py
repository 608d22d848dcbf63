"""Computes anew what a change reaches, step by step upward, and nothing else.

In: an engine, steps, places, what changed in the lake, and how to read the lake. Out: kept cells, and which of them
changed. Left out on purpose: what is judged from them.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

import ibis
import pyarrow as pa

from lantu.core.step import OBSERVATIONS, Over, Step
from lantu.measure.affected import (
    NONE,
    Cells,
    Change,
    cells_above,
    cells_of_changes,
    index_places,
    span_period,
)
from lantu.measure.calendar import CHINA_SECONDS, first_day, last_day
from lantu.measure.cells import CELLS
from lantu.store.cells import CellStore
from lantu.store.computing import PLACES, build_cells, compute_steps, fetch_cells, is_passing
from lantu.store.engines.engine import Engine, Part, Slice

ReadLake = Callable[[Engine, Slice], None]
"""Makes the readings of a slice a table of the engine's session."""


def compute_all(engine: Engine, steps: Sequence[Step], places: pa.Table, read_lake: ReadLake, cells: CellStore) -> None:
    """Compute every step from all readings, and keep its cells."""
    engine.put_table(PLACES, places)
    read_lake(engine, Slice())
    compute_steps(engine, steps)
    for step in steps:
        if not is_passing(step):
            cells.write_all(step, fetch_cells(engine, step))


def compute_changed(
    engine: Engine,
    steps: Sequence[Step],
    places: pa.Table,
    read_lake: ReadLake,
    cells: CellStore,
    changes: Iterable[Change],
) -> dict[str, Cells]:
    """Compute what rests on changed readings. Returns the cells of each step that are not what they were.

    Args:
        engine: A fresh session.
        steps: Each after those it is from.
        places: As `measure` takes them.
        read_lake: See ReadLake.
        cells: Of all steps, as they were before the change.
        changes: What is new or corrected.
    """
    told = tuple(changes)
    known = {step.name: step for step in steps}
    rows = zip(*(places[name].to_pylist() for name in ("place", "level", "within")), strict=True)
    hierarchy = index_places(rows)
    engine.put_table(PLACES, places)
    changed: dict[str, Cells] = {}
    put: dict[str, Part] = {}
    for step in steps:
        if step.is_from_lake:
            wanted = cells_of_changes(step, told)
        else:
            below = frozenset().union(*(changed[name] for name in step.inputs))
            wanted = cells_above(step, known[step.inputs[0]].grain, below, hierarchy)
        if is_passing(step) or not wanted:
            changed[step.name] = wanted if is_passing(step) else NONE
            continue
        _read_inputs(engine, step, known, wanted, read_lake, cells, put)
        name = f"{step.table}__new"
        engine.keep(name, partial(build_cells, step, known), repr(step))
        found = engine.fetch(ibis.table(CELLS, name=name))  # the session need not be asked what its columns are
        changed[step.name] = cells.replace(step, wanted, found)
    return changed


def _read_inputs(
    engine: Engine,
    step: Step,
    known: dict[str, Step],
    wanted: Cells,
    read_lake: ReadLake,
    cells: CellStore,
    put: dict[str, Part],
) -> None:
    """Everything the wanted cells rest on, and little more; what an earlier step put there is not read again."""
    first, last = min(period for _, _, period in wanted), max(period for _, _, period in wanted)
    # what lies in a place is of other places than it; all else is made of figures of the same one
    places = None if step.over is Over.PLACES else tuple(sorted({place for _, place, _ in wanted}))
    for name in step.inputs:
        finer = step if name == OBSERVATIONS else known[name]
        if name == OBSERVATIONS or is_passing(finer):
            series = tuple(sorted({f"{step.pack}/{item}/{place}" for item, place, _ in wanted}))
            read_lake(engine, _slice(series, first, last, step.grain))
            continue
        low, high = span_period(first, step.grain, finer.grain)[0], span_period(last, step.grain, finer.grain)[1]
        part = Part(low, high, places)
        if put.get(name) != part:
            engine.put_files(finer.table, cells.files(finer, low, high), CELLS, part)
            put[name] = part


def _slice(series: tuple[str, ...], first: int, last: int, grain: str) -> Slice:
    """Instants of periods, both ends included: which end of the hour a reading names is up to its step."""
    begin = datetime.combine(first_day(first, grain), datetime.min.time(), UTC) - timedelta(seconds=CHINA_SECONDS)
    end = datetime.combine(last_day(last, grain), datetime.min.time(), UTC) + timedelta(days=1, seconds=-CHINA_SECONDS)
    return Slice(series, begin, end)
