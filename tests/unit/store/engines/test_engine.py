"""An expression is written in an engine's words once for each key."""

from lantu.store.engines.engine import EVERYTHING, Slice, write_once


def test_what_has_a_key_is_written_once() -> None:
    calls: list[int] = []

    def write() -> str:
        calls.append(1)
        return "sql"

    assert [write_once("duckdb", "test_engine: one", write) for _ in range(2)] == ["sql", "sql"]
    assert len(calls) == 1
    write_once("pyspark", "test_engine: one", write)
    write_once("duckdb", "", write)
    write_once("duckdb", "", write)
    assert len(calls) == 4


def test_a_slice_of_everything_names_nothing() -> None:
    assert Slice() == EVERYTHING
