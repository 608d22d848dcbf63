"""An expression is built on the table and run where the address says."""

import ibis
import pyarrow as pa
import pytest

from lantu.store.engine import run_expression


def count_rows(table: ibis.Table) -> ibis.Table:
    return table.group_by("code").aggregate(n=table.count()).order_by("code")


def test_rows_come_back() -> None:
    table = pa.table({"code": ["a", "b", "a"]})
    assert run_expression(count_rows, table) == [{"code": "a", "n": 2}, {"code": "b", "n": 1}]


def test_an_empty_table_gives_no_rows() -> None:
    assert run_expression(count_rows, pa.table({"code": pa.array([], pa.string())})) == []


def test_an_engine_we_do_not_have_is_named() -> None:
    with pytest.raises(ValueError, match="oracle://"):
        run_expression(count_rows, pa.table({"code": ["a"]}), "oracle://x")
