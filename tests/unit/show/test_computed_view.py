"""The page says of computed figures what they rest on, and nothing of reported ones."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import make_quantity
from lantu.core.time import year_period
from lantu.core.value import Value
from lantu.store.computed import Computed, write_computed
from lantu.store.stations import SCHEMA

PM25 = Definition("pm25", "细颗粒物", "微克/立方米", Direction.DOWN, Kind.INDEX, measured_by="air.pm25_annual")


def value(year: int, key: str) -> Value:
    figure = make_quantity("27", "微克/立方米")
    return Value("pm25", "330400", year_period(year), figure, Comparator.EQUAL, Status.UNSTATED, (key,), "x", note="n")


def test_steps_coverage_and_freshness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from lantu.show import computed_view

    monkeypatch.setattr(computed_view, "CELLS", tmp_path)
    values = [value(2024, "cell/air/city_year/pm25/330400/2024"), value(2023, "7")]
    assert computed_view.show_computed(PM25, values) is None, "nothing is known of the cells"
    row: dict[str, Any] = {"series": "air/pm25/s0", "place_code": "", "rows": 9, "flagged": 2}
    table = pa.Table.from_pylist([{**row, "first": 1_700_000_000, "last": 1_735_000_000}], SCHEMA)
    write_computed(tmp_path / "air", Computed(7, "abc", table))
    view = computed_view.show_computed(PM25, values)
    assert view is not None
    assert (view.address, view.coverage, view.readings, view.flagged) == ("air.pm25_annual", "n", 9, 2)
    assert view.trace == "value/pm25/330400/2024"
    names = [step.name for step in view.steps]
    assert names[-1] == "city_year"
    assert {"station_day", "city_day"} <= set(names)
    assert "HJ 663-2013" in view.steps[-1].editions
    assert view.steps[-1].source
    assert computed_view.show_computed(PM25, [value(2023, "7")]) is None
