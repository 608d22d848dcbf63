"""The districts as an SVG: for the wall, for embedding and for paper, where no script draws.

In: the map of districts. Out: a path and a place for the name of each. Left out on purpose: a true projection; over a city's
width the plate carrée, narrowed by the cosine of the latitude, is off by less than a line's width.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians
from typing import Any

from lantu.show.district_map import District, DistrictMap

WIDTH, HEIGHT, MARGIN = 1000, 760, 12
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One district as drawn; `x` and `y` are where its name stands."""

    district: District
    path: str
    x: int
    y: int


def draw_shapes(made: DistrictMap) -> tuple[Shape, ...]:
    """The districts in a box of WIDTH by HEIGHT."""
    rings = {f["properties"]["code"]: list(_rings(f["geometry"])) for f in made.data["features"]}
    points = [point for parts in rings.values() for ring in parts for point in ring]
    if not points:
        return ()
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = cos(radians((south + north) / 2))
    wide, high = max((east - west) * narrow, 1e-9), max(north - south, 1e-9)
    scale = min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high)
    left, top = (WIDTH - wide * scale) / 2, (HEIGHT - high * scale) / 2

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return left + (point[0] - west) * narrow * scale, top + (north - point[1]) * scale

    drawn = {code: [[place(point) for point in ring] for ring in parts] for code, parts in rings.items()}
    return tuple(_make_shape(district, drawn[district.code]) for district in made.districts if drawn[district.code])


def _rings(geometry: Any) -> Iterator[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(point[0]), float(point[1])) for point in ring]


def _make_shape(district: District, rings: list[Ring]) -> Shape:
    path = "".join("M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in ring) + "Z" for ring in rings)
    x, y = _find_centre(max(rings, key=lambda ring: abs(_measure(ring))))
    return Shape(district, path, round(x), round(y))


def _measure(ring: Ring) -> float:
    """Twice the area, signed."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))


def _find_centre(ring: Ring) -> tuple[float, float]:
    """The centre of gravity. Source: the usual sums over the edges of a polygon (P. Bourke, 1988)."""
    area = _measure(ring) or 1e-9
    pairs = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
    return (
        sum((a[0] + b[0]) * cross for a, b, cross in pairs) / (3 * area),
        sum((a[1] + b[1]) * cross for a, b, cross in pairs) / (3 * area),
    )
