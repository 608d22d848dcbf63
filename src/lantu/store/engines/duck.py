"""DuckDB: computes in this process.

In: files and tables. Out: rows. Left out on purpose: DuckDB files shared between
processes, which it does not allow.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import ibis
import pyarrow as pa
from ibis.backends.sql.datatypes import DuckDBType

from lantu.store.engines.engine import EVERYTHING, NO_READINGS, Part, Slice, write_once
from lantu.store.engines.slices import HIDDEN, list_conditions, list_part, without_hidden

_COLUMNS = "series, quantity, epoch_us(observed_at) AS micro, value, flag"
"""DuckDB's way from an instant to a number; a cast to its own dates asks the zone for every row, and is four times slower."""


class DuckEngine:
    """A session of its own, in UTC, in memory unless a path is given."""

    def __init__(self, path: str = "") -> None:
        self._connection = ibis.duckdb.connect(path or ":memory:")
        self._raw = self._connection.con
        self._raw.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false; SET preserve_insertion_order = false")

    def put_table(self, name: str, table: pa.Table) -> None:
        """Rows from memory, taken over: read where they are, DuckDB 1.5 cannot hand them the filters of its joins."""
        self._raw.register("incoming", table)
        self._raw.execute(f"CREATE OR REPLACE TEMP TABLE {name}__rows AS SELECT * FROM incoming")
        self._raw.unregister("incoming")
        self._raw.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT * FROM {name}__rows")

    def put_files(self, name: str, files: Sequence[Path], schema: ibis.Schema, part: Part | None = None) -> None:
        """A view of Parquet files; the rows themselves where only a part is wanted, as they may be asked for often."""
        if not files:
            # told by a condition that nothing meets, so that what would become of the rows is not planned either
            nulls = ", ".join(f'CAST(NULL AS {_word(kind)}) AS "{column}"' for column, kind in schema.items())
            self._raw.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT {nulls} WHERE false")
            return
        columns = ", ".join(f'"{column}"' for column in schema.names)
        source = f"SELECT {columns} FROM {_read(files)}"
        if part is not None:
            where = " AND ".join(list_part(part))
            self._raw.execute(f"CREATE OR REPLACE TEMP TABLE {name}__rows AS {source} WHERE {where}")
            source = f"SELECT * FROM {name}__rows"
        self._raw.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {source}")

    def put_readings(
        self,
        files: Sequence[Path],
        fresh: pa.Table | None = None,
        wanted: Slice = EVERYTHING,
        hidden: pa.Table | None = None,
    ) -> None:
        """A view of the lake, with what the slice leaves out left unread where the files' own statistics say so."""
        conditions = " AND ".join(list_conditions(wanted, "TIMESTAMPTZ"))
        passed = ""
        if hidden is not None and hidden.num_rows:
            self.put_table(HIDDEN, hidden.select(["sequence"]))
            passed = without_hidden()
        parts = [f"SELECT {_COLUMNS} FROM {_read(files)} WHERE {conditions}{passed}"] if files else []
        if fresh is not None:
            self.put_table("fresh", fresh)
            parts.append(f"SELECT {_COLUMNS} FROM fresh WHERE {conditions}")
        if not parts:
            self.put_table("nothing", NO_READINGS)
            parts = ["SELECT * FROM nothing"]
        self._raw.execute(f"CREATE OR REPLACE TEMP VIEW readings AS {' UNION ALL '.join(parts)}")

    def table(self, name: str) -> ibis.Table:
        """A table of the session."""
        return self._connection.table(name)

    def keep(self, name: str, build: Callable[[], ibis.Table], key: str = "") -> None:
        """A temporary table of an expression's rows."""
        sql = write_once("duckdb", key, lambda: self._compile(build()))
        self._raw.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {sql}")

    def fetch(self, expression: ibis.Table) -> pa.Table:
        """The rows of an expression."""
        found = self._raw.execute(self._compile(expression)).to_arrow_table()
        return found.cast(expression.schema().to_pyarrow())

    def _compile(self, expression: ibis.Table) -> str:
        return str(ibis.to_sql(expression, dialect="duckdb"))

    def close(self) -> None:
        """Close the connection."""
        self._connection.disconnect()


def _word(kind: ibis.expr.datatypes.DataType) -> str:
    return str(DuckDBType.to_string(kind))


def _read(files: Sequence[Path]) -> str:
    names = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
    return f"read_parquet([{names}], hive_partitioning = false)"
