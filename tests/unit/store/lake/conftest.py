"""A lake in a folder of its own, and readings for it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

START = datetime(2024, 1, 1, tzinfo=UTC)
Make = Callable[..., pa.Table]


@pytest.fixture
def lake(db: None, tmp_path: Path) -> Any:
    from lantu.store.lake import Lake  # tables can be imported only once Django is set up

    return Lake.open(tmp_path)


@pytest.fixture
def make() -> Make:
    """Readings of stations, hour after hour."""

    def make_rows(hours: int = 2, stations: int = 2, first: int = 0, add: float = 0.0, flag: str = "") -> pa.Table:
        pairs = [(hour, station) for hour in range(first, first + hours) for station in range(stations)]
        return pa.table(
            {
                "series": [f"air/pm25/s{station}" for _, station in pairs],
                "observed_at": pa.array([START + timedelta(hours=h) for h, _ in pairs], pa.timestamp("us", "UTC")),
                "value": [hour + station / 10 + add for hour, station in pairs],
                "flag": [flag] * len(pairs),
            }
        )

    return make_rows
