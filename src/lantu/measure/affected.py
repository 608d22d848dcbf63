"""What a change reaches: from readings, or cells that changed, to the cells of the next step that rest on them.

In: steps, places, what changed. Out: cells by item, place and period. Left out on purpose: whether a
cell really changes; that is known once it was computed, and what did not change reaches nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from lantu.core.step import Over, Step
from lantu.measure.calendar import CHINA_SECONDS, first_day, last_day, number_period

Cells = frozenset[tuple[str, str, int]]
"""Item, place, period."""

NONE: Cells = frozenset()
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a series in which readings are new or corrected.

    Attributes:
        series: <pack>/<item>/<place>.
        first: Earliest instant (UTC).
        last: Latest instant.
    """

    series: str
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Which places lie in which.

    Attributes:
        above: Place and level to the places of that level it lies in.
    """

    above: Mapping[tuple[str, str], tuple[str, ...]]


def index_places(rows: Iterable[tuple[str, str, str]]) -> Hierarchy:
    """From rows of place, level, and the place of that level it lies in."""
    above: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place, level, within in rows:
        above[place, level].append(within)
    return Hierarchy({key: tuple(dict.fromkeys(found)) for key, found in above.items()})


def cells_of_changes(step: Step, changes: Iterable[Change]) -> Cells:
    """The cells of a step from the lake that rest on changed readings."""
    found = set()
    for change in changes:
        pack, _, rest = change.series.partition("/")
        item, _, place = rest.partition("/")
        if pack == step.pack and item in step.items:
            first, last = (_period_of(at, step) for at in (change.first, change.last))
            found |= {(item, place, period) for period in range(first, last + 1)}
    return frozenset(found)


def _period_of(at: datetime, step: Step) -> int:
    seconds = (at - _EPOCH) // timedelta(seconds=1) + CHINA_SECONDS - (1 if step.hours == "end" else 0)
    return lift_period(seconds // 3600, "hour", step.grain)


def lift_period(period: int, grain: str, into: str) -> int:
    """The longer period that a shorter one lies in."""
    return period if grain == into else number_period(first_day(period, grain), into)


def span_period(period: int, grain: str, into: str) -> tuple[int, int]:
    """First and last of the shorter periods within a longer one."""
    first, last = number_period(first_day(period, grain), into), number_period(last_day(period, grain), into)
    return first, last + (23 if into == "hour" else 0)


def cells_above(step: Step, grain: str, changed: Cells, places: Hierarchy) -> Cells:
    """The cells of a step that rest on changed cells of the steps it is from.

    Args:
        step: Not one from the lake.
        grain: Of those steps.
        changed: Their cells.
        places: For a step over places.
    """
    marker = step.parts.get("left_out", "")
    marked = tuple(item for item in step.parts.get("left_out_of", "").split(",") if item in step.items)
    read = {*step.items, step.parts.get("weight", "")}
    found = set()
    for item, place, period in changed:
        items = marked if item == marker else (item,) if item in read else ()
        if step.into and items:
            items = (step.into,)
        wheres = _lift_place(step, place, places)
        when = lift_period(period, grain, step.grain) if step.over is Over.TIME else period
        found |= {(into, where, when) for into in items for where in wheres}
    return frozenset(found)


def _lift_place(step: Step, place: str, places: Hierarchy) -> tuple[str, ...]:
    if step.over is not Over.PLACES:
        return (place,)
    return tuple(where for level in step.levels for where in places.above.get((place, level), ()))
