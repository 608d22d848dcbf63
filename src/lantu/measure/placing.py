"""Which place the figures of a station count for, and which group.

In: the series of the lake with the place their readings name, the registry's places, and what an instance says of its
stations. Out: the table of places that steps use, and a diagnostic for each station that counts for no place. Left out on
purpose: guessing a place from a station's name, or a basin from where a section lies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.place import Place, walk_up

PlaceRow = tuple[str, str, str, str]
"""Place, level, the place of that level it lies in, kind of water body."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where readings come from.

    Attributes:
        name: Last part of its series.
        place_code: That its newest reading names, or "".
        rows: Readings in force.
        last: Day of its newest reading.
    """

    name: str
    place_code: str
    rows: int
    last: date


@dataclass(frozen=True, slots=True)
class Siting:
    """What an instance says of a station, beside the place that its readings name.

    Attributes:
        kind: Of water body: river, lake, or "" where nothing is said.
        groups: Name of the group by its kind: {"basin": "运河"}.
    """

    kind: str = ""
    groups: Mapping[str, str] = field(default_factory=dict)


NOTHING_SAID = Siting()


def place_stations(
    stations: Iterable[Station], places: Mapping[str, Place], sitings: Mapping[str, Siting] | None = None
) -> tuple[tuple[PlaceRow, ...], tuple[Diagnostic, ...]]:
    """Rows of the table of places: every station that counts, every place of the registry itself, and every group.

    Args:
        stations: Of one pack. One that is called like a place is that place.
        places: By code.
        sitings: By station. A station counts for its group wherever it lies, as the instance says so.
    """
    rows = [row for code in places for row in _rows_above(code, code, places)]
    diagnostics = []
    sited = sitings or {}
    kinds: dict[tuple[str, str], set[str]] = {}
    for station in stations:
        said = sited.get(station.name, NOTHING_SAID)
        for group in said.groups.items():
            kinds.setdefault(group, set()).add(said.kind)
        rows += [(station.name, level, group, said.kind) for level, group in said.groups.items()]
        if station.name in places:
            continue
        problem = _find_problem(station, places)
        if problem is None:
            rows += _rows_above(station.name, station.place_code, places, said.kind)
        else:
            code, told, hint = problem
            message = f"{station.name}: {station.rows:,} readings {told}; no place's figure counts them"
            diagnostics.append(Diagnostic(code, Severity.WARNING, message, hint, about=station.name))
    # rivers and lakes together are neither: both limits must then give the class of their mean
    rows += [
        (name, level, name, found.copy().pop() if len(found) == 1 else "") for (level, name), found in kinds.items()
    ]
    return tuple(sorted(rows)), tuple(diagnostics)


def list_groups(rows: Iterable[PlaceRow], levels: Iterable[str]) -> dict[str, frozenset[str]]:
    """The stations of each group, by its name."""
    wanted, found = frozenset(levels), dict[str, set[str]]()
    for place, level, within, _kind in rows:
        if level in wanted and place != within:
            found.setdefault(within, set()).add(place)
    return {name: frozenset(stations) for name, stations in found.items()}


def _rows_above(name: str, code: str, places: Mapping[str, Place], kind: str = "") -> list[PlaceRow]:
    return [(name, place.level, place.code, kind) for place in walk_up(code, places)]


def _find_problem(station: Station, places: Mapping[str, Place]) -> tuple[str, str, str] | None:
    if not station.place_code:
        return "M001", "name no place", "load them again with --place"
    place = places.get(station.place_code)
    if place is None:
        return "M002", f"name the place {station.place_code}, which is not listed", "add the place to the list"
    if not place.stands_on(station.last):
        return "M003", f"of {place.code} {place.name}, which closed on {place.valid_to}", "name the place of today"
    return None
