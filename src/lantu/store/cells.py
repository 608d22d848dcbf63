"""Keeps cells: Parquet files by step and stretch of time, which can be thrown away and computed anew.

In: cells of a step. Out: files of the stretches that are wanted, and which cells changed. Left out on
purpose: history; what was known at a past day is computed from the lake, which forgets nothing.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lantu.core.step import Step
from lantu.measure.affected import Cells, lift_period, span_period
from lantu.measure.cells import CELLS

SCHEMA = CELLS.to_pyarrow()
KEYS = ["item", "place", "period"]


class CellStore:
    """Files below a folder: <pack>/<step>/<month or year>.parquet."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def files(self, step: Step, first: int, last: int) -> list[Path]:
        """Files that may hold cells of these periods."""
        buckets = range(_bucket(step, first), _bucket(step, last) + 1)
        return [path for bucket in buckets if (path := self._path(step, bucket)).is_file()]

    def load(self, step: Step, periods: Sequence[int] | None = None) -> pa.Table:
        """The cells of the stretches that the periods lie in; all cells without periods."""
        if periods is None:
            paths = sorted(self._folder(step).glob("*.parquet"))
        else:
            paths = [self._path(step, bucket) for bucket in sorted({_bucket(step, p) for p in periods})]
        tables = [pq.read_table(path) for path in paths if path.is_file()]
        return pa.concat_tables(tables) if tables else SCHEMA.empty_table()

    def write_all(self, step: Step, cells: pa.Table) -> None:
        """All cells of a step; what was there before goes."""
        for path in self._folder(step).glob("*.parquet"):
            path.unlink()
        self._write(step, cells)

    def replace(self, step: Step, wanted: Cells, cells: pa.Table) -> Cells:
        """Put newly computed cells in the place of old ones.

        Args:
            step: Of the cells.
            wanted: Which cells were to be computed anew; those that were not found again are gone.
            cells: Newly computed, these and perhaps others.

        Returns:
            The cells that are new, gone, or not what they were.
        """
        old = self.load(step, [period for _, _, period in wanted])
        before = {key: row for key, row in _rows(old.filter(_is_near(old, wanted))).items() if key in wanted}
        after = {key: row for key, row in _rows(cells.filter(_is_near(cells, wanted))).items() if key in wanted}
        changed = frozenset(key for key in wanted if before.get(key) != after.get(key))
        if not changed:
            return changed
        touched = {_bucket(step, period) for _, _, period in changed}
        kept = pc.invert(_is_among(old, changed))
        whole = pa.concat_tables(
            [old.filter(kept), cells.filter(_is_among(cells, changed)).select(SCHEMA.names).cast(SCHEMA)]
        )
        for bucket in touched:
            path = self._path(step, bucket)
            first, last = _periods(step, bucket)
            inside = pc.and_(pc.greater_equal(whole["period"], first), pc.less_equal(whole["period"], last))
            path.unlink(missing_ok=True)
            self._write(step, whole.filter(inside))
        return changed

    def _write(self, step: Step, cells: pa.Table) -> None:
        periods = pc.unique(cells["period"]).to_pylist()
        by_bucket: dict[int, list[int]] = {}
        for period in periods:
            by_bucket.setdefault(_bucket(step, period), []).append(period)
        for bucket, inside in by_bucket.items():
            part = cells.filter(pc.is_in(cells["period"], pa.array(inside, pa.int64())))
            path = self._path(step, bucket)
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")
            pq.write_table(part, unfinished, compression="zstd")
            unfinished.replace(path)

    def _folder(self, step: Step) -> Path:
        return self.root / step.pack / step.name

    def _path(self, step: Step, bucket: int) -> Path:
        return self._folder(step) / f"{bucket}.parquet"


def _bucket(step: Step, period: int) -> int:
    """Days lie together by month, months and years by year."""
    return lift_period(period, step.grain, "month" if step.grain == "day" else "year")


def _periods(step: Step, bucket: int) -> tuple[int, int]:
    """First and last period of a stretch."""
    return span_period(bucket, "month" if step.grain == "day" else "year", step.grain)


def _rows(cells: pa.Table) -> dict[tuple[str, str, int], tuple[object, ...]]:
    columns = [cells[name].to_pylist() for name in SCHEMA.names]
    return {(item, place, period): tuple(rest) for item, place, period, *rest in zip(*columns, strict=True)}


def _is_near(cells: pa.Table, keys: Cells) -> pa.Array:
    """Whether item, place and period each occur among the keys: few rows more than those meant."""
    columns = zip(KEYS, zip(*keys, strict=True), strict=True)
    item, place, period = (pc.is_in(cells[name], pa.array(sorted(set(found)))) for name, found in columns)
    return pc.and_(pc.and_(item, place), period)


def _is_among(cells: pa.Table, keys: Cells) -> pa.Array:
    """Whether a row is one of the keys."""
    if not keys:
        return pa.repeat(pa.scalar(False), cells.num_rows)
    near = _is_near(cells, keys).to_numpy(zero_copy_only=False)
    places = near.nonzero()[0]
    columns = [cells[name].take(pa.array(places)).to_pylist() for name in KEYS]
    near[places] = [key in keys for key in zip(*columns, strict=True)]
    return pa.array(near)
