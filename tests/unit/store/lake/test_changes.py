"""What is new since a number or an instant, staged or flushed."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

AT = datetime(2024, 2, 1, tzinfo=UTC)
START = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("is_flushed", [False, True])
def test_only_what_came_since(lake: Any, make: Any, is_flushed: bool) -> None:
    lake.append(make(3), source="x", recorded_at=AT)
    if is_flushed:
        lake.flush(1)
    known = lake.changes_since(0)
    assert known.sequence == 6
    lake.append(make(1, stations=1, first=9), source="x", recorded_at=AT + timedelta(days=1))
    if is_flushed:
        lake.flush(1)
    for since in (known.sequence, AT):
        changes = lake.changes_since(since)
        at = START + timedelta(hours=9)
        assert changes.spans.to_pylist() == [{"series": "air/pm25/s0", "first": at, "last": at, "rows": 1}]
        assert changes.sequence == 7
    assert lake.changes_since(7).spans.num_rows == 0


def test_spans_are_united(lake: Any, make: Any) -> None:
    lake.append(make(1, stations=1), source="x", recorded_at=AT)
    lake.flush(1)
    lake.append(make(1, stations=1, first=5), source="x", recorded_at=AT)
    spans = lake.changes_since().spans.to_pylist()
    assert spans == [{"series": "air/pm25/s0", "first": START, "last": START + timedelta(hours=5), "rows": 2}]
