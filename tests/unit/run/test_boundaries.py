"""A city's districts with their outlines come out of the installed package."""

from lantu.run.boundaries import read_districts

JIAXING = {"330402", "330411", "330421", "330424", "330481", "330482", "330483"}


def test_the_districts_of_a_city() -> None:
    districts = {d.place.code: d for d in read_districts("330400")}
    assert set(districts) == JIAXING
    assert districts["330411"].place.name == "秀洲区"
    assert {d.place.parent_code for d in districts.values()} == {"330400"}


def test_outlines_are_closed_rings_in_degrees_of_the_right_place() -> None:
    for district in read_districts("330400"):
        for polygon in district.geometry["coordinates"]:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert all(120 < x < 122 and 30 < y < 31.5 for x, y in ring)


def test_an_unknown_city_has_none() -> None:
    assert read_districts("999900") == []
