"""Small tables of cells, run on DuckDB, for the tests of single builders."""

from collections.abc import Callable
from typing import Any

import ibis
import pyarrow as pa

from lantu.measure.cells import CELLS
from lantu.store.engine import open_engine

Row = tuple[str, str, int, int | None]


def run(
    build: Callable[[ibis.Table], ibis.Table], rows: list[Row], places: pa.Table | None = None
) -> list[dict[str, Any]]:
    """The rows of an expression on cells that each stand for one figure, sorted by their columns."""
    names = ("item", "place", "period", "amount", "n", "seen")
    filled = [(*row, 0 if row[3] is None else 1, 1) for row in rows]
    table = pa.table({name: [row[i] for row in filled] for i, name in enumerate(names)}, schema=CELLS.to_pyarrow())
    with open_engine("duckdb://") as engine:
        engine.put_table("cells", table)
        if places is not None:
            engine.put_table("places", places)
        found: list[dict[str, Any]] = engine.fetch(build(engine.table("cells"))).to_pylist()
    return sorted(found, key=lambda row: tuple((value is None, value) for value in row.values()))
