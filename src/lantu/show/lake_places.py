"""Whose readings and computed figures a reader may see: those of stations and places within their reach.

In: the series of a pack and the places one may read, None for all. Out: names of stations and places, and what lies in what.
Left out on purpose: stations of no known place; only whoever may read everything sees them. A group, such as a basin, is
seen by whoever sees all stations of it.
"""

from dataclasses import dataclass, field

import pyarrow as pa

from lantu.core.place import LEVELS
from lantu.measure.placing import list_groups
from lantu.run.measuring_lake import place_all


@dataclass(frozen=True, slots=True)
class Stations:
    """Stations and places of a pack.

    Attributes:
        place_of: Code of the place of each station, as its newest reading names it.
        within: Stations and places that lie in a place, by its code; stations of a group, by its name.
        groups: The stations of each group, by its name.
    """

    place_of: dict[str, str]
    within: dict[str, frozenset[str]]
    groups: dict[str, frozenset[str]] = field(default_factory=dict)

    def list_seen(self, seen: frozenset[str] | None) -> frozenset[str] | None:
        """Names of stations and codes of places one may see; None for all."""
        if seen is None:
            return None
        known = seen | {station for station, code in self.place_of.items() if code in seen}
        return known | {name for name, stations in self.groups.items() if stations <= known}


def find_stations(series: pa.Table, pack: str) -> Stations:
    """Where the stations of a list of series are.

    Args:
        series: Of one pack.
        pack: Its name, under which the instance says what belongs together.
    """
    rows, _ = place_all(pack, series)
    within: dict[str, set[str]] = {}
    for place, _level, outer, _kind in rows:
        within.setdefault(outer, set()).add(place)
    names = (name.split("/", 2)[2] for name in series["series"].to_pylist())
    place_of = dict(zip(names, series["place_code"].to_pylist(), strict=True))
    groups = list_groups(rows, {row[1] for row in rows} - {*LEVELS})
    return Stations(place_of, {outer: frozenset(inner) for outer, inner in within.items()}, groups)
