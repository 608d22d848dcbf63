"""Percentiles lie on the straight line between two ranks."""

from decimal import Decimal

from lantu.core.step import By, Over, Step
from lantu.measure.dated import Rows
from lantu.measure.percentile import percentile_totals
from tests.unit.measure.cell_tables import run
from tests.unit.measure.test_steps import fixed

STEP = Step("x", "p", ("d",), ("a",), Over.TIME, By.PERCENTILE, "year", 0, rules={"percent": fixed(Decimal("62.5"))})


def totals(amounts: list[int | None]) -> list[tuple[int | None, int]]:
    rows = [("a", "p", 1, amount) for amount in amounts]
    build = lambda t: percentile_totals(t.mutate(used=t.amount), STEP, Rows(t.item, t.period, "year", ("a",)), {})  # noqa: E731
    return [(row["total"], row["n"]) for row in run(build, rows)]


def test_between_ranks_on_a_rank_and_of_one_figure() -> None:
    assert totals([10, 40, 20]) == [(25_000, 3)]  # a quarter of the way from 20 to 40
    assert totals([7, None]) == [(7_000, 1)]
    assert totals([1, 2, 3, 4, 5, 6, 7, 8, 9]) == [(6_000, 9)]


def test_nothing_valid_has_no_percentile() -> None:
    assert totals([None]) == [(None, 0)]
