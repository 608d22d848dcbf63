"""Writes all rows of a lake to a file: flushed, then read from the data files themselves, without leaving any out.

In: the path to write to; the instance by LANTU_HOME and DATABASE_URL. Out: an Arrow file.
"""

import os
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

from lantu.store.bootstrap import connect_registry, migrate_registry


def main(path: str) -> None:
    """Flush what is staged, and write every row of every file."""
    connect_registry()
    if path == "migrate":
        migrate_registry()
        return
    from lantu.store.lake import Lake

    lake = Lake.open(Path(os.environ["LANTU_HOME"]))
    lake.flush(1)
    assert lake.status().staged_rows == 0
    tables = [pq.read_table(file, partitioning=None) for file in lake.files()]
    feather.write_feather(pa.concat_tables(tables), path)


if __name__ == "__main__":
    main(sys.argv[1])
