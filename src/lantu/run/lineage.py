"""From a computed figure down to the readings of the lake.

In: the address of a figure that a step made, or of a series' readings of a day, a month or a year. Out: nodes of a trace. Each
step tells its rule, the editions in force, its source and how many figures there were; below the last one stand the series
with their readings, and below a day its rows. Left out on purpose: computing; figures are told as they were computed last.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cached_property

import pyarrow.compute as pc

from lantu.core.identity import cell_address, readings_address
from lantu.core.quantity import format_amount
from lantu.core.step import OBSERVATIONS, Over, Step
from lantu.core.time import CHINA_TIME, Period, parse_period
from lantu.core.trace import Node
from lantu.measure.calendar import number_period
from lantu.measure.measured import editions_on, period_of
from lantu.measure.placing import PlaceRow
from lantu.measure.steps import split_items
from lantu.packs.pack import Pack
from lantu.run.lake import open_lake
from lantu.run.lake_values import cells_root
from lantu.run.measuring_lake import place_all
from lantu.run.pack_steps import step_packs
from lantu.store.cells import CellStore
from lantu.store.computed import read_computed
from lantu.store.computing import is_passing
from lantu.store.lake import Lake
from lantu.store.stations import SCHEMA, list_series

MOST_ROWS = 60
"""Readings told one by one; more are told by shorter periods."""


class NoFigureError(LookupError):
    """No step made such a figure, or no series is called so; the message says how addresses look."""


@dataclass(frozen=True)
class Lineage:
    """What a pack's figures rest on, as computed last.

    Attributes:
        pack: With its steps.
        lake: Whose readings.
    """

    pack: Pack
    lake: Lake
    counted: dict[Period, dict[str, tuple[int, int]]] = field(default_factory=dict)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """By name."""
        return {step.name: step for step in self.pack.steps}

    @cached_property
    def places(self) -> tuple[PlaceRow, ...]:
        """As steps take them."""
        computed = read_computed(cells_root(self.lake) / self.pack.name)
        return place_all(self.pack.name, computed.series if computed is not None else SCHEMA.empty_table())[0]

    def tell(self, step: Step, item: str, place: str, period: Period, role: str = "") -> Node:
        """The figures of a step in a period, and below them what they were made of."""
        amounts = self._amounts(step, item, place, period)
        first = period_of(step, number_period(period.start, step.grain))
        title = f"{self.pack.name}.{step.name} {item} {place} {period}: "
        if first == period:
            title += amounts[0][0] if amounts else "never computed"
        else:
            title += f"{len(amounts)} figures, {sum(text != _NONE for text, _, _ in amounts)} valid"
        seen, used = sum(a[2] for a in amounts), sum(a[1] for a in amounts)
        facts = [("way", f"{step.by} over {step.over}, each {step.grain}"), ("made of", f"{used} valid of {seen}")]
        if editions := editions_on(step.rules.values(), period.end):
            facts.append(("in force", ", ".join(editions)))
        facts.append(("source", step.source))
        address = cell_address(self.pack.name, step.name, item, place, str(period))
        return Node("cell", address, title, role, tuple(facts), tuple(self._below(step, item, place, period)))

    def _amounts(self, step: Step, item: str, place: str, period: Period) -> list[tuple[str, int, int]]:
        low, high = (number_period(day, step.grain) for day in (period.start, period.end))
        cells = CellStore(cells_root(self.lake)).load(step, range(low, high + 1))
        mask = pc.and_(pc.equal(cells["item"], item), pc.equal(cells["place"], place))
        mask = pc.and_(mask, pc.and_(pc.greater_equal(cells["period"], low), pc.less_equal(cells["period"], high)))
        return [(_say(row["amount"], step), row["n"], row["seen"]) for row in cells.filter(mask).to_pylist()]

    def _below(self, step: Step, item: str, place: str, period: Period) -> Iterator[Node]:
        items = step.items if step.into else (item,)
        places = self._places_in(step, place) if step.over is Over.PLACES else [place]
        whole = _widen(step, period)
        read = {} if step.is_from_lake else split_items(step, self.steps)
        for name in step.inputs:
            for wanted in (item for item in items if item in read.get(name, items)):
                yield from (n for p in places for n in self._input(name, wanted, p, whole))

    def _input(self, name: str, item: str, place: str, period: Period) -> list[Node]:
        """What a step reads there; nothing where it never had any."""
        if name == OBSERVATIONS:
            return self._readings(item, place, period)
        finer = self.steps[name]
        if item not in finer.cell_items:
            return []
        if is_passing(finer):
            return [node for below in finer.inputs for node in self._input(below, item, place, period)]
        return [self.tell(finer, item, place, period, "input")] if self._amounts(finer, item, place, period) else []

    def _places_in(self, step: Step, place: str) -> list[str]:
        return sorted({row[0] for row in self.places if row[2] == place and row[1] in step.levels})

    def _readings(self, item: str, place: str, period: Period) -> list[Node]:
        series = f"{self.pack.name}/{item}/{place}"
        if period not in self.counted:
            found = list_series(self.lake.pin(), self.pack.name, span=readings_span(period)).to_pylist()
            self.counted[period] = {row["series"]: (row["rows"], row["flagged"]) for row in found}
        if series not in self.counted[period]:
            return []
        rows, flagged = self.counted[period][series]
        title = f"{series} {period}: {rows:,} readings, {flagged:,} flagged"
        return [Node("readings", readings_address(series, str(period)), title, "input")]


_NONE = "no valid figure"


def _say(amount: int | None, step: Step) -> str:
    return _NONE if amount is None else format_amount(Decimal(amount).scaleb(-step.decimals))


def _widen(step: Step, period: Period) -> Period:
    """The period, as whole periods of the step."""
    low, high = (period_of(step, number_period(day, step.grain)) for day in (period.start, period.end))
    return Period(low.start, high.end)


def readings_span(period: Period) -> tuple[datetime, datetime]:
    """Instants of readings that name the end of their hour, both included."""
    begin = datetime.combine(period.start, datetime.min.time(), CHINA_TIME)
    end = datetime.combine(period.end + timedelta(days=1), datetime.min.time(), CHINA_TIME)
    return begin + timedelta(microseconds=1), end


def split_cell(address: str) -> tuple[Pack, Step, str, str, Period]:
    """Pack, step, item, place and period of cell/….

    Raises:
        NoFigureError: If no step is called so.
    """
    parts = address.split("/")
    pack = step_packs().get(parts[1]) if len(parts) >= 6 else None
    step = next((s for s in pack.steps if s.name == parts[2]), None) if pack is not None else None
    if pack is None or step is None or parts[3] not in step.cell_items:
        raise NoFigureError(f"no step makes {address}; write cell/air/city_year/pm25/330400/2024")
    return pack, step, parts[3], "/".join(parts[4:-1]), _read_period(parts[-1])


def split_readings(address: str) -> tuple[str, Period]:
    """Series and period of readings/….

    Raises:
        NoFigureError: If it is no such address.
    """
    parts = address.split("/")
    if len(parts) < 5:
        raise NoFigureError(f"{address} names no series and period; write readings/air/pm25/<station>/2024-05-06")
    return "/".join(parts[1:-1]), _read_period(parts[-1])


def _read_period(text: str) -> Period:
    try:
        return parse_period(text)
    except ValueError as error:
        raise NoFigureError(str(error)) from error


def trace_cell(address: str, role: str = "", lake: Lake | None = None) -> Node:
    """A figure that a step made, down to the series of readings it rests on."""
    pack, step, item, place, period = split_cell(address)
    return Lineage(pack, lake or open_lake()).tell(step, item, place, period, role)


def trace_readings(address: str, lake: Lake | None = None) -> Node:
    """The readings of a series: each with its source and when we learned it, or by shorter periods where they are many."""
    series, period = split_readings(address)
    low, high = readings_span(period)
    rows = (lake or open_lake()).read(series=[series], first=low, last=high).to_pylist()
    title = f"{series} {period}: {len(rows):,} readings"
    if len(rows) <= MOST_ROWS:
        return Node("readings", address, title, next=tuple(_row_node(row) for row in rows))
    cut = 4 if (period.end - period.start).days > 366 else 7 if (period.end - period.start).days > 31 else 10
    counts: dict[str, int] = {}
    for row in rows:
        at = row["observed_at"].astimezone(CHINA_TIME) - timedelta(microseconds=1)
        counts[at.isoformat()[:cut]] = counts.get(at.isoformat()[:cut], 0) + 1
    return Node("readings", address, title, next=tuple(_counted_nodes(series, counts.items())))


def _counted_nodes(series: str, counts: Iterable[tuple[str, int]]) -> Iterator[Node]:
    for when, count in counts:
        yield Node("readings", readings_address(series, when), f"{when}: {count:,} readings", "of")


def _row_node(row: dict[str, object]) -> Node:
    at = row["observed_at"]
    told = f"{at.astimezone(CHINA_TIME):%Y-%m-%d %H:%M}" if isinstance(at, datetime) else str(at)
    value = "no figure" if row["value"] is None else f"{row['value']:g} {row['unit']}".strip()
    facts = [("flag", row["flag"]), ("source", row["source"]), ("feed", row["source_key"])]
    facts += [("recorded", row["recorded_at"]), ("number", row["sequence"])]
    return Node("reading", "", f"{told}: {value}", "row", tuple((name, str(text)) for name, text in facts if text))
