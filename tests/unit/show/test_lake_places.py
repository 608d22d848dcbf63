"""Stations and places within a reader's reach."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest

from lantu.store.stations import SCHEMA
from tests.unit.show.city import CITY, DISTRICT, City

AT = int(datetime(2026, 6, 1, tzinfo=UTC).timestamp())


def test_stations_lie_in_their_district_and_its_city(city: City) -> None:
    from lantu.show.lake_places import find_stations

    row = {"rows": 1, "flagged": 0, "first": AT, "last": AT}
    told = (("S1", DISTRICT), ("S2", CITY), ("S3", "999999"))
    series = [{"series": f"air/pm25/{name}", "place_code": code, **row} for name, code in told]
    stations = find_stations(pa.Table.from_pylist(series, SCHEMA), "air")
    assert stations.list_seen(None) is None
    assert stations.list_seen(frozenset({DISTRICT})) == {DISTRICT, "S1"}
    assert "S1" in stations.within[DISTRICT]
    assert {"S1", "S2"} <= stations.within[CITY]


def test_a_basin_is_seen_by_whoever_sees_all_its_sections(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.measure.placing import Siting
    from lantu.run import measuring_lake
    from lantu.show.lake_places import find_stations

    said = {
        "S1": Siting("", {"basin": "小河"}),
        "S2": Siting("", {"basin": "大河"}),
        "S4": Siting("", {"basin": "大河"}),
    }
    monkeypatch.setattr(measuring_lake, "read_stations", lambda: ({"water": said}, ()))
    row = {"rows": 1, "flagged": 0, "first": AT, "last": AT}
    told = (("S1", DISTRICT), ("S2", CITY), ("S4", DISTRICT))
    series = [{"series": f"water/tp/{name}", "place_code": code, **row} for name, code in told]
    stations = find_stations(pa.Table.from_pylist(series, SCHEMA), "water")
    assert stations.list_seen(frozenset({DISTRICT})) == {DISTRICT, "S1", "S4", "小河"}
    assert {"大河", "小河"} <= (stations.list_seen(frozenset({DISTRICT, CITY})) or set())
    assert {"S2", "S4"} <= stations.within["大河"]
