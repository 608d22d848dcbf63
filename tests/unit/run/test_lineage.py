"""A computed figure leads down to the rows of the lake, and a reading up to the value and the standing that rest on it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lantu.core.place import Place
from lantu.core.trace import Node

pytestmark = pytest.mark.django_db
FIRST = datetime(2024, 12, 31, 17, tzinfo=UTC)
DEFINITIONS = """
indicators:
  - {code: pm25, name: 细颗粒物平均浓度, unit: 微克/立方米, direction: down, kind: index, measured_by: air.pm25_annual}
"""


@pytest.fixture
def lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Two stations of one district, a year of hours each; one reading of the second is flagged."""
    from lantu.run import lineage, lineage_forward
    from lantu.run.measuring_lake import measure_lake
    from lantu.run.setting_up import record_definitions, record_places
    from lantu.store.lake import Lake

    record_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], by="test")
    record_definitions(DEFINITIONS, "indicators.yml", by="test")
    lake = Lake.open(tmp_path)
    rows = [
        {
            "series": f"air/pm25/{station}", "observed_at": FIRST + timedelta(hours=hour), "value": 20.0 + hour % 5,
            "place_code": "330411", "unit": "μg/m3", "flag": "stuck" if (station, hour) == ("s1", 30) else "",
        }
        for station in ("s0", "s1") for hour in range(365 * 24)
    ]  # fmt: skip
    lake.append(rows, source="feed of the bureau", recorded_at=datetime(2026, 1, 2, tzinfo=UTC))
    lake.flush(1)
    for module in (lineage, lineage_forward):
        monkeypatch.setattr(module, "open_lake", lambda: lake)
    measure_lake(["air"], by="test", lake=lake)
    return lake


def flat(node: Node) -> list[Node]:
    return [node, *(found for child in node.next for found in flat(child))]


def found(nodes: list[Node], **wanted: Any) -> Node:
    return next(n for n in nodes if all(getattr(n, name) == value for name, value in wanted.items()))


def test_a_value_leads_to_the_rows_and_back(lake: Any) -> None:
    from lantu.run.lineage import trace_cell
    from lantu.run.lineage_forward import values_above
    from lantu.run.tracing import UnknownAddressError, trace_back
    from lantu.run.tracing_forward import trace_forward

    nodes = flat(trace_back("value/pm25/330400/2025"))
    top = found(nodes, address="cell/air/city_year/pm25/330400/2025")
    assert top.title.endswith("2025: 22")
    assert dict(top.facts)["made of"] == "365 valid of 365"
    assert "HJ 663-2013" in dict(top.facts)["in force"]
    days = found(nodes, address="cell/air/city_day/pm25/330400/2025")
    assert "365 figures, 365 valid" in days.title
    assert [n.address for n in days.next] == [f"cell/air/station_day/pm25/{s}/2025" for s in ("s0", "s1")]
    readings = found(nodes, address="readings/air/pm25/s1/2025")
    assert "8,760 readings, 1 flagged" in readings.title

    months = trace_back(readings.address).next
    assert [n.address for n in months][::11] == ["readings/air/pm25/s1/2025-01", "readings/air/pm25/s1/2025-12"]
    assert len(trace_back(months[0].address).next) == 31
    rows = trace_back("readings/air/pm25/s1/2025-01-02").next
    assert (rows[0].title, rows[-1].title) == ("2025-01-02 01:00: 24 μg/m3", "2025-01-03 00:00: 22 μg/m3")
    assert dict(found(list(rows), title="2025-01-02 07:00: 20 μg/m3").facts)["flag"] == "stuck"
    assert dict(rows[0].facts)["source"] == "feed of the bureau"

    up = trace_forward("readings/air/pm25/s1/2025-01-02")
    own = {"value/pm25/330400/2025", "value/pm25/330411/2025"}
    reached = {n.address for n in up.next}
    assert reached >= own | {"value/air.composite_index/330400/2025-01"}
    assert not {address for address in reached if "so2" in address or "2025-02" in address}
    assert values_above("readings/air/pm25/s1/2023-01-02") == ()
    above = values_above("cell/air/station_day/pm25/s0/2025-03")
    assert {v.place_code for v in above} == {"330400", "330411"}
    for wrong in (
        "cell/air/none/pm25/330400/2025",
        "cell/x",
        "readings/air/2025",
        "cell/air/city_year/pm25/330400/soon",
    ):
        with pytest.raises(UnknownAddressError):
            trace_back(wrong)

    day = trace_cell("cell/air/station_day/pm25/s1/2025-01-02")
    assert day.title.endswith("2025-01-02: 22")
    assert dict(day.facts)["made of"] == "23 valid of 24"
    assert [n.title for n in day.next] == ["air/pm25/s1 2025-01-02: 24 readings, 1 flagged"]
    assert "never computed" in trace_cell("cell/air/station_day/pm25/s9/2025-01-02").title
