"""What is said of cells is believed only when it was written whole."""

from pathlib import Path

from lantu.store.computed import Computed, forget_computed, read_computed, write_computed
from lantu.store.stations import SCHEMA

ROW = {"series": "air/pm25/s0", "place_code": "330400", "rows": 5, "flagged": 1, "first": 1, "last": 2}


def test_written_read_and_forgotten(tmp_path: Path) -> None:
    import pyarrow as pa

    folder = tmp_path / "air"
    assert read_computed(folder) is None
    forget_computed(folder)
    series = pa.Table.from_pylist([ROW], SCHEMA)
    write_computed(folder, Computed(7, "abc", series))
    found = read_computed(folder)
    assert found is not None
    assert (found.sequence, found.digest, found.series.to_pylist()) == (7, "abc", [ROW])
    forget_computed(folder)
    assert read_computed(folder) is None


def test_what_is_damaged_counts_as_nothing(tmp_path: Path) -> None:
    write_computed(tmp_path, Computed(7, "abc", SCHEMA.empty_table()))
    for name, text in (("computed.json", '{"sequence": '), ("computed.json", "[]"), ("series.parquet", "PAR1")):
        write_computed(tmp_path, Computed(7, "abc", SCHEMA.empty_table()))
        (tmp_path / name).write_text(text, "utf-8")
        assert read_computed(tmp_path) is None, name
