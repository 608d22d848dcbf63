"""Values from cells: those of packs that are not at hand stay, those whose readings are gone become absences."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from lantu.core.absence import Absence
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.place import Place
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.store.cells import SCHEMA as CELLS
from lantu.store.cells import CellStore
from lantu.store.computed import Computed, forget_computed, write_computed
from lantu.store.stations import SCHEMA

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 2, tzinfo=UTC)


def second(year: int) -> int:
    return int(datetime(year, 1, 1, 4, tzinfo=UTC).timestamp())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """City's pm25 of 2024: 27; readings from 2023 to 2025."""
    from lantu.run.pack_steps import step_packs
    from lantu.run.setting_up import record_places

    record_places([Place("330400", "青湖市", "prefecture")], by="test")
    step = next(s for s in step_packs()["air"].steps if s.name == "city_year")
    rows = [
        {"item": "pm25", "place": place, "period": 2024, "amount": 27_000, "n": 350, "seen": 366}
        for place in ("330400", "s0")
    ]
    CellStore(tmp_path).write_all(step, pa.Table.from_pylist(rows, CELLS))
    series = {"series": "air/pm25/s0", "place_code": "330400", "rows": 9, "flagged": 0}
    table = pa.Table.from_pylist([{**series, "first": second(2023), "last": second(2026)}], SCHEMA)
    write_computed(tmp_path / "air", Computed(7, "abc", table))
    return tmp_path


def keep(year: int) -> Value:
    from lantu.store.keep.values import keep_values

    value = Value(
        "air.pm25_annual", "330400", year_period(year), make_quantity("30", "微克/立方米"), Comparator.EQUAL,
        Status.UNSTATED, (f"cell/air/city_year/pm25/330400/{year}",), "air.city_year: x",
    )  # fmt: skip
    keep_values([value], AT)
    return value


def test_places_of_the_registry_get_values(root: Path) -> None:
    from lantu.run.lake_values import covered_by, measured_values
    from lantu.store.computed import read_computed

    (value,), diagnostics = measured_values(root)
    assert (value.indicator_code, value.place_code, str(value.quantity)) == (
        "air.pm25_annual",
        "330400",
        "27 微克/立方米",
    )
    assert diagnostics == ()
    found = read_computed(root / "air")
    assert found is not None
    assert (covered_by(found).start.year, covered_by(found).end.year) == (2023, 2026)


def test_no_cells_no_values(db: None, tmp_path: Path) -> None:
    from lantu.run.lake_values import measured_values

    assert measured_values(tmp_path) == ((), ())


def test_what_is_gone_and_what_is_not_at_hand(root: Path) -> None:
    from lantu.run.lake_values import GONE, measured_values

    retired, gone = keep(2020), keep(2025)
    by_year: dict[int, Any] = {v.period.year: v for v in measured_values(root)[0]}
    assert by_year[2020] == retired
    assert isinstance(by_year[2025].quantity, Absence)
    assert by_year[2025] == replace(gone, quantity=by_year[2025].quantity, note=GONE)
    forget_computed(root / "air")
    assert {v.period.year: v for v in measured_values(root)[0]} == {2020: retired, 2025: gone}
