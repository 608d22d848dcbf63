"""What every engine can do.

In: nothing (a form only). Out: the verbs that `run` and the tests use. Left out on purpose:
SQL; whoever wants rows gives an expression.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import ibis
import pyarrow as pa

from lantu.measure.cells import READINGS


class EngineError(ValueError):
    """The engine cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Which readings of the lake are wanted.

    Attributes:
        series: Names; None for all.
        first: Earliest instant (UTC), included; None for no bound.
        last: Latest instant (UTC), included; None for no bound.
        as_of: What was known then; None for what is known now.
    """

    series: tuple[str, ...] | None = None
    first: datetime | None = None
    last: datetime | None = None
    as_of: datetime | None = None


EVERYTHING = Slice()

NO_READINGS = READINGS.to_pyarrow().empty_table()
"""A lake with nothing in it, as `measure` sees one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which cells of a step are wanted.

    Attributes:
        first: Number of the first period.
        last: Of the last one, included.
        places: Of the cells; None for all.
    """

    first: int
    last: int
    places: tuple[str, ...] | None = None


class Engine(Protocol):
    """A session on an engine."""

    def put_table(self, name: str, table: pa.Table) -> None:
        """Make rows from memory a table."""

    def put_files(self, name: str, files: Sequence[Path], schema: ibis.Schema, part: Part | None = None) -> None:
        """Make Parquet files a table; without files it is empty and has the schema's columns.

        Args:
            name: Of the table.
            files: All with the schema's columns.
            schema: Columns wanted.
            part: What of them is wanted, where the schema is that of cells; None for all.
        """

    def put_readings(
        self,
        files: Sequence[Path],
        fresh: pa.Table | None = None,
        wanted: Slice = EVERYTHING,
        hidden: pa.Table | None = None,
    ) -> None:
        """Make the lake's files, and rows not yet in them, the table of readings that `measure` knows.

        Args:
            files: Of the lake's present version.
            fresh: Rows not yet in files, of LAKE_SCHEMA without the month.
            wanted: What to read of them.
            hidden: With the `sequence` of rows in files that the fresh ones supersede; they are passed over.
        """

    def table(self, name: str) -> ibis.Table:
        """A table that was put or kept."""

    def keep(self, name: str, build: Callable[[], ibis.Table], key: str = "") -> None:
        """Compute an expression and make its rows a table of the session.

        Args:
            name: Of the table.
            build: Makes the expression.
            key: Says what the expression is, down to the last figure. Where one with that key was written in the engine's
                own words before, it is not built again, which would take longer than a small computation.
        """

    def fetch(self, expression: ibis.Table) -> pa.Table:
        """Compute an expression."""

    def close(self) -> None:
        """End the session."""


_WRITTEN: dict[tuple[str, str], str] = {}
_MOST_WRITTEN = 2_000


def write_once(dialect: str, key: str, write: Callable[[], str]) -> str:
    """An expression in an engine's own words, from memory where the key was asked for before."""
    if not key:
        return write()
    if (dialect, key) not in _WRITTEN:
        if len(_WRITTEN) >= _MOST_WRITTEN:
            _WRITTEN.clear()
        _WRITTEN[dialect, key] = write()
    return _WRITTEN[dialect, key]
