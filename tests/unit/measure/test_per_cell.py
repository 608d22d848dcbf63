"""Single cells: indices on straight lines, and what stands above the table."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from lantu.core.step import By, Dated, Held, Over, Step
from lantu.measure.per_cell import cells_by_themselves
from tests.unit.measure.cell_tables import run

LEVELS = tuple(Decimal(v) for v in (0, 50, 100))


def make_step(by: By, role: str, values: dict[str, Any]) -> Step:
    rule = Dated("", (Held("", date(1900, 1, 1), None, values),))
    return Step("air", "index", ("day",), ("co", "o3", "so2"), Over.NOTHING, by, "day", 1, rules={role: rule})


def points(*figures: int, **more: Any) -> dict[str, Any]:
    return {"points": tuple(map(Decimal, figures)), "levels": LEVELS, "cap": Decimal(500), **more}


def test_an_index_is_rounded_up_and_ends_as_its_table_says() -> None:
    held = {"co": points(0, 2, 4), "o3": points(0, 100, above="stay"), "so2": points(0, 50, above="none")}
    step = make_step(By.INTERPOLATE, "points", held)
    rows = [
        ("co", "p", 1, 2200),
        ("co", "q", 1, 4001),
        ("co", "r", 1, None),
        ("o3", "p", 1, 900_000),
        ("so2", "p", 1, 50_001),
    ]
    found = run(lambda t: cells_by_themselves(t, step, 3).select("item", "place", "amount"), rows)
    assert [row["amount"] for row in found] == [550, 5000, None, 500, None]


def test_a_multiple_of_the_limit_has_its_own_places() -> None:
    step = make_step(By.OVER_LIMIT, "limit", {"co": Decimal(4), "o3": Decimal(160), "so2": Decimal(60)})
    found = run(
        lambda t: cells_by_themselves(t, step, 3).select("amount"), [("co", "p", 1, 1000), ("o3", "p", 1, 120_000)]
    )
    assert [row["amount"] for row in found] == [2, 8]  # 0.25 and 0.75 to one place, halves to the even neighbour


def test_another_way_is_refused() -> None:
    with pytest.raises(ValueError, match="not a way for single cells"):
        run(lambda t: cells_by_themselves(t, make_step(By.MEAN, "limit", {"co": Decimal(1)}), 3), [])
