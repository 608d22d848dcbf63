"""How far a pack's cells are computed, kept beside them.

In: the number of the last reading in them, a digest of what they were computed by, and the series.
Out: the same, or None where the cells are not to be trusted: while they are written, nothing is said,
so that a computation that was stopped begins from the start. Left out on purpose: the cells.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


@dataclass(frozen=True, slots=True)
class Computed:
    """What cells rest on.

    Attributes:
        sequence: Number of the last reading that may be in them.
        digest: Of steps and places.
        series: Of stations.SCHEMA.
    """

    sequence: int
    digest: str
    series: pa.Table


def read_computed(folder: Path) -> Computed | None:
    """How far the cells in a pack's folder are; None where there are none or they were left half written."""
    try:
        told = json.loads((folder / "computed.json").read_text("utf-8"))
        return Computed(int(told["sequence"]), str(told["digest"]), pq.read_table(folder / "series.parquet"))
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowInvalid):
        return None


def forget_computed(folder: Path) -> None:
    """Say nothing of the cells; call it before one of them is written."""
    (folder / "computed.json").unlink(missing_ok=True)


def write_computed(folder: Path, computed: Computed) -> None:
    """Say how far the cells are; call it after the last of them was written."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"series.{os.getpid()}"
    pq.write_table(computed.series, unfinished)
    unfinished.replace(folder / "series.parquet")
    unfinished = folder / f"computed.{os.getpid()}"
    unfinished.write_text(json.dumps({"sequence": computed.sequence, "digest": computed.digest}), "utf-8")
    unfinished.replace(folder / "computed.json")
