"""Values of indicators from the cells that were computed last.

In: the folder of cells, definitions and places of the registry. Out: values as they stand by the readings. Left out on
purpose: computing cells; whoever measures what was reported needs those of the lake as they are.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.compute as pc

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.diagnostic import Diagnostic
from lantu.core.time import CHINA_TIME, Period
from lantu.core.value import Value
from lantu.measure.measured import Cell, is_measured, values_of_cells
from lantu.run.pack_steps import Asked, list_asked, step_packs
from lantu.store.cells import CellStore
from lantu.store.computed import Computed, read_computed
from lantu.store.known import known_definitions, known_places, known_values
from lantu.store.lake import Lake
from lantu.store.settings import HOME

CELLS = HOME / "cells"
"""Where an instance's cells are: all of it can be thrown away and computed from the lake."""
GONE = "读数已撤下，不再计算"


def cells_root(lake: Lake) -> Path:
    """The folder of cells that belongs to a lake."""
    return lake.root.parents[1] / CELLS.name


def measured_values(root: Path = CELLS) -> tuple[tuple[Value, ...], tuple[Diagnostic, ...]]:
    """What the cells say of every indicator, and what did not fit.

    Values of packs whose cells are not at hand stay as they are in force. A figure whose cell is gone while its time is
    still in the lake becomes an absence; one whose readings were retired stays.
    """
    in_force = [value for value in known_values() if is_measured(value)]
    folders = sorted(path.parent for path in root.glob("*/computed.json"))
    if not folders and not in_force:
        return (), ()
    ready = {folder.name: found for folder in folders if (found := read_computed(folder)) is not None}
    values: dict[tuple[str, str, Period], Value] = {}
    diagnostics: list[Diagnostic] = []
    for asked, computed in _walk(ready):
        fresh, said = _read_values(asked, computed, CellStore(root))
        values |= {(v.indicator_code, v.place_code, v.period): v for v in fresh}
        diagnostics += said
    for old in in_force:
        key = (old.indicator_code, old.place_code, old.period)
        if key not in values:
            values[key] = _keep_old(old, ready)
    return tuple(values.values()), tuple(diagnostics)


def _walk(ready: dict[str, Computed]) -> Iterator[tuple[Asked, Computed]]:
    definitions = known_definitions() if ready else ()
    for name, computed in ready.items():
        pack = step_packs().get(name)
        for asked in list_asked(pack, definitions) if pack is not None else ():
            yield asked, computed


def _read_values(
    asked: Asked, computed: Computed, cells: CellStore
) -> tuple[tuple[Value, ...], tuple[Diagnostic, ...]]:
    places = {place.code for place in known_places()}
    found = read_cells(cells, asked)
    inside = [cell for cell in found if cell.place in places]
    return values_of_cells(asked.step, inside, asked.source, asked.wanted, covered_by(computed))


def read_cells(cells: CellStore, asked: Asked) -> Iterator[Cell]:
    """The cells of an indicator."""
    table = cells.load(asked.step)
    for row in table.filter(pc.equal(table["item"], asked.item)).to_pylist():
        yield Cell(**row)


def covered_by(computed: Computed) -> Period:
    """From the first to the last day with readings, by the civil time of China; series that are doubtful throughout say nothing."""
    sound = computed.series.filter(pc.greater(computed.series["rows"], computed.series["flagged"]))
    series = sound if sound.num_rows else computed.series
    return Period(_day_of(pc.min(series["first"]).as_py()), _day_of(pc.max(series["last"]).as_py()))


def _day_of(second: int) -> date:
    return datetime.fromtimestamp(second, UTC).astimezone(CHINA_TIME).date()


def _keep_old(old: Value, ready: dict[str, Computed]) -> Value:
    computed = ready.get(old.inputs[0].split("/")[1])
    if computed is None or old.period.end < covered_by(computed).start:
        return old
    return replace(old, quantity=Absence(AbsenceKind.NOT_MEASURED, GONE), note=GONE)
