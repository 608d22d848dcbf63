"""Cells are kept by step and stretch, and only what changed is written."""

from datetime import date
from pathlib import Path

import pyarrow as pa

from lantu.core.step import By, Over, Step
from lantu.measure.calendar import number_period
from lantu.store.cells import SCHEMA, CellStore

DAY = Step("air", "day", ("observations",), ("co",), Over.TIME, By.MEAN, "day", 3)
FIRST = number_period(date(2024, 1, 31), "day")


def cells(*rows: tuple[str, int, int | None]) -> pa.Table:
    return pa.Table.from_pylist(
        [{"item": "co", "place": p, "period": t, "amount": a, "n": 1, "seen": 1} for p, t, a in rows], schema=SCHEMA
    )


def rows_of(store: CellStore) -> set[tuple[str, int, int | None]]:
    return {(r["place"], r["period"], r["amount"]) for r in store.load(DAY).to_pylist()}


def test_days_lie_together_by_month(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    store.write_all(DAY, cells(("A", FIRST, 1), ("A", FIRST + 1, 2)))
    assert len(store.files(DAY, FIRST, FIRST)) == 1
    assert len(store.files(DAY, FIRST, FIRST + 1)) == 2
    assert store.load(DAY, [FIRST]).num_rows == 1
    store.write_all(DAY, cells(("B", FIRST, 3)))
    assert rows_of(store) == {("B", FIRST, 3)}


def test_changed_new_and_gone_cells_are_told_and_the_others_stay(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    store.write_all(DAY, cells(("A", FIRST, 1), ("B", FIRST, 2), ("C", FIRST, 3), ("A", FIRST + 1, 4)))
    wanted = frozenset(("co", place, FIRST) for place in "ABCD")
    # the row of E was not asked for: its inputs may have been read in part
    changed = store.replace(DAY, wanted, cells(("A", FIRST, 1), ("B", FIRST, None), ("D", FIRST, 9), ("E", FIRST, 9)))
    assert changed == {("co", place, FIRST) for place in "BCD"}
    assert rows_of(store) == {("A", FIRST, 1), ("B", FIRST, None), ("D", FIRST, 9), ("A", FIRST + 1, 4)}


def test_the_last_cell_of_a_stretch_takes_its_file_along(tmp_path: Path) -> None:
    store = CellStore(tmp_path)
    store.write_all(DAY, cells(("A", FIRST, 1)))
    assert store.replace(DAY, frozenset({("co", "A", FIRST)}), cells()) == {("co", "A", FIRST)}
    assert store.files(DAY, FIRST, FIRST) == []
