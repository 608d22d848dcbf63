"""Spark Connect: computes on a server, be it a Spark cluster or Sail.

In: files that the server can read, and tables. Out: rows. Left out on purpose: starting a
server, and Delta's catalogue; the files of the lake's present version are named one by one.
"""

import contextlib
import logging
import socket
import sys
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import ibis
import pyarrow as pa

from lantu.store.engines.engine import EVERYTHING, NO_READINGS, EngineError, Part, Slice, write_once
from lantu.store.engines.slices import HIDDEN, list_conditions, list_part, without_hidden

_COLUMNS = "series, quantity, unix_micros(observed_at) AS micro, value, flag"
_PATIENCE = 10.0
"""Seconds to wait for somebody to answer at the address; a client left alone would try for minutes."""


class SparkEngine:
    """A session on a Spark Connect server, in UTC."""

    def __init__(self, address: str) -> None:
        _require_answer(address)
        try:
            with _quiet(), _main_named():
                import pyspark.sql.connect  # noqa: F401  # create() would import it later
                from pyspark.sql import SparkSession
        except ImportError as error:
            raise EngineError(
                f"engine {address} needs the extra `cluster`: pip install lantu[cluster] ({error})"
            ) from error
        logging.getLogger("pyspark").setLevel(logging.ERROR)
        with _quiet():
            try:
                self._session = SparkSession.builder.remote(address).create()
                self._session.conf.set("spark.sql.session.timeZone", "UTC")
                self._connection = ibis.pyspark.connect(self._session)
            except Exception as error:  # whatever the client makes of a server that is none
                raise EngineError(f"engine {address}: {type(error).__name__}: {error}") from error

    def put_table(self, name: str, table: pa.Table) -> None:
        """Rows from memory, sent to the server."""
        with _quiet():
            if not table.num_rows:
                fields = ", ".join(f"CAST(NULL AS {_word(f.type)}) AS {f.name}" for f in table.schema)
                self._session.sql(f"SELECT {fields} WHERE false").createOrReplaceTempView(name)
                return
            self._session.createDataFrame(table).createOrReplaceTempView(name)

    def put_files(self, name: str, files: Sequence[Path], schema: ibis.Schema, part: Part | None = None) -> None:
        """A view of Parquet files."""
        if not files:
            self.put_table(name, schema.to_pyarrow().empty_table())
            return
        with _quiet():
            frame = self._session.read.parquet(*(str(file) for file in files))
            for condition in list_part(part) if part is not None else ():
                frame = frame.where(condition)
            frame.select(*schema.names).createOrReplaceTempView(name)

    def put_readings(
        self,
        files: Sequence[Path],
        fresh: pa.Table | None = None,
        wanted: Slice = EVERYTHING,
        hidden: pa.Table | None = None,
    ) -> None:
        """A view of the lake; unwanted rows are left out before anything else."""
        conditions = " AND ".join(list_conditions(wanted, "TIMESTAMP"))
        parts = []
        passed = ""
        with _quiet():
            if hidden is not None and hidden.num_rows:
                self.put_table(HIDDEN, hidden.select(["sequence"]))
                passed = without_hidden()
            if fresh is not None:
                self.put_table("fresh", fresh)
                parts.append(f"SELECT {_COLUMNS} FROM fresh WHERE {conditions}")
            if files:
                self._session.read.parquet(*(str(file) for file in files)).createOrReplaceTempView("lake_files")
                parts.append(f"SELECT {_COLUMNS} FROM lake_files WHERE {conditions}{passed}")
            if not parts:
                self.put_table("readings", NO_READINGS)
                return
            self._session.sql(" UNION ALL ".join(parts)).createOrReplaceTempView("readings")

    def table(self, name: str) -> ibis.Table:
        """A table of the session."""
        with _quiet():
            return self._connection.table(name)

    def keep(self, name: str, build: Callable[[], ibis.Table], key: str = "") -> None:
        """A view whose rows the server holds on to once they were computed, as far as it can."""
        sql = write_once("pyspark", key, lambda: self._compile(build()))
        with _quiet():
            frame = self._session.sql(sql)
            # Sail computes such a view anew, which costs time and changes nothing.
            with contextlib.suppress(*_refusals()):
                frame = frame.cache()
            frame.createOrReplaceTempView(name)

    def fetch(self, expression: ibis.Table) -> pa.Table:
        """The rows of an expression."""
        with _quiet():
            return self._session.sql(self._compile(expression)).toArrow().cast(expression.schema().to_pyarrow())

    def _compile(self, expression: ibis.Table) -> str:
        return str(self._connection.compile(expression))

    def close(self) -> None:
        """End the session, or the client keeps trying to reach a server that may be gone."""
        with _quiet(), contextlib.suppress(*_refusals()):
            self._session.stop()


def _refusals() -> tuple[type[Exception], ...]:
    """What the client raises where a server refuses, does not know what is asked, or is gone."""
    import grpc  # type: ignore[import-untyped]
    from pyspark.errors import PySparkException

    return PySparkException, grpc.RpcError


def _require_answer(address: str) -> None:
    parts = urlsplit(address)
    try:
        host, port = parts.hostname, parts.port or 15_002
    except ValueError as error:
        raise EngineError(f"engine {address!r} is no address; write sc://host:port") from error
    if not host:
        raise EngineError(f"engine {address!r} names no host; write sc://host:port")
    try:
        socket.create_connection((host, port), timeout=_PATIENCE).close()
    except OSError as error:
        raise EngineError(f"nobody answers at {host}:{port} ({error}); is the Spark Connect server running?") from error


@contextlib.contextmanager
def _main_named() -> Any:
    """The client takes a main module without a file (`python -c`, a worker of a test run) for a doctest of its own and looks for a Spark."""
    main = sys.modules["__main__"]
    if hasattr(main, "__file__") or main.__spec__ is not None:
        yield
        return
    main.__file__ = "<lantu>"
    try:
        yield
    finally:
        del main.__file__


@contextlib.contextmanager
def _quiet() -> Any:
    """The client warns of pandas and of its own protocol, which nobody here can change."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _word(kind: pa.DataType) -> str:
    if pa.types.is_timestamp(kind):
        return "TIMESTAMP"
    if pa.types.is_floating(kind):
        return "DOUBLE"
    if pa.types.is_decimal(kind):
        return f"DECIMAL({kind.precision}, {kind.scale})"
    if pa.types.is_date(kind):
        return "DATE"
    return "BIGINT" if pa.types.is_integer(kind) else "STRING"
