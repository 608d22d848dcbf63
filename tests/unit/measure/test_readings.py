"""Readings become cells: what counts, where an hour belongs, what is refused."""

from datetime import UTC, datetime

import pytest

from lantu.core.step import By, Over, Step
from lantu.measure.cells import readings_table as lake_rows
from lantu.measure.readings import cells_of_readings
from lantu.store.engine import open_engine
from tests.unit.measure.air_days import readings_table
from tests.unit.measure.plain import Reading

AT = datetime(2024, 5, 5, 3, tzinfo=UTC)


def compute(by: By, readings: list[Reading]) -> list[tuple[object, ...]]:
    step = Step("noise", "day", ("observations",), ("level", "people"), Over.TIME, by, "day", 1)
    with open_engine("duckdb://") as engine:
        engine.put_readings((), readings_table(readings))
        rows = engine.fetch(cells_of_readings(lake_rows(), step)).to_pylist()
    return sorted((r["item"], r["place"], r["amount"], r["n"], r["seen"]) for r in rows)


def test_flagged_and_absent_readings_are_seen_and_not_used() -> None:
    readings = [
        Reading("noise/level/A", AT, 40.0),
        Reading("noise/level/A", AT, 90.0, "stuck"),
        Reading("noise/level/A", AT, None),
    ]
    assert compute(By.MEAN, readings) == [("level", "A", 400, 1, 3)]


def test_the_same_quantity_of_another_pack_is_not_ours() -> None:
    assert compute(By.SUM, [Reading("water/level/A", AT, 1.0), Reading("noise/people/B/2", AT, 2.0)]) == [
        ("people", "B/2", 20, 1, 1)
    ]


def test_the_greatest_of_several_feeds_is_the_last() -> None:
    assert compute(By.LAST, [Reading("noise/level/A", AT, 2.0), Reading("noise/level/A", AT, 3.0)]) == [
        ("level", "A", 30, 2, 2)
    ]


def test_a_percentile_of_readings_is_refused() -> None:
    with pytest.raises(ValueError, match="not a way to bring readings together"):
        compute(By.PERCENTILE, [])
