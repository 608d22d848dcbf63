"""An engine is lent each reading once, whether it lies in files, is staged, or corrects one that lies in files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lantu.store.engine import open_engine
from lantu.store.engines.engine import Slice

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 1, tzinfo=UTC)


def row(station: str, hour: int, value: float) -> dict[str, Any]:
    return {"series": f"air/pm25/{station}", "observed_at": AT + timedelta(hours=hour), "value": value}


def lent(lake: Any, wanted: Slice = Slice(), as_of: datetime | None = None) -> list[float]:  # noqa: B008 - frozen
    from lantu.store.lending import lend_readings

    with open_engine("duckdb://") as engine:
        lend_readings(lake.pin(), as_of)(engine, wanted)
        return sorted(engine.fetch(engine.table("readings"))["value"].to_pylist())


def test_files_staged_rows_and_corrections(tmp_path: Path) -> None:
    from lantu.store.lake import Lake

    lake = Lake.open(tmp_path)
    assert lent(lake) == []
    lake.append([row("s0", 0, 1.0), row("s0", 1, 2.0), row("s1", 0, 3.0)], source="x", recorded_at=AT)
    assert lent(lake) == [1.0, 2.0, 3.0]
    lake.flush(1)
    assert lent(lake) == [1.0, 2.0, 3.0]
    later = AT + timedelta(days=1)
    lake.append([row("s0", 1, 20.0), row("s0", 2, 4.0)], source="x", recorded_at=later)
    assert lent(lake) == [1.0, 3.0, 4.0, 20.0]
    assert lent(lake, as_of=AT + timedelta(hours=1)) == [1.0, 2.0, 3.0]
    assert lent(lake, Slice(("air/pm25/s0",), AT + timedelta(hours=1))) == [4.0, 20.0]
    lake.flush(1)
    assert lent(lake) == [1.0, 3.0, 4.0, 20.0]
    assert lent(lake, as_of=AT + timedelta(hours=1)) == [1.0, 2.0, 3.0]


def test_a_pinned_version_stays_as_it_was(tmp_path: Path) -> None:
    from lantu.store.lake import Lake
    from lantu.store.lending import lend_readings

    lake = Lake.open(tmp_path)
    lake.append([row("s0", 0, 1.0)], source="x", recorded_at=AT)
    pinned = lake.pin()
    lake.append([row("s0", 1, 2.0)], source="x", recorded_at=AT)
    lake.flush(1)
    with open_engine("duckdb://") as engine:
        lend_readings(pinned)(engine, Slice())
        assert engine.fetch(engine.table("readings"))["value"].to_pylist() == [1.0]
