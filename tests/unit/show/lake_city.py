"""A district and another with a station each: readings of one day in a lake, and cells as they were computed from them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from lantu.store.cells import SCHEMA as CELLS
from lantu.store.cells import CellStore
from lantu.store.computed import Computed, write_computed
from lantu.store.stations import SCHEMA
from tests.unit.show.city import DISTRICT, OTHER

HERE, THERE = DISTRICT, OTHER
FIRST = datetime(2026, 5, 31, 16, tzinfo=UTC)
"""The first hour of 1 June in China ends an hour later."""


def fill_lake(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep cells and readings, and make the pages look for them there."""
    from lantu.run.pack_steps import step_packs
    from lantu.show.pages import cells, readings
    from lantu.store.lake import Lake

    steps = {step.name: step for step in step_packs()["air"].steps}
    day = 20605  # 1 June 2026
    store = CellStore(root)
    store.write_all(steps["station_day"], _cells((("S1", day, 31_000), ("S2", day, 29_000), ("S1", day + 1, None))))
    store.write_all(steps["city_day"], _cells(((HERE, day, 31_000), (THERE, day, 29_000), (HERE, day + 1, None))))
    store.write_all(steps["city_year"], _cells(((HERE, 2026, None),)))
    lake = Lake.open(root)
    at = [FIRST + timedelta(hours=hour) for hour in (1, 2, 3, 6)]
    for station, place in (("S1", HERE), ("S2", THERE)):
        count = len(at)
        rows = {
            "series": [f"air/pm25/{station}"] * count, "place_code": [place] * count, "quantity": ["pm25"] * count,
            "observed_at": pa.array(at, pa.timestamp("us", "UTC")), "value": [31.0, 30.0, -3.0, 32.0],
            "unit": ["μg/m3"] * count, "flag": ["", "", "negative", ""], "source_key": ["f"] * count,
        }  # fmt: skip
        lake.append(pa.table(rows), source="hours.csv", recorded_at=FIRST + timedelta(days=1))
    span = {"rows": 4, "flagged": 1, "first": int(at[0].timestamp()), "last": int(at[-1].timestamp())}
    series: list[dict[str, Any]] = [
        {"series": f"air/pm25/{station}", "place_code": place, **span}
        for station, place in (("S1", HERE), ("S2", THERE))
    ]
    write_computed(root / "air", Computed(8, "abc", pa.Table.from_pylist(series, SCHEMA)))
    for module in (cells, readings):
        monkeypatch.setattr(module, "CELLS", root)
    monkeypatch.setattr(readings, "open_lake", lambda: lake)


def _cells(rows: tuple[tuple[str, int, int | None], ...]) -> pa.Table:
    return pa.Table.from_pylist(
        [
            {"item": "pm25", "place": place, "period": period, "amount": amount, "n": 21, "seen": 24}
            for place, period, amount in rows
        ],
        CELLS,
    )
