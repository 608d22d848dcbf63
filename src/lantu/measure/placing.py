"""Which place the figures of a station count for.

In: the series of the lake with the place their readings name, and the registry's places. Out: the
table of places that steps use, and a diagnostic for each station that counts for none. Left out on
purpose: guessing a place from a station's name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
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


def place_stations(
    stations: Iterable[Station], places: Mapping[str, Place]
) -> tuple[tuple[PlaceRow, ...], tuple[Diagnostic, ...]]:
    """Rows of the table of places: every station that counts, and every place of the registry itself.

    Args:
        stations: Of one pack. One that is called like a place is that place.
        places: By code.
    """
    rows = [row for code in places for row in _rows_above(code, code, places)]
    diagnostics = []
    for station in stations:
        if station.name in places:
            continue
        problem = _find_problem(station, places)
        if problem is None:
            rows += _rows_above(station.name, station.place_code, places)
        else:
            code, told, hint = problem
            message = f"{station.name}: {station.rows:,} readings {told}; no place's figure counts them"
            diagnostics.append(Diagnostic(code, Severity.WARNING, message, hint, about=station.name))
    return tuple(sorted(rows)), tuple(diagnostics)


def _rows_above(name: str, code: str, places: Mapping[str, Place]) -> list[PlaceRow]:
    return [(name, place.level, place.code, "") for place in walk_up(code, places)]


def _find_problem(station: Station, places: Mapping[str, Place]) -> tuple[str, str, str] | None:
    if not station.place_code:
        return "M001", "name no place", "load them again with --place"
    place = places.get(station.place_code)
    if place is None:
        return "M002", f"name the place {station.place_code}, which is not listed", "add the place to the list"
    if not place.stands_on(station.last):
        return "M003", f"of {place.code} {place.name}, which closed on {place.valid_to}", "name the place of today"
    return None
