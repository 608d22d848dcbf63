"""A flush that is stopped at any step loses nothing and doubles nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

AT = datetime(2024, 2, 1, tzinfo=UTC)


def stop_at(wanted: str) -> Any:
    def watch(step: str) -> None:
        if step == wanted:
            raise KeyboardInterrupt

    return watch


def test_few_rows_stay_staged(lake: Any, make: Any) -> None:
    lake.append(make(5), source="x", recorded_at=AT)
    report = lake.flush(11)
    assert (report.rows, report.commits, report.staged) == (0, 0, 10)
    assert lake.flush(10).rows == 10
    assert lake.files()


@pytest.mark.parametrize("step", ["written", "committed", "released"])
def test_stopped_at_a_step(lake: Any, make: Any, step: str) -> None:
    lake.append(make(5), source="x", recorded_at=AT)
    with pytest.raises(KeyboardInterrupt):
        lake.flush(1, watch=stop_at(step))
    assert lake.read().num_rows == 10
    lake.append(make(6), source="x", recorded_at=AT)
    assert lake.read().num_rows == 12
    report = lake.flush(1)
    assert report.recovered == (10 if step == "committed" else 0)
    assert lake.read().num_rows == 12
    assert lake.status().rows == 12
    assert {span["series"]: span["rows"] for span in lake.changes_since(0).spans.to_pylist()}.keys() == {
        "air/pm25/s0",
        "air/pm25/s1",
    }


def test_what_files_hold_is_not_held_twice(lake: Any, make: Any) -> None:
    lake.append(make(5), source="x", recorded_at=AT)
    lake.flush(1)
    assert lake.append(make(5), source="x", recorded_at=AT).kept == 10
    assert lake.read().num_rows == 10
    report = lake.flush(1)
    assert (report.rows, report.doubled, lake.status().rows) == (0, 10, 10)


def test_a_correction_ends_the_force_of_the_row_in_the_file(lake: Any, make: Any) -> None:
    lake.append(make(2), source="x", recorded_at=AT)
    lake.flush(1)
    later = AT + timedelta(days=3)
    lake.append(make(1, add=5), source="x", recorded_at=later)
    before = lake.read().to_pylist()
    report = lake.flush(1)
    assert (report.rows, report.corrected, lake.status().rows) == (2, 2, 6)
    assert lake.read().to_pylist() == before
    assert [row["value"] for row in before] == [5.0, 1.0, 5.1, 1.1]
    assert [row["value"] for row in lake.read(as_of=later - timedelta(seconds=1)).to_pylist()] == [0.0, 1.0, 0.1, 1.1]


def test_large_staging_is_flushed_in_several_commits(lake: Any, make: Any) -> None:
    for hour in range(4):
        lake.append(make(1, first=hour), source="x", recorded_at=AT)
    report = lake.flush(1, max_rows=4)
    assert (report.commits, report.rows) == (2, 8)
