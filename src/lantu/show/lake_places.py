"""Whose readings and computed figures a reader may see: those of stations and places within their reach.

In: the series of a pack and the places one may read, None for all. Out: names of stations and places, and what lies in what.
Left out on purpose: stations of no known place; only whoever may read everything sees them.
"""

from dataclasses import dataclass

import pyarrow as pa

from lantu.core.place import index_places
from lantu.measure.placing import place_stations
from lantu.run.measuring_lake import list_stations
from lantu.store.known import known_places


@dataclass(frozen=True, slots=True)
class Stations:
    """Stations and places of a pack.

    Attributes:
        place_of: Code of the place of each station, as its newest reading names it.
        within: Stations and places that lie in a place, by its code.
    """

    place_of: dict[str, str]
    within: dict[str, frozenset[str]]

    def list_seen(self, seen: frozenset[str] | None) -> frozenset[str] | None:
        """Names of stations and codes of places one may see; None for all."""
        if seen is None:
            return None
        return seen | {station for station, code in self.place_of.items() if code in seen}


def find_stations(series: pa.Table) -> Stations:
    """Where the stations of a list of series are."""
    rows, _ = place_stations(list_stations(series), index_places(known_places()))
    within: dict[str, set[str]] = {}
    for place, _level, outer, _kind in rows:
        within.setdefault(outer, set()).add(place)
    names = (name.split("/", 2)[2] for name in series["series"].to_pylist())
    place_of = dict(zip(names, series["place_code"].to_pylist(), strict=True))
    return Stations(place_of, {outer: frozenset(inner) for outer, inner in within.items()})
