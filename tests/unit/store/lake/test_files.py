"""Data files are sorted, one a month, and the log says of them what is in them."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lantu.store.lake.files import write_rows
from lantu.store.lake.schema import FILE_SCHEMA


def test_each_month_has_its_file(tmp_path: Path) -> None:
    at = datetime(2024, 1, 31, 23, 59, 59, 999_500, tzinfo=UTC)
    moments = [at + timedelta(seconds=1), at, at - timedelta(days=1)]
    rows = pa.Table.from_pylist(
        [
            {"series": name, "place_code": "", "quantity": "q", "observed_at": moment, "value": 1.0, "unit": "", "flag": "",
             "source": "x", "source_key": "x", "recorded_at": at, "sequence": number, "superseded_at": None}
            for number, (name, moment) in enumerate(zip(("b", "b", "a"), moments, strict=True), start=1)
        ],
        schema=FILE_SCHEMA,
    )  # fmt: skip
    adds = write_rows(tmp_path, rows)
    assert [add.path.partition("/")[0] for add in adds] == ["month=2024-01", "month=2024-02"]
    first = pq.read_table(tmp_path / adds[0].path, partitioning=None)
    assert first.schema.equals(FILE_SCHEMA, check_metadata=False)
    assert first["series"].to_pylist() == ["a", "b"]
    stats = json.loads(adds[0].stats)
    assert stats["numRecords"] == 2
    assert stats["minValues"] == {"series": "a", "observed_at": "2024-01-30T23:59:59.999Z", "sequence": 2}
    assert stats["maxValues"] == {"series": "b", "observed_at": "2024-02-01T00:00:00.000Z", "sequence": 3}
    assert adds[0].size == (tmp_path / adds[0].path).stat().st_size
