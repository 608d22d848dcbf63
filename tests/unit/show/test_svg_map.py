"""The districts as an SVG."""

import re

from lantu.show.district_map import build_map
from lantu.show.svg_map import HEIGHT, WIDTH, draw_shapes
from tests.unit.show.city import CITY, City


def test_every_district_lies_in_the_box_with_its_name_inside_its_outline(city: City) -> None:
    made = build_map(CITY, "")
    assert made is not None
    shapes = draw_shapes(made)
    assert {s.district.name for s in shapes} == {"甲区", "乙县"}
    for shape in shapes:
        xs, ys = zip(*((int(x), int(y)) for x, y in re.findall(r"(-?\d+) (-?\d+)", shape.path)), strict=True)
        assert 0 <= min(xs) < shape.x < max(xs) <= WIDTH
        assert 0 <= min(ys) < shape.y < max(ys) <= HEIGHT
    west, east = sorted(shapes, key=lambda s: s.x)
    assert (west.district.name, east.district.name) == ("甲区", "乙县")


def test_a_square_on_the_ground_is_drawn_narrower_in_degrees(city: City) -> None:
    made = build_map(CITY, "")
    assert made is not None
    shape = next(s for s in draw_shapes(made) if s.district.name == "甲区")
    xs, ys = zip(*((int(x), int(y)) for x, y in re.findall(r"(\d+) (\d+)", shape.path)), strict=True)
    assert abs((max(xs) - min(xs)) / (max(ys) - min(ys)) - 0.864) < 0.02
