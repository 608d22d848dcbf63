"""Districts for the map."""

from lantu.show.district_map import STEPS, build_map
from lantu.show.figures import Figure, Missing
from tests.unit.show.city import CITY, DISTRICT, OTHER, City


def test_the_place_with_data_comes_first_and_the_other_is_empty(city: City) -> None:
    drawn = build_map(CITY, "")
    assert drawn is not None
    assert [(d.code, d.step) for d in drawn.districts] == [(DISTRICT, STEPS), (OTHER, 0)]
    assert isinstance(drawn.districts[0].figure, Figure)
    assert isinstance(drawn.districts[1].figure, Missing)
    assert (drawn.title, drawn.when, drawn.source) == ("地区生产总值", "2024年", "手画")


def test_shapes_carry_name_and_text_only(city: City) -> None:
    drawn = build_map(CITY, "no-such-indicator")
    assert drawn is not None
    first, second = drawn.data["features"]
    assert first["properties"] == {"code": DISTRICT, "name": "甲区", "step": STEPS, "text": "1,234.5 亿元 · 2024年"}
    assert second["properties"]["text"] == ""
    assert first["geometry"]["type"] == "Polygon"


def test_without_boundaries_there_is_no_map(city: City) -> None:
    assert build_map(DISTRICT, "") is None
