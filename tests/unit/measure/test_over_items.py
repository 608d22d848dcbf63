"""Items of one place and period into one."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.core.step import By, Dated, Held, Over, Step
from lantu.measure.over_items import cells_over_items
from tests.unit.measure.cell_tables import Row, run
from tests.unit.measure.test_steps import fixed


def compute(step: Step, rows: list[Row]) -> list[tuple[object, ...]]:
    found = run(lambda t: cells_over_items(t, step, 1).select("item", "place", "amount", "n"), rows)
    return [tuple(row.values()) for row in found]


def test_what_is_there_decides_where_it_is_enough_by_itself() -> None:
    rules = {"whole": fixed(Decimal(2)), "unless_above": fixed(Decimal(100))}
    step = Step("x", "aqi", ("i",), ("a", "b"), Over.ITEMS, By.MAX, "day", 0, into="aqi", rules=rules)
    rows: list[Row] = [
        ("a", "whole", 1, 20),
        ("b", "whole", 1, 30),
        ("a", "low", 1, 100),
        ("a", "high", 1, 101),
        ("z", "low", 1, 999),
    ]
    assert compute(step, rows) == [("aqi", "high", 101, 1), ("aqi", "low", None, 1), ("aqi", "whole", 30, 2)]


def test_a_ratio_needs_both_parts_and_something_below_the_line() -> None:
    parts = {"above": "a", "below": "b"}
    step = Step(
        "x",
        "rate",
        ("m",),
        ("a", "b"),
        Over.ITEMS,
        By.RATIO,
        "month",
        1,
        into="rate",
        rules={"per": fixed(Decimal(100))},
        parts=parts,
    )
    rows: list[Row] = [("a", "p", 1, 1), ("b", "p", 1, 8), ("a", "q", 1, 1), ("b", "q", 1, 0), ("a", "r", 1, 1)]
    assert [row[:3] for row in compute(step, rows)] == [("rate", "p", 125), ("rate", "q", None), ("rate", "r", None)]


def test_figures_over_their_limits_are_added_before_anything_is_rounded() -> None:
    """Source: of the answers, fractions by hand: 2/3 + 1/7 is 0.8095, 0.7 + 0.1 would be 0.8."""
    newer = Dated("limits", (
        Held("old", date(2000, 1, 1), date(2019, 12, 31), {"a": Decimal(3), "b": Decimal(7)}),
        Held("new", date(2020, 1, 1), None, {"a": Decimal("1.5")}),
    ))  # fmt: skip
    rules = {"limit": newer, "whole": fixed(Decimal(2))}
    step = Step("x", "sum", ("m",), ("a", "b"), Over.ITEMS, By.OVER_LIMIT, "year", 2, into="sum", rules=rules)
    rows: list[Row] = [
        ("a", "p", 2019, 20),
        ("b", "p", 2019, 10),
        ("a", "q", 2019, 20),
        ("a", "r", 2020, 30),
        ("b", "r", 2020, 30),
    ]
    assert compute(step, rows) == [
        ("sum", "p", 81, 2),
        ("sum", "q", None, 1),  # one of two
        ("sum", "r", None, 2),  # the newer edition has no limit for b
    ]


def test_a_way_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a way to bring items together"):
        compute(Step("x", "m", ("i",), ("a",), Over.ITEMS, By.MEAN, "day", 0, into="m"), [])
