"""Growth since the base year."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.judge.growth import list_growth, mean_growth
from tests.unit.judge.builders import NOTHING, make_value

rates = st.lists(st.decimals(min_value="-20", max_value="30", places=1), min_size=1, max_size=6)


def test_published_two_year_mean() -> None:
    # Jiaxing 2020 +3.5 %, 2021 +8.5 %: the bulletin prints 6.0 %
    product = Fraction("1.035") * Fraction("1.085")
    assert round(mean_growth(product, 2), 1) == 6


@given(rates)
def test_rates_and_the_levels_they_make_agree(growth: list[Decimal]) -> None:
    level, levels = Fraction(100), {2020: Fraction(100)}
    for number, rate in enumerate(growth):
        level *= 1 + Fraction(rate) / 100
        levels[2021 + number] = level
    chained = list_growth(
        [make_value(2021 + n, rate, "%") for n, rate in enumerate(growth)], Kind.GROWTH, 2020, NOTHING, ""
    )
    last = 2020 + len(growth)
    assert chained[last].product == levels[last] / levels[2020]


@given(st.decimals(min_value="-50", max_value="50", places=1), st.integers(1, 15))
def test_the_mean_of_equal_rates_is_the_rate(rate: Decimal, years: int) -> None:
    assert mean_growth((1 + Fraction(rate) / 100) ** years, years) == Fraction(rate)


def test_a_chain_ends_where_a_link_is_missing() -> None:
    known = [make_value(2021, 5, "%"), make_value(2023, 5, "%")]
    assert list(list_growth(known, Kind.GROWTH, 2020, NOTHING, "")) == [2021]


def test_parts_of_years_and_limits_are_no_links() -> None:
    known = [make_value("2021-01/06", 5, "%"), make_value(2021, 5, "%", bound=Comparator.MORE_THAN)]
    assert list_growth(known, Kind.GROWTH, 2020, NOTHING, "") == {}


def test_the_observed_base_goes_before_the_printed_one() -> None:
    known = [make_value(2020, 110), make_value(2021, 121)]
    grown = list_growth(known, Kind.FLOW, 2020, make_quantity(100, "亿元"), "plan")
    assert (grown[2021].product, grown[2021].base_version) == (Fraction(11, 10), "observed")
    printed = list_growth(known[1:], Kind.FLOW, 2020, make_quantity(100, "亿元"), "plan")
    assert (printed[2021].product, printed[2021].base_version) == (Fraction(121, 100), "plan")


def test_levels_need_not_be_unbroken() -> None:
    known = [make_value(2020, 100), make_value(2024, 200)]
    assert list(list_growth(known, Kind.FLOW, 2020, NOTHING, "")) == [2024]


@pytest.mark.parametrize("amount", [0, -5])
def test_a_level_that_is_not_positive_has_no_growth(amount: int) -> None:
    assert list_growth([make_value(2020, amount), make_value(2021, 5)], Kind.FLOW, 2020, NOTHING, "") == {}
    assert list_growth([make_value(2020, 5), make_value(2021, amount)], Kind.FLOW, 2020, NOTHING, "") == {}
