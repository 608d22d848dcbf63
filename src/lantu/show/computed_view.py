"""What the page of an indicator says of figures that were computed from readings.

In: a definition and the values in force of a place. Out: the steps with the editions in force and their sources, what the
newest figure rests on, how fresh the readings are, and the way to their rows. None where nothing was computed.
Left out on purpose: the rows themselves, which are many; `lantu trace` prints them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import pyarrow.compute as pc
from django.urls import reverse

from lantu.core.definition import Definition
from lantu.core.identity import value_address
from lantu.core.step import Step
from lantu.core.value import Value
from lantu.measure.measured import editions_on, is_measured
from lantu.measure.steps import sort_steps
from lantu.run.lake_values import CELLS, covered_by
from lantu.run.pack_steps import step_packs
from lantu.show.numbers import write_date, write_period
from lantu.store.computed import read_computed


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step.

    Attributes:
        name: As the pack calls it.
        grain: Period of its figures.
        editions: In force on the last day of the newest figure.
        source: Standard and clause.
    """

    name: str
    grain: str
    editions: str
    source: str


@dataclass(frozen=True, slots=True)
class ComputedView:
    """Where computed figures come from.

    Attributes:
        address: Of the pack's indicator or step.
        steps: Each after those it is from.
        when: Period of the newest figure.
        coverage: How many figures it was made of.
        first, last: Days of the first and the last reading.
        readings, flagged: In force; of these, those that count for nothing.
        trace: Address to print the rows by.
        cells: Address of the page with the figures of all periods.
    """

    address: str
    steps: tuple[StepLine, ...]
    when: str
    coverage: str
    first: str
    last: str
    readings: int
    flagged: int
    trace: str
    cells: str


def show_computed(definition: Definition, values: Sequence[Value]) -> ComputedView | None:
    """The view for a place; None where none of its values was computed from readings.

    Args:
        definition: Of the indicator.
        values: In force, of one place.
    """
    measured = [value for value in values if is_measured(value)]
    if not measured:
        return None
    newest = max(measured, key=lambda value: (value.period.end, value.period.start))
    _, name, step, item = newest.inputs[0].split("/")[:4]
    pack, computed = step_packs().get(name), read_computed(CELLS / name)
    if pack is None or computed is None or step not in {s.name for s in pack.steps}:
        return None
    days = covered_by(computed)
    return ComputedView(
        address=definition.measured_by or definition.code,
        steps=tuple(_show_step(s, newest) for s in sort_steps(pack.steps, [step])),
        when=write_period(newest.period),
        coverage=newest.note,
        first=write_date(days.start),
        last=write_date(days.end),
        readings=pc.sum(computed.series["rows"]).as_py(),
        flagged=pc.sum(computed.series["flagged"]).as_py(),
        trace=value_address(newest.indicator_code, newest.place_code, newest.period),
        cells=f"{reverse('cells')}?{urlencode({'pack': name, 'step': step, 'item': item, 'place': newest.place_code})}",
    )


def _show_step(step: Step, newest: Value) -> StepLine:
    editions = editions_on(step.rules.values(), newest.period.end)
    return StepLine(step.name, step.grain, "；".join(editions), step.source)
