"""From readings of the lake, or from a figure that a step made, up to the values that rest on them.

In: an address as `lineage` writes it. Out: the addresses of cells that values in force name. Left out on purpose: whether a
value would really change; that is known once it is computed anew.
"""

from lantu.core.identity import cell_address
from lantu.core.value import Value
from lantu.measure.affected import Cells, Change, cells_above, cells_of_changes, index_places
from lantu.measure.calendar import number_period
from lantu.measure.measured import KEPT_GRAINS, is_measured, period_of
from lantu.measure.steps import sort_steps
from lantu.run.lake import open_lake
from lantu.run.lineage import Lineage, NoFigureError, readings_span, split_cell, split_readings
from lantu.run.pack_steps import step_packs
from lantu.store.known import known_values
from lantu.store.lake import Lake


def values_above(address: str, lake: Lake | None = None) -> tuple[Value, ...]:
    """The values in force that rest on readings/… or cell/….

    Raises:
        NoFigureError: If there is nothing of that address.
    """
    lake = lake or open_lake()
    if address.startswith("cell/"):
        pack, step, item, place, period = split_cell(address)
        numbers = range(number_period(period.start, step.grain), number_period(period.end, step.grain) + 1)
        seeds: dict[str, Cells] = {step.name: frozenset((item, place, number) for number in numbers)}
        changes: tuple[Change, ...] = ()
    else:
        series, period = split_readings(address)
        found = step_packs().get(series.partition("/")[0])
        if found is None:
            raise NoFigureError(f"no pack computes from {series}")
        pack, seeds, changes = found, {}, (Change(series, *readings_span(period)),)
    hierarchy = index_places((row[0], row[1], row[2]) for row in Lineage(pack, lake).places)
    steps = sort_steps(pack.steps)
    known = {step.name: step for step in steps}
    reached: dict[str, Cells] = {}
    for step in steps:
        own = cells_of_changes(step, changes) if step.is_from_lake else frozenset()
        if not step.is_from_lake:
            below = frozenset().union(*(reached[name] for name in step.inputs))
            own = cells_above(step, known[step.inputs[0]].grain, below, hierarchy)
        reached[step.name] = own | seeds.get(step.name, frozenset())
    wanted = {
        cell_address(pack.name, name, item, place, str(period_of(known[name], number)))
        for name, cells in reached.items()
        if known[name].grain in KEPT_GRAINS
        for item, place, number in cells
    }
    return tuple(value for value in known_values() if is_measured(value) and wanted & set(value.inputs))
