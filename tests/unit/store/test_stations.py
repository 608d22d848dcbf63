"""The series of the lake, each once, with the place its newest reading names."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 1, tzinfo=UTC)


def row(station: str, hour: int, value: float, place: str = "330400", flag: str = "") -> dict[str, Any]:
    at = AT + timedelta(hours=hour)
    return {"series": f"air/pm25/{station}", "observed_at": at, "value": value, "place_code": place, "flag": flag}


def test_files_and_staged_rows_are_counted_once(tmp_path: Path) -> None:
    from lantu.store.lake import Lake
    from lantu.store.stations import list_series, series_with, update_series

    lake = Lake.open(tmp_path)
    assert list_series(lake.pin(), "air").num_rows == 0
    lake.append([row("s0", 0, 1.0), row("s0", 1, 2.0, flag="stuck"), row("s1", 0, 3.0)], source="x", recorded_at=AT)
    lake.flush(1)
    lake.append([row("s0", 0, 9.0, "330411"), row("s2", 5, 3.0)], source="x", recorded_at=AT)
    lake.append([{"series": "water/ph/w", "observed_at": AT, "value": 7.0}], source="x", recorded_at=AT)
    every = list_series(lake.pin(), "air")
    told = [(r["series"][-2:], r["place_code"], r["rows"], r["flagged"]) for r in every.to_pylist()]
    assert told == [("s0", "330411", 2, 1), ("s1", "330400", 1, 0), ("s2", "330400", 1, 0)]
    assert every.to_pylist()[0]["last"] - every.to_pylist()[0]["first"] == 3600
    some = list_series(lake.pin(), "air", ["air/pm25/s1"], (AT, AT))
    assert some["series"].to_pylist() == ["air/pm25/s1"]
    assert list_series(lake.pin(), "air", None, (AT + timedelta(hours=2), None))["series"].to_pylist() == [
        "air/pm25/s2"
    ]
    assert update_series(every.slice(1), every.slice(0, 1)).equals(every)
    assert series_with(["air/b", "water/a", "air/a", "air/b"], "air") == ("air/a", "air/b")


def test_a_clock_that_is_ahead_does_not_make_readings_reach_further(tmp_path: Path) -> None:
    from lantu.run.lake_values import covered_by
    from lantu.store.computed import Computed
    from lantu.store.lake import Lake
    from lantu.store.stations import list_series

    lake = Lake.open(tmp_path)
    years = 24 * 365 * 3
    rows = [
        row("s0", 0, 1.0),
        row("s0", 30, 2.0),
        row("s0", years, 3.0, flag="future"),
        row("s1", years, 4.0, flag="negative future"),
    ]
    lake.append(rows, source="x", recorded_at=AT)
    found = list_series(lake.pin(), "air")
    first, second = found.to_pylist()
    assert (first["rows"], first["flagged"], first["last"] - first["first"]) == (3, 1, 30 * 3600)
    assert second["first"] == second["last"] == int((AT + timedelta(hours=years)).timestamp())
    covered = covered_by(Computed(1, "", found))
    assert (covered.start.isoformat(), covered.end.isoformat()) == ("2024-01-01", "2024-01-02")
