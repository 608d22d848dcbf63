"""Whole numbers are rounded as GB/T 8170 says."""

from decimal import Decimal
from fractions import Fraction

import pytest

from lantu.measure.exact import add_half_even, ceil_div, scale_decimal, scale_figure
from tests.unit.measure.cell_tables import run


def test_a_lone_half_goes_to_the_even_neighbour() -> None:
    figures = [-25, -15, -5, 5, 15, 25, 26, 35, 2_000_000_000_000_005]
    found = run(lambda t: add_half_even(t, "r", t.amount, 10).select("r"), [("x", "p", 0, f) for f in figures])
    assert [row["r"] for row in found] == sorted(round(Fraction(f, 10)) for f in figures)


def test_the_number_at_or_above() -> None:
    found = run(lambda t: t.select(r=ceil_div(t.amount, 4)), [("x", "p", 0, f) for f in (-5, 0, 4, 5)])
    assert [row["r"] for row in found] == [-1, 0, 1, 2]


def test_a_reading_keeps_the_places_it_was_sent_with() -> None:
    found = run(
        lambda t: t.select(r=scale_figure(t.amount.cast("float64") / 1000.0, 3)),
        [("x", "p", 0, f) for f in range(2000)],
    )
    assert [row["r"] for row in found] == list(range(2000))


def test_a_rule_with_more_places_than_are_kept_is_refused() -> None:
    assert scale_decimal(Decimal("0.15"), 3) == 150
    with pytest.raises(ValueError, match="more than 3"):
        scale_decimal(Decimal("0.00005"), 3)
