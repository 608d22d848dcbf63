"""Definitions and places."""

from lantu.store.fetch.indicators import definitions_by_code, districts_with_boundaries, places_by_code
from tests.unit.show.city import CITY, DISTRICT, OTHER, City


def test_definitions_and_places_by_code(city: City) -> None:
    assert definitions_by_code()["gdp"].name == "地区生产总值"
    assert set(places_by_code()) == {CITY, DISTRICT, OTHER}


def test_only_places_with_a_boundary_are_on_the_map(city: City) -> None:
    places_by_code()[OTHER].delete()
    assert [place.code for place in districts_with_boundaries(CITY)] == [DISTRICT]
    assert districts_with_boundaries(DISTRICT) == []
