"""Totals are divided, rounded and left out by rule."""

from decimal import Decimal

import ibis

from lantu.core.step import By, Over, Step
from lantu.measure.dated import Rows
from lantu.measure.finish import finish_cells
from tests.unit.measure.cell_tables import run
from tests.unit.measure.test_steps import fixed

FEBRUARY = 2024 * 12 + 1


def finish(by: By, rules: dict[str, int], periods: list[int]) -> list[int | None]:
    fixed_rules = {role: fixed(Decimal(value)) for role, value in rules.items()}
    step = Step("x", "m", ("d",), ("a",), Over.TIME, by, "month", 2, rules=fixed_rules)

    def build(t: ibis.Table) -> ibis.Table:
        totals = t.mutate(total=t.amount, n=ibis.literal(26, "int64"), seen=ibis.literal(30, "int64"))
        return finish_cells(totals, step, Rows(totals.item, totals.period, "month", ("a",)))

    return [row["amount"] for row in run(build, [("a", "p", period, 2613) for period in periods])]


def test_a_mean_is_divided_once_and_rounded_once() -> None:
    assert finish(By.MEAN, {}, [FEBRUARY]) == [100]  # 100.5 goes to the even neighbour
    assert finish(By.SUM, {"round": 0}, [FEBRUARY]) == [2600]


def test_too_few_have_no_amount_and_february_needs_fewer() -> None:
    assert finish(By.SUM, {"least": 27, "least_february": 25}, [FEBRUARY, FEBRUARY + 1]) == [2613, None]
