"""Computed figures of a step as lines: every one with how many figures it was made of, by which edition, and the way down.

In: a pack, a step, an item, a stretch of time, the places one may see. Out: lines, newest first. Left out on purpose: figures of
hours, which no file keeps; the way down from a day leads to the readings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.urls import reverse

from lantu.core.step import OBSERVATIONS, By, Over, Step
from lantu.core.time import Period
from lantu.measure.calendar import number_period
from lantu.measure.measured import Cell, editions_on, period_of
from lantu.measure.named import name_figure
from lantu.measure.steps import sort_steps
from lantu.packs.pack import Pack
from lantu.show.numbers import write_period, write_quantity
from lantu.store.cells import CellStore
from lantu.store.computing import is_passing


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        pack: That computes.
        step: Of the pack.
        item: Of the step's cells.
        span: First and last day.
        places: Stations and places; None for all.
    """

    pack: Pack
    step: Step
    item: str
    span: Period
    places: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class CellLine:
    """One figure.

    Attributes:
        period: Its days.
        when: The same in words.
        place: Of a station or a place.
        amount: Exact; None where the readings do not suffice.
        shown: With its unit, or the name of the class it stands for; "" where there is none.
        n, seen: Figures it was made of, and figures there were.
        editions: Of the rules that held, or the step's source.
        href: To what it was made of.
    """

    period: Period
    when: str
    place: str
    amount: Decimal | None
    shown: str
    n: int
    seen: int
    editions: str
    href: str


def load_cells(root: Path, wanted: Wanted) -> pa.Table:
    """The cells asked for, newest first, then by place."""
    step = wanted.step
    first, last = (number_period(day, step.grain) for day in (wanted.span.start, wanted.span.end))
    tables = [pq.read_table(path) for path in CellStore(root).files(step, first, last)]
    if not tables:
        return CellStore(root).load(step, [])
    found = pa.concat_tables(tables)
    is_wanted = pc.and_(pc.equal(found["item"], wanted.item), pc.less_equal(found["period"], last))
    is_wanted = pc.and_(is_wanted, pc.greater_equal(found["period"], first))
    if wanted.places is not None:
        is_wanted = pc.and_(is_wanted, pc.is_in(found["place"], pa.array(sorted(wanted.places), pa.string())))
    return found.filter(is_wanted).sort_by([("period", "descending"), ("place", "ascending")])


def write_lines(cells: pa.Table, wanted: Wanted) -> Iterator[CellLine]:
    """The cells as lines."""
    step, unit = wanted.step, find_unit(wanted.pack, wanted.step, wanted.item)

    @cache
    def tell(number: int) -> tuple[Period, str, str]:
        period = period_of(step, number)
        editions = "、".join(editions_on(step.rules.values(), period.end)) or step.source
        return period, write_period(period), editions

    for row in cells.to_pylist():
        cell = Cell(**row)
        period, when, editions = tell(cell.period)
        amount = None if cell.amount is None else Decimal(cell.amount).scaleb(-step.decimals).normalize()
        shown = "" if amount is None else name_figure(step, amount, period.end) or write_quantity(amount, unit)
        href = find_way_down(wanted, cell.place, period)
        yield CellLine(period, when, cell.place, amount, shown, cell.n, cell.seen, editions, href)


def find_unit(pack: Pack, step: Step, item: str) -> str:
    """Unit of a step's figures: the indicator's that they are, else the one readings of that name are in."""
    for indicator in pack.indicators:
        if any(m.step == step.name and m.item == item for m in indicator.measured):
            return indicator.definition.unit
    turned = {By.INTERPOLATE, By.OVER_LIMIT, By.CLASSIFY, By.SHARE, By.COUNT, By.MEAN_INVERSE}
    is_plain = not step.into and not turned & {s.by for s in sort_steps(pack.steps, [step.name])}
    found = pack.find_input(item)
    return found.unit if found is not None and is_plain else ""


def find_way_down(wanted: Wanted, place: str, period: Period) -> str:
    """Address of what a figure was made of: the figures of the step before, or the readings."""
    step, steps = wanted.step, {s.name: s for s in wanted.pack.steps}
    items = step.items if step.into else (wanted.item,)
    finer = next((steps[n] for n in step.inputs if n != OBSERVATIONS and {*steps[n].cell_items} & {*items}), None)
    if finer is None or is_passing(finer):
        asked = {"series": f"{wanted.pack.name}/{items[0]}/{place}", "day": period.end.isoformat()}
        return f"{reverse('reading_series')}?{urlencode(asked)}"
    item = next(i for i in items if i in finer.cell_items)
    where = "within" if step.over is Over.PLACES else "place"
    asked = {"pack": wanted.pack.name, "step": finer.name, "item": item, where: place}
    asked |= {"from": period.start.isoformat(), "to": period.end.isoformat()}
    return f"{reverse('cells')}?{urlencode(asked)}"


def read_day(text: str, default: date) -> date:
    """A day from an address; the default where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default
