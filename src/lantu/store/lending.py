"""Lends the lake's readings to an engine, each once: files, rows not yet in files, and what these supersede.

In: one version of the lake. Out: what `recomputing` calls to read a slice of it. Left out on
purpose: copying; engines get paths of files and open them themselves.
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from lantu.store.engines.engine import Engine, Slice
from lantu.store.recomputing import ReadLake

if TYPE_CHECKING:  # it needs the registry, which whoever only computes does not
    from lantu.store.lake.lake import Pinned


def lend_readings(lake: "Pinned", as_of: datetime | None = None) -> ReadLake:
    """How to read one version of the lake.

    Args:
        lake: The version; every question is answered from it, whatever is written meanwhile.
        as_of: What was known then; None for what is known now.
    """

    def read(engine: Engine, wanted: Slice) -> None:
        wanted = replace(wanted, as_of=as_of)
        shot = lake.select(series=wanted.series, first=wanted.first, last=wanted.last, as_of=as_of)
        fresh = shot.staged.drop(["month"]) if shot.staged.num_rows else None
        engine.put_readings(shot.files, fresh, wanted, shot.hidden)

    return read
