"""DuckDB: tables from memory and files, readings of the lake by slice."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from lantu.measure.cells import CELLS, READINGS
from lantu.store.engine import open_engine
from lantu.store.engines.engine import Part, Slice
from tests.unit.measure.air_days import readings_table
from tests.unit.measure.plain import Reading

AT = datetime(2024, 5, 5, 3, tzinfo=UTC)
ROWS = readings_table([Reading("air/co/A", AT + timedelta(hours=hour), float(hour)) for hour in range(3)])


def test_files_and_fresh_rows_are_read_together_by_slice(tmp_path: Path) -> None:
    file = tmp_path / "it's.parquet"
    pq.write_table(ROWS.slice(0, 2), file)
    wanted = Slice(("air/co/A",), AT + timedelta(hours=1), AT + timedelta(hours=2))
    with open_engine("duckdb://") as engine:
        engine.put_readings([file], ROWS.slice(2), wanted)
        found = engine.fetch(engine.table("readings"))
    assert found.schema.names == list(READINGS.names)
    assert sorted(found["value"].to_pylist()) == [1.0, 2.0]
    assert sorted(found["micro"].to_pylist())[0] == int((AT + timedelta(hours=1)).timestamp() * 1_000_000)


def test_as_of_a_day_the_row_that_was_in_force_then_is_read() -> None:
    days = [AT + timedelta(days=day) for day in range(3)]
    old = ROWS.slice(0, 1)
    old = old.set_column(9, "recorded_at", pa.array([days[0]], old["recorded_at"].type)).set_column(
        11, "superseded_at", pa.array([days[2]], old["recorded_at"].type)
    )
    new = ROWS.slice(1, 1).set_column(9, "recorded_at", pa.array([days[2]], old["recorded_at"].type))
    with open_engine("duckdb://") as engine:
        found = []
        for as_of in (None, days[1], days[0] - timedelta(days=1)):
            engine.put_readings((), pa.concat_tables([old, new]), Slice(as_of=as_of))
            found.append(engine.fetch(engine.table("readings"))["value"].to_pylist())
    assert found == [[1.0], [0.0], []]


def test_without_files_there_are_columns_and_no_rows(tmp_path: Path) -> None:
    cells = pa.Table.from_pylist(
        [{"item": "a", "place": "p", "period": t, "amount": t, "n": 1, "seen": 1} for t in range(4)],
        schema=CELLS.to_pyarrow(),
    )
    pq.write_table(cells, tmp_path / "c.parquet")
    with open_engine("duckdb://") as engine:
        engine.put_readings(())
        assert engine.fetch(engine.table("readings")).num_rows == 0
        engine.put_files("cells", (), CELLS)
        assert engine.fetch(engine.table("cells")).num_rows == 0
        engine.put_files("cells", [tmp_path / "c.parquet"], CELLS, Part(1, 2))
        assert engine.fetch(engine.table("cells"))["period"].to_pylist() == [1, 2]
        engine.put_files("cells", [tmp_path / "c.parquet"], CELLS, Part(1, 2, ("q",)))
        assert engine.fetch(engine.table("cells")).num_rows == 0


def test_rows_that_staged_ones_supersede_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "a.parquet"
    pq.write_table(ROWS, file)
    hidden = pa.table({"sequence": ROWS["sequence"].slice(1, 1), "superseded_at": ROWS["recorded_at"].slice(1, 1)})
    with open_engine("duckdb://") as engine:
        engine.put_readings([file], None, hidden=hidden)
        assert sorted(engine.fetch(engine.table("readings"))["value"].to_pylist()) == [0.0, 2.0]
        engine.put_readings([file], None, hidden=hidden.slice(0, 0))
        assert engine.fetch(engine.table("readings")).num_rows == 3
