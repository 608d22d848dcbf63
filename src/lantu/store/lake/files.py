"""Data files of the lake: written sorted, waited for, described for Delta's log.

In: rows of one month. Out: Parquet files on disk and what the log says of them.
Left out on purpose: the commit; a file that no commit names is not part of the lake.
"""

import json
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from deltalake.transaction import AddAction

from lantu.store.lake.disk import sync_files
from lantu.store.lake.schema import FILE_SCHEMA, add_months

ROW_GROUP = 40_960
"""Rows read or passed over together; a multiple of the 2,048 that DuckDB works on at a time. Few enough that a day of one
station, which a late reading asks for, reads at most a hundredth of a year of three hundred stations."""
MOST_ROWS = 4_000_000
"""Of one file."""
_COUNTED = ("series", "observed_at", "sequence")
"""Columns whose lowest and highest value are in the log, so that files can be passed over unopened."""


def write_rows(root: Path, rows: pa.Table) -> list[AddAction]:
    """Write rows of any months, each month into files of its own. They are on disk when this returns.

    Args:
        root: Of the table.
        rows: Of FILE_SCHEMA.
    """
    dated = add_months(rows)
    adds = []
    for month in sorted(pc.unique(dated["month"]).to_pylist()):
        part = rows.filter(pc.equal(dated["month"], month))
        part = part.sort_by([("series", "ascending"), ("observed_at", "ascending"), ("sequence", "ascending")])
        adds += [_write_file(root, month, part.slice(start, MOST_ROWS)) for start in range(0, part.num_rows, MOST_ROWS)]
    sync_files([root / add.path for add in adds], root)
    return adds


def _write_file(root: Path, month: str, rows: pa.Table) -> AddAction:
    path = root / f"month={month}" / f"part-{uuid.uuid4().hex}.parquet"
    path.parent.mkdir(exist_ok=True)
    pq.write_table(
        rows.cast(FILE_SCHEMA),
        path,
        compression="zstd",
        row_group_size=ROW_GROUP,
        use_dictionary=[f.name for f in FILE_SCHEMA if pa.types.is_string(f.type)],
        write_statistics=True,
    )
    written = path.stat()
    return AddAction(
        path=str(path.relative_to(root)),
        size=written.st_size,
        partition_values={"month": month},
        modification_time=int(written.st_mtime * 1000),
        data_change=True,
        stats=json.dumps(_describe(rows), ensure_ascii=False),
    )


def _describe(rows: pa.Table) -> dict[str, object]:
    """What the log says of a file: rows, lowest, highest, nulls."""
    bounds = {name: pc.min_max(rows[name]).as_py() for name in _COUNTED}
    return {
        "numRecords": rows.num_rows,
        "minValues": {name: _write_value(bound["min"], is_upper=False) for name, bound in bounds.items()},
        "maxValues": {name: _write_value(bound["max"], is_upper=True) for name, bound in bounds.items()},
        "nullCount": dict.fromkeys(_COUNTED, 0),
    }


def _write_value(value: object, *, is_upper: bool) -> object:
    """A bound as the log has it; instants there end at the millisecond, so an upper one is rounded up."""
    if not isinstance(value, datetime):
        return value
    at = value.astimezone(UTC)
    down = at.replace(microsecond=at.microsecond // 1000 * 1000)
    bound = down + timedelta(milliseconds=1) if is_upper and down != at else down
    return f"{bound:%Y-%m-%dT%H:%M:%S}.{bound.microsecond // 1000:03d}Z"
