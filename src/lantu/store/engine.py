"""Runs expressions over observations.

In: an Arrow table and a function that builds an Ibis expression on it. Out: rows.
The engine is named by LANTU_ENGINE; "duckdb://" is the one built in.
Left out on purpose: what is computed; `measure` builds the expressions.
"""

import os
from collections.abc import Callable
from typing import Any

import ibis
import pyarrow as pa


def run_expression(
    build: Callable[[ibis.Table], ibis.Table], observations: pa.Table, url: str | None = None
) -> list[dict[str, Any]]:
    """Build the expression on the table, run it, and give the rows back.

    Raises:
        ValueError: If the engine's address is of a kind that is not supported.
    """
    url = url or os.environ.get("LANTU_ENGINE", "duckdb://")
    if not url.startswith("duckdb://"):
        raise ValueError(f"engine {url!r} is not supported; use duckdb://")
    connection = ibis.duckdb.connect(url.removeprefix("duckdb://") or ":memory:")
    try:
        table = connection.create_table("observations", observations, temp=True)
        return connection.to_pyarrow(build(table)).to_pylist()
    finally:
        connection.disconnect()
