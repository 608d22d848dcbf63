"""The arrow from readings of the lake to values and standings.

In: packs with steps, one version of the lake, places. Out: cells in their files, values in the registry, standings judged
again. Only what rests on new or corrected readings is computed, unless rules or places changed or all is asked for.
Left out on purpose: choosing figures; a doubtful reading was flagged when it came in, and counts for nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

from lantu.core.diagnostic import Diagnostic
from lantu.core.identity import short_digest
from lantu.core.place import index_places
from lantu.core.time import CHINA_TIME
from lantu.measure.affected import Change
from lantu.measure.placing import PlaceRow, Station, place_stations
from lantu.measure.steps import sort_steps
from lantu.packs.pack import Pack
from lantu.run.clock import read_clock
from lantu.run.judging import judge_changed
from lantu.run.lake import open_lake
from lantu.run.lake_values import cells_root, measured_values
from lantu.run.measuring import measure_all
from lantu.run.pack_choices import check_choices
from lantu.run.pack_stations import check_stations, read_stations
from lantu.run.pack_steps import check_asked, list_asked, name_apart, step_packs
from lantu.store.audit import append_audit
from lantu.store.cells import CellStore
from lantu.store.computed import Computed, forget_computed, read_computed, write_computed
from lantu.store.engine import open_engine
from lantu.store.keep.indicators import keep_definitions
from lantu.store.keep.search import index_names
from lantu.store.known import known_definitions, known_places
from lantu.store.lake import Lake
from lantu.store.lake.changes import Changes
from lantu.store.lake.disk import hold_lock
from lantu.store.lending import lend_readings
from lantu.store.recomputing import ReadLake, compute_all, compute_changed
from lantu.store.stations import list_series, series_with, update_series
from lantu.store.transactions import one_transaction

MOST_SHARE = 5
"""Where more than one reading in so many is new, computing everything is quicker than asking what rests on each."""
_PLACES = ("place", "level", "within", "kind")


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was computed of a pack.

    Attributes:
        pack: Its name.
        stations: With readings.
        readings: In force.
        flagged: Of these, kept and counted for nothing.
        unplaced: Readings of stations that count for no place.
        is_full: Whether everything was computed.
        changed: Cells that are not what they were; of everything, how many there are.
    """

    pack: str
    stations: int
    readings: int
    flagged: int
    unplaced: int
    is_full: bool
    changed: int


@dataclass(frozen=True, slots=True)
class LakeReport:
    """What a measuring from the lake did.

    Attributes:
        packs: Those with readings.
        values: New or changed.
        standings: Changed.
        diagnostics: Of stations and indicators.
    """

    packs: tuple[PackReport, ...]
    values: int
    standings: int
    diagnostics: tuple[Diagnostic, ...]


def measure_lake(
    packs: Iterable[str] | None = None,
    *,
    by: str,
    full: bool = False,
    lake: Lake | None = None,
    engine: str | None = None,
) -> LakeReport:
    """Compute what is new, keep the values, judge again.

    Args:
        packs: Names; None for all that have steps.
        by: Who asks for it.
        full: Whether to compute everything.
        lake: Of the instance, where none is given.
        engine: Address; None for that of the setting.
    """
    lake = lake or open_lake()
    known = step_packs()
    reports: list[PackReport] = []
    diagnostics: list[Diagnostic] = []
    heard: dict[str, tuple[str, ...]] = {}
    for name in sorted(known if packs is None else packs):
        done = _measure_pack(known[name], lake, full, engine)
        if done is not None:
            reports.append(done[0])
            diagnostics += done[1]
            heard[name] = done[2]
            _record_definitions(known[name])
    at = read_clock()
    values = measure_all(by=by, cells=cells_root(lake))
    standings = judge_changed(by=by)
    diagnostics += (
        *measured_values(cells_root(lake))[1],
        *check_asked(known, known_definitions()),
        *check_choices(known),
        *check_stations(known, heard),
    )
    with one_transaction():
        told = {r.pack: {"cells": r.changed, "readings": r.readings, "full": r.is_full} for r in reports}
        append_audit(
            by, "lake.measured", ",".join(told) or "nothing", at, packs=told, values=values, standings=standings
        )
    return LakeReport(tuple(reports), values, standings, tuple(diagnostics))


def _measure_pack(
    pack: Pack, lake: Lake, full: bool, engine: str | None
) -> tuple[PackReport, tuple[Diagnostic, ...], tuple[str, ...]] | None:
    """Bring a pack's cells up to the lake; None where it has no readings. Names of its stations are told beside the report."""
    folder = cells_root(lake) / pack.name
    folder.mkdir(parents=True, exist_ok=True)
    with hold_lock(folder / "writer.lock"):
        computed = None if full else read_computed(folder)
        # The changes before the version: what comes between is told again the next time, and nothing is missed.
        changes = lake.changes_since(computed.sequence if computed is not None else 0)
        names = series_with(changes.spans["series"].to_pylist(), pack.name)
        pinned = lake.pin()
        if computed is None:
            series = list_series(pinned, pack.name)
        else:
            series = update_series(computed.series, list_series(pinned, pack.name, names)) if names else computed.series
        if not series.num_rows:
            return None
        rows, diagnostics = place_all(pack.name, series)
        digest = short_digest(repr(pack.steps), repr(rows))
        is_full = computed is None or computed.digest != digest or _is_much(changes, names, series)
        told = () if is_full else _list_changes(changes, names)
        changed = 0
        if is_full or told:
            forget_computed(folder)
            cells = CellStore(cells_root(lake))
            changed = _compute(pack, rows, lend_readings(pinned), cells, None if is_full else told, engine)
        if is_full or computed is None or computed.sequence != changes.sequence:
            write_computed(folder, Computed(changes.sequence, digest, series))
    stations = tuple(list_stations(series))
    report = _report(pack, series, stations, diagnostics, (is_full, changed))
    return report, diagnostics, tuple(station.name for station in stations)


def _compute(
    pack: Pack,
    rows: Sequence[PlaceRow],
    read_lake: ReadLake,
    cells: CellStore,
    changes: Sequence[Change] | None,
    address: str | None,
) -> int:
    """Compute everything, or what changes reach. Returns how many cells that is."""
    steps = sort_steps(pack.steps)
    places = pa.table({name: pa.array([row[at] for row in rows], pa.string()) for at, name in enumerate(_PLACES)})
    with open_engine(address) as engine:
        if changes is not None:
            return sum(map(len, compute_changed(engine, steps, places, read_lake, cells, changes).values()))
        compute_all(engine, steps, places, read_lake, cells)
    return sum(cells.load(step).num_rows for step in steps)


def place_all(pack: str, series: pa.Table) -> tuple[tuple[PlaceRow, ...], tuple[Diagnostic, ...]]:
    """The places of a pack's steps: those of the registry, and the stations of a list of series as the instance groups them."""
    return place_stations(list_stations(series), index_places(known_places()), read_stations()[0].get(pack))


def list_stations(series: pa.Table) -> Iterator[Station]:
    """Stations of a list of series; where series of one differ in place, the one heard of last says it."""
    found: dict[str, Station] = {}
    for row in sorted(series.to_pylist(), key=lambda row: row["last"]):
        name = row["series"].split("/", 2)[2]
        day = datetime.fromtimestamp(row["last"], UTC).astimezone(CHINA_TIME).date()
        earlier = found[name].rows if name in found else 0
        found[name] = Station(name, row["place_code"], earlier + row["rows"], day)
    yield from (found[name] for name in sorted(found))


def _is_much(changes: Changes, names: Sequence[str], series: pa.Table) -> bool:
    spans = changes.spans
    fresh = spans.filter(pc.is_in(spans["series"], pa.array(names, pa.string())))
    return (pc.sum(fresh["rows"]).as_py() or 0) * MOST_SHARE > pc.sum(series["rows"]).as_py()


def _list_changes(changes: Changes, names: Sequence[str]) -> tuple[Change, ...]:
    wanted = set(names)
    rows = changes.spans.to_pylist()
    return tuple(Change(row["series"], row["first"], row["last"]) for row in rows if row["series"] in wanted)


def _report(
    pack: Pack, series: pa.Table, stations: Sequence[Station], diagnostics: Sequence[Diagnostic], done: tuple[bool, int]
) -> PackReport:
    lost, (is_full, changed) = {d.about for d in diagnostics}, done
    return PackReport(
        pack=pack.name,
        stations=len(stations),
        readings=pc.sum(series["rows"]).as_py(),
        flagged=pc.sum(series["flagged"]).as_py(),
        unplaced=sum(station.rows for station in stations if station.name in lost),
        is_full=is_full,
        changed=changed,
    )


def _record_definitions(pack: Pack) -> None:
    """The pack's own indicators that no indicator of the city stands for, so that their values have a page."""
    known = known_definitions()
    own = {a.wanted.code: a.wanted for a in list_asked(pack, known) if a.wanted is a.source}
    with one_transaction():
        keep_definitions((name_apart(d, pack, known) for d in own.values()), read_clock())
        index_names()
