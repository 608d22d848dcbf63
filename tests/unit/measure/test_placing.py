"""Stations count for the places they lie in; what counts for none is told with its readings."""

from datetime import date

from lantu.core.place import Place, index_places
from lantu.measure.placing import Siting, Station, list_groups, place_stations

PLACES = index_places(
    [
        Place("330400", "青湖市", "prefecture"),
        Place("330411", "南屏区", "county", "330400"),
        Place("330412", "旧区", "county", "330400", valid_to=date(2020, 12, 31)),
    ]
)


def test_a_station_lies_in_its_district_and_the_city() -> None:
    rows, diagnostics = place_stations([Station("s0", "330411", 5, date(2024, 1, 1))], PLACES)
    assert diagnostics == ()
    assert [row for row in rows if row[0] == "s0"] == [
        ("s0", "county", "330411", ""),
        ("s0", "prefecture", "330400", ""),
    ]
    assert ("330411", "prefecture", "330400", "") in rows
    assert ("330400", "prefecture", "330400", "") in rows


def test_a_series_of_a_place_is_that_place() -> None:
    rows, diagnostics = place_stations([Station("330411", "", 5, date(2024, 1, 1))], PLACES)
    assert diagnostics == ()
    assert len(rows) == len(set(rows)) == 5


def test_what_counts_for_no_place_is_told() -> None:
    stations = [
        Station("a", "", 1_234, date(2024, 1, 1)),
        Station("b", "999999", 2, date(2024, 1, 1)),
        Station("c", "330412", 3, date(2021, 1, 1)),
        Station("d", "330412", 4, date(2020, 12, 31)),
    ]
    rows, diagnostics = place_stations(stations, PLACES)
    assert [(d.code, d.about) for d in diagnostics] == [("M001", "a"), ("M002", "b"), ("M003", "c")]
    assert "1,234 readings" in diagnostics[0].message
    assert {row[0] for row in rows if row[0] in "abcd"} == {"d"}


def test_a_group_has_the_stations_that_the_instance_names_wherever_they_lie() -> None:
    at = date(2024, 1, 1)
    stations = [Station("a", "330411", 5, at), Station("b", "", 5, at), Station("c", "330411", 5, at)]
    sitings = {
        "a": Siting("river", {"basin": "大河"}),
        "b": Siting("river", {"basin": "大河"}),
        "c": Siting("lake", {"basin": "湖荡"}),
        "gone": Siting("lake", {"basin": "大河"}),
    }
    rows, diagnostics = place_stations(stations, PLACES, sitings)
    assert [d.code for d in diagnostics] == ["M001"]
    assert {row for row in rows if row[1] == "basin"} == {
        ("a", "basin", "大河", "river"), ("b", "basin", "大河", "river"), ("大河", "basin", "大河", "river"),
        ("c", "basin", "湖荡", "lake"), ("湖荡", "basin", "湖荡", "lake"),
    }  # fmt: skip
    assert ("a", "county", "330411", "river") in rows
    assert list_groups(rows, ["basin"]) == {"大河": {"a", "b"}, "湖荡": {"c"}}


def test_rivers_and_lakes_together_are_neither() -> None:
    stations = [Station(name, "330411", 5, date(2024, 1, 1)) for name in "ab"]
    sitings = {"a": Siting("river", {"basin": "x"}), "b": Siting("", {"basin": "x"})}
    rows, _ = place_stations(stations, PLACES, sitings)
    assert ("x", "basin", "x", "") in rows
