"""Engines by address: what runs the expressions that `measure` builds.

In: an address, tables, files of the lake, expressions. Out: rows. The address is given or
stands in LANTU_ENGINE: duckdb:// computes in this process, sc://host:port on a server that
speaks Spark Connect. Left out on purpose: what is computed.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ibis
import pyarrow as pa

from lantu.store.engines.duck import DuckEngine
from lantu.store.engines.engine import Engine, EngineError

DEFAULT = "duckdb://"


def find_address(url: str | None = None) -> str:
    """The address given, or that of the setting, or DuckDB."""
    return url or os.environ.get("LANTU_ENGINE", "") or DEFAULT


@contextmanager
def open_engine(url: str | None = None) -> Iterator[Engine]:
    """An engine for as long as the block lasts; its session is always ended.

    Raises:
        EngineError: If the address is none we know, what it needs is not installed, or nobody answers there.
    """
    address = find_address(url)
    if address.startswith("duckdb://"):
        engine: Engine = DuckEngine(address.removeprefix("duckdb://"))
    elif address.startswith("sc://"):
        from lantu.store.engines.spark import SparkEngine  # its client is an extra, which not everybody installs

        engine = SparkEngine(address)
    else:
        raise EngineError(f"engine {address!r} is not supported; use duckdb:// or sc://host:port")
    try:
        yield engine
    finally:
        engine.close()


def run_expression(
    build: Callable[[ibis.Table], ibis.Table], observations: pa.Table, url: str | None = None
) -> list[dict[str, Any]]:
    """Build the expression on a table, run it, and give the rows back.

    Raises:
        EngineError: As `open_engine`.
    """
    with open_engine(url) as engine:
        engine.put_table("observations", observations)
        return engine.fetch(build(engine.table("observations"))).to_pylist()


__all__ = ["DEFAULT", "Engine", "EngineError", "find_address", "open_engine", "run_expression"]
