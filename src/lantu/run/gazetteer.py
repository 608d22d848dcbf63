"""The country's provinces, cities and counties, with the codes of an installed package.

In: nothing. Out: a gazetteer for the reader, made once a process. Only names and codes are taken, not
outlines, so that it costs a twentieth of a second. Left out on purpose: former names; a name that is
not in the package's list has no code.
"""

import json
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lantu.core.place import Place
from lantu.read.gazetteer import NOWHERE, Gazetteer, make_gazetteer
from lantu.run.boundaries import PACKAGE

FILES = ("province", "city", "district")
_PROPERTIES = re.compile(rb'"properties":(\{[^{}]*\})')


@cache
def read_gazetteer() -> Gazetteer:
    """All places the package lists; an empty gazetteer where it is not installed."""
    spec = find_spec(PACKAGE)  # found, not imported: importing it would load a geometry library
    if spec is None or not spec.submodule_search_locations:
        return NOWHERE
    folder = Path(spec.submodule_search_locations[0]) / "data"
    names: dict[str, str] = {}
    for name in FILES:
        names |= read_names((folder / f"{name}.geojson").read_bytes())
    return make_gazetteer(place_names(names))


def read_names(data: bytes) -> dict[str, str]:
    """Names by code from the properties of a GeoJSON file; lines that are no place have no code."""
    found = (json.loads(properties) for properties in _PROPERTIES.findall(data))
    return {item["gb"][3:]: item["name"] for item in found if len(item.get("gb", "")) == 9}


def place_names(names: dict[str, str]) -> list[Place]:
    """Places of names by code: what a code ends in tells the level, what it begins with the place around."""
    return [Place(code, name, _name_level(code), _find_parent(code, names)) for code, name in sorted(names.items())]


def _name_level(code: str) -> str:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _find_parent(code: str, names: dict[str, str]) -> str:
    """The city, or the province where a county belongs to none or a city is a province."""
    around = (f"{code[:4]}00", f"{code[:2]}0000")
    return next((upper for upper in around if upper in names and upper != code), "")
