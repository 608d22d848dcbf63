"""Compaction, retention and vacuum change no answer but what they were asked to drop."""

import os
from datetime import UTC, datetime
from typing import Any

AT = datetime(2024, 2, 1, tzinfo=UTC)


def fill(lake: Any, make: Any) -> None:
    for first in (0, 5, 800):  # 800 hours later is February
        lake.append(make(2, first=first), source="x", recorded_at=AT)
        lake.flush(1)


def test_a_month_in_several_files_becomes_one(lake: Any, make: Any) -> None:
    fill(lake, make)
    before = lake.read()
    report = lake.compact()
    assert (report.months, report.files_before, report.files_after) == (("2024-01",), 3, 2)
    assert lake.read().equals(before)
    assert lake.compact().months == ()
    assert lake.status().mark == 12


def test_replaced_files_go_when_they_are_old(lake: Any, make: Any) -> None:
    fill(lake, make)
    lake.compact()
    before = lake.read()
    assert lake.retain().deleted == 0
    assert lake.retain(keep_hours=0).deleted == 2
    assert lake.read().equals(before)


def test_files_of_a_commit_that_never_came_go_as_well(lake: Any, make: Any) -> None:
    fill(lake, make)
    stray = lake.root / "month=2024-01" / "part-stray.parquet"
    stray.write_bytes(b"PAR1")
    assert lake.retain().deleted == 0
    os.utime(stray, (1, 1))
    lake.retain()
    assert not stray.exists()
    assert lake.read().num_rows == 12


def test_old_months_are_dropped_on_demand(lake: Any, make: Any) -> None:
    fill(lake, make)
    report = lake.retain(from_month="2024-02")
    assert (report.months, report.rows_dropped) == (("2024-01",), 8)
    assert lake.read().num_rows == 4
    assert lake.status().months == 1
