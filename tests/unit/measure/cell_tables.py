"""Small tables of cells, run on DuckDB, for the tests of single builders."""

from collections.abc import Callable, Sequence
from typing import Any

import ibis
import pyarrow as pa

from lantu.measure.cells import CELLS
from lantu.store.engine import open_engine

Row = tuple[str, str, int, int | None] | tuple[str, str, int, int | None, int]


def run(
    build: Callable[[ibis.Table], ibis.Table], rows: Sequence[Row], places: pa.Table | None = None
) -> list[dict[str, Any]]:
    """The rows of an expression on cells that each stand for one figure, sorted by their columns.

    A fifth field of a row says how many figures its cell was made of; without it, 1 where there is an amount, else 0.
    """
    names = ("item", "place", "period", "amount", "n", "seen")
    filled = [(*row[:4], (row[4] if len(row) > 4 else int(row[3] is not None)), 1) for row in rows]
    table = pa.table({name: [row[i] for row in filled] for i, name in enumerate(names)}, schema=CELLS.to_pyarrow())
    with open_engine("duckdb://") as engine:
        engine.put_table("cells", table)
        if places is not None:
            engine.put_table("places", places)
        found: list[dict[str, Any]] = engine.fetch(build(engine.table("cells"))).to_pylist()
    return sorted(found, key=lambda row: tuple((value is None, value) for value in row.values()))
