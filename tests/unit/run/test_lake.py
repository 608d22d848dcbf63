"""The instance's lake is opened once; what is dropped is in the audit chain."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db
AT = datetime(2024, 1, 1, tzinfo=UTC)


def test_one_lake_per_folder(tmp_path: Path) -> None:
    from lantu.run.lake import open_lake

    assert open_lake(tmp_path) is open_lake(tmp_path)


def test_upkeep(tmp_path: Path) -> None:
    from lantu.run.lake import compact_lake, flush_lake, open_lake, retain_lake
    from lantu.store.models import AuditRow

    lake = open_lake(tmp_path)
    for days in (0, 1):
        lake.append(
            [{"series": "a/b/c", "observed_at": AT + timedelta(days=days), "value": 1.0}], source="x", recorded_at=AT
        )
        assert flush_lake(lake, 1).rows == 1
    assert compact_lake(lake).months == ("2024-01",)
    report = retain_lake(lake, from_month="2024-02", keep=timedelta(0), by="test")
    assert report.rows_dropped == 2
    row = AuditRow.objects.get(action="lake.retained")
    assert (row.subject, row.detail["rows"], row.detail["months"]) == ("2024-02", 2, ["2024-01"])
