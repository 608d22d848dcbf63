"""Shorter periods into longer ones."""

from decimal import Decimal

import pytest

from lantu.core.step import By, Over, Step
from lantu.measure.over_time import cells_over_time
from tests.unit.measure.cell_tables import run
from tests.unit.measure.test_steps import fixed


def test_the_last_month_that_has_a_figure_is_the_years() -> None:
    step = Step("x", "year", ("month",), ("a",), Over.TIME, By.LAST, "year", 0)
    rows = [("a", "p", 2024 * 12 + month, amount) for month, amount in ((0, 5), (7, 9), (11, None))]
    (row,) = run(lambda t: cells_over_time(t, step, "month").select("period", "amount", "n", "seen"), rows)
    assert row == {"period": 2024, "amount": 9, "n": 2, "seen": 3}


def test_days_that_are_left_out_were_measured_all_the_same() -> None:
    parts = {"left_out": "dust", "left_out_of": "a"}
    step = Step(
        "x",
        "month",
        ("day",),
        ("a", "b"),
        Over.TIME,
        By.MEAN,
        "month",
        0,
        rules={"least": fixed(Decimal(2))},
        parts=parts,
    )
    rows = [("a", "p", 0, 10), ("a", "p", 1, 90), ("b", "p", 0, 1), ("b", "p", 1, 3), ("dust", "p", 1, 1)]
    found = run(lambda t: cells_over_time(t, step, "day").select("item", "amount", "n"), rows)
    assert found == [{"item": "a", "amount": 10, "n": 1}, {"item": "b", "amount": 2, "n": 2}]


def test_a_way_that_is_none_is_refused() -> None:
    step = Step("x", "year", ("month",), ("a",), Over.TIME, By.WEIGHTED, "year", 0)
    with pytest.raises(ValueError, match="not a way to bring periods together"):
        run(lambda t: cells_over_time(t, step, "month"), [])
