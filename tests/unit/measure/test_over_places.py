"""Places into those they lie in."""

from decimal import Decimal

import pytest

from lantu.core.step import By, Over, Step
from lantu.measure.cells import places_table
from lantu.measure.over_places import cells_over_places
from tests.unit.measure.air_days import places_table as make_places
from tests.unit.measure.cell_tables import Row, run
from tests.unit.measure.test_steps import fixed

PLACES = make_places([("s", "county", "c", ""), ("t", "county", "c", ""), ("u", "county", "d", "")])


def compute(step: Step, rows: list[Row]) -> list[tuple[object, ...]]:
    found = run(
        lambda t: cells_over_places(t, places_table(), step).select("place", "amount", "n", "seen"), rows, PLACES
    )
    return [tuple(row.values()) for row in found]


def test_weights_are_of_the_places_that_have_both() -> None:
    step = Step(
        "x",
        "c",
        ("m",),
        ("a",),
        Over.PLACES,
        By.WEIGHTED,
        "month",
        0,
        into="a",
        levels=("county",),
        parts={"weight": "w"},
    )
    rows: list[Row] = [
        ("a", "s", 1, 10),
        ("w", "s", 1, 3),
        ("a", "t", 1, 50),
        ("w", "t", 1, 1),
        ("a", "u", 1, 7),
        ("w", "u", 1, None),
    ]
    assert compute(step, rows) == [("c", 20, 2, 2), ("d", None, 0, 1)]


def test_too_small_a_share_of_places_has_no_mean() -> None:
    rules = {role: fixed(Decimal(value)) for role, value in (("least_pct", 75), ("least_pct_few", 50), ("few", 2))}
    step = Step("x", "c", ("m",), ("a",), Over.PLACES, By.MEAN, "month", 0, levels=("county",), rules=rules)
    assert compute(step, [("a", "s", 1, 10), ("a", "t", 1, None), ("a", "u", 1, 4)]) == [
        ("c", None, 1, 2),
        ("d", 4, 1, 1),
    ]


def test_a_way_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a way to bring places together"):
        compute(Step("x", "c", ("m",), ("a",), Over.PLACES, By.LAST, "month", 0, levels=("county",)), [])
