"""What a row of the lake is.

Grain: one row per reading of a series and each correction of it. Key: series,
observed_at, source_key; `sequence` is unique and grows in the order of acceptance.
Instants are UTC; a month is the UTC month of `observed_at`.
In: rows from outside, as a table or records. Out: tables of exactly this form.
Left out on purpose: exact decimals; figures that people report stay in the registry.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.compute as pc

INSTANT = pa.timestamp("us", "UTC")

READING_FIELDS = (
    pa.field("series", pa.string(), nullable=False),  # "<pack>/<quantity>/<station or place>"
    pa.field("place_code", pa.string(), nullable=False),  # GB/T 2260; "" where the place is not known
    pa.field("quantity", pa.string(), nullable=False),
    pa.field("observed_at", INSTANT, nullable=False),
    pa.field("value", pa.float64()),  # null: the source said that there is no figure
    pa.field("unit", pa.string(), nullable=False),
    pa.field("flag", pa.string(), nullable=False),  # "": nothing against it; else words of lantu.sense.readings.flags
    pa.field("source", pa.string(), nullable=False),  # who sent it, or the file it stood in
    pa.field("source_key", pa.string(), nullable=False),  # the feed it belongs to; the same when it is sent again
)
READING_SCHEMA = pa.schema(READING_FIELDS)
"""What comes in."""

STAGED_SCHEMA = pa.schema(
    [
        *READING_FIELDS,
        pa.field("recorded_at", INSTANT, nullable=False),  # when the lake took it
        pa.field("sequence", pa.int64(), nullable=False),
    ]
)
"""What is kept at once."""

LAKE_SCHEMA = pa.schema(
    [
        *STAGED_SCHEMA,
        pa.field("superseded_at", INSTANT),  # recorded_at of the correction; null while the row is in force
        pa.field("month", pa.string(), nullable=False),  # "2024-03"; in Delta a partition, not inside the files
    ]
)
"""What is read. As of T: recorded_at <= T and (superseded_at is null or superseded_at > T)."""

FILE_SCHEMA = pa.schema([field for field in LAKE_SCHEMA if field.name != "month"])
"""What stands inside a data file."""

Records = Sequence[Mapping[str, object]]


def conform_rows(rows: pa.Table | Records, source: str) -> pa.Table:
    """Rows from outside as a table of READING_SCHEMA.

    Args:
        rows: A table or records; `series`, `observed_at` and `value` at least. Instants need a zone.
        source: For rows that name none; also the key of feeds that give none.

    Raises:
        ValueError: If a column is missing, of another type, or holds nothing where something must stand.
    """
    table = rows if isinstance(rows, pa.Table) else _table_of(rows)
    missing = [name for name in ("series", "observed_at", "value") if name not in table.column_names]
    if missing:
        raise ValueError(f"rows of the lake need {', '.join(missing)}")
    columns = []
    for field in READING_FIELDS:
        column = table[field.name] if field.name in table.column_names else _default(field.name, table, source)
        if field.name == "observed_at" and not _has_zone(column.type):
            raise ValueError("observed_at needs a time zone")
        try:
            column = column.cast(field.type)
        except pa.ArrowInvalid as error:
            raise ValueError(f"{field.name}: {error}") from error
        if not field.nullable and column.null_count:
            raise ValueError(f"{field.name} is empty in {column.null_count} rows")
        columns.append(column)
    conformed = pa.table(columns, schema=READING_SCHEMA).combine_chunks()
    # Not a number is no figure, and would differ from itself when it is sent again.
    value = pc.if_else(pc.is_nan(conformed["value"]), pa.scalar(None, pa.float64()), conformed["value"])
    return conformed.set_column(4, READING_FIELDS[4], value)


def _table_of(records: Records) -> pa.Table:
    # Arrow would take an instant without a zone for UTC, which eight hours of China are not.
    if any(isinstance(at := r.get("observed_at"), datetime) and at.tzinfo is None for r in records):
        raise ValueError("observed_at needs a time zone")
    names = dict.fromkeys(name for record in records[:1] for name in record)
    known = {field.name: field.type for field in READING_FIELDS}
    try:
        return pa.table({n: pa.array([r.get(n) for r in records], known.get(n)) for n in names})
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise ValueError(f"records of the lake: {error}") from error


def _has_zone(kind: pa.DataType) -> bool:
    return pa.types.is_timestamp(kind) and kind.tz is not None


def _default(name: str, table: pa.Table, source: str) -> pa.ChunkedArray:
    if name in ("source", "source_key"):
        values = pa.repeat(pa.scalar(source), table.num_rows)
    elif name == "quantity":
        values = pc.list_element(pc.split_pattern(pc.binary_join_element_wise(table["series"], "/", ""), "/"), 1)
    else:
        values = pa.repeat(pa.scalar(""), table.num_rows)
    return values if isinstance(values, pa.ChunkedArray) else pa.chunked_array([values])


def name_month(instant: datetime) -> str:
    """The partition of an instant: its UTC month."""
    at = instant.astimezone(UTC)
    return f"{at.year:04d}-{at.month:02d}"


def months_between(first: datetime, last: datetime) -> tuple[str, ...]:
    """All partitions that may hold readings from one instant to another, both included."""
    begin, end = first.astimezone(UTC), last.astimezone(UTC)
    count = (end.year - begin.year) * 12 + end.month - begin.month
    steps = (begin.month - 1 + step for step in range(count + 1))
    return tuple(f"{begin.year + step // 12:04d}-{step % 12 + 1:02d}" for step in steps)


def add_months(table: pa.Table) -> pa.Table:
    """The table with its partition column."""
    return table.append_column(LAKE_SCHEMA.field("month"), name_months(table["observed_at"]))


def name_months(instants: pa.ChunkedArray) -> pa.ChunkedArray:
    """The partition of each instant; each month is written out once, since formatting every row is slow."""
    codes = pc.add(pc.multiply(pc.year(instants), 12), pc.subtract(pc.month(instants), 1))
    known = pc.unique(codes)
    names = pa.array([f"{code // 12:04d}-{code % 12 + 1:02d}" for code in known.to_pylist()], pa.string())
    return pc.take(names, pc.index_in(codes, value_set=known))


def empty_rows() -> pa.Table:
    """No rows, of the form that is read."""
    return LAKE_SCHEMA.empty_table()
