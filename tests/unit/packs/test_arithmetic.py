"""Exact arithmetic: the standard's rounding, percentiles, straight lines."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.packs.arithmetic import (
    average,
    compute_share,
    find_percentile,
    interpolate,
    round_even,
    round_half_up,
    round_up,
    take_root,
)

FIGURES = st.decimals(min_value=-1000, max_value=1000, places=4)


@pytest.mark.parametrize(
    ("value", "places", "even", "up"),
    [
        ("0.5", 0, "0", "1"),
        ("1.5", 0, "2", "2"),
        ("2.5", 0, "2", "3"),
        ("2.51", 0, "3", "3"),
        ("0.125", 2, "0.12", "0.13"),
    ],
)
def test_a_lone_five_goes_to_the_even_neighbour_or_away_from_zero(value: str, places: int, even: str, up: str) -> None:
    assert round_even(Decimal(value), places) == Decimal(even)
    assert round_half_up(Decimal(value), places) == Decimal(up)
    assert round_even(Fraction(value), places) == Decimal(even)
    assert round_half_up(Fraction(value), places) == Decimal(up)


@given(FIGURES, st.integers(min_value=0, max_value=4))
def test_fractions_round_as_decimals_do(value: Decimal, places: int) -> None:
    assert round_even(Fraction(value), places) == round_even(value, places)
    assert round_up(Fraction(value)) == round_up(value)


def test_a_third_keeps_its_digits() -> None:
    assert round_even(Fraction(1, 3), 20) == Decimal("0.33333333333333333333")
    assert round_up(Fraction(1, 3)) == 1


@given(
    st.lists(FIGURES, min_size=1, max_size=40), st.sampled_from([Decimal(90), Decimal(95), Decimal(98), Decimal(100)])
)
def test_percentile_equals_numpys_linear(values: list[Decimal], percent: Decimal) -> None:
    expected = np.percentile([float(value) for value in values], float(percent), method="linear")
    assert float(find_percentile(values, percent)) == pytest.approx(expected, abs=1e-9)


def test_nothing_has_no_mean_and_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        average([])
    with pytest.raises(ValueError, match="nothing"):
        find_percentile([], Decimal(90))


def test_segments_are_continuous_and_end() -> None:
    points, levels = (Decimal(0), Decimal(35), Decimal(75)), (Decimal(0), Decimal(50), Decimal(100))
    assert interpolate(Decimal(35), points, levels) == 50
    assert interpolate(Decimal(36), points, levels) == Fraction(205, 4)
    assert interpolate(Decimal("75.01"), points, levels) is None


def test_shares_and_roots() -> None:
    assert compute_share(86, 91) == Decimal("94.5")
    assert take_root(Fraction(8, 27), 3, 10) == Decimal("0.6666666667")
    with pytest.raises(ZeroDivisionError):
        compute_share(1, 0)
