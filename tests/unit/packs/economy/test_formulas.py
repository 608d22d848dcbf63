"""Formulas of the economy, alone: what cannot be computed, and what must agree among themselves."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.absence import Absence
from lantu.packs.economy import formulas
from lantu.packs.rows import InputRow
from lantu.packs.rulebook import RuleBook
from lantu.run.pack_folders import find_packs, load_pack

RULES: RuleBook = load_pack(find_packs()["economy"]).pack.rules
RATES = st.decimals(min_value=-20, max_value=30, places=1)


def make_row(number: int = 0, **amounts: object) -> InputRow:
    figures: dict[str, Any] = {name: Decimal(str(amount)) for name, amount in amounts.items()}
    return InputRow(number, figures)


@pytest.mark.parametrize(
    ("function", "amounts"),
    [
        ("compute_real_growth", {"growth": 1, "price_index": 0}),
        ("compute_average_growth", {"start": 1, "end": 2, "years": 0}),
        ("compute_average_growth", {"start": 1, "end": 2, "years": "1.5"}),
        ("compute_average_growth", {"start": 1, "end": 2}),
        ("compute_per_head", {"total": 1, "population": 0, "population_before": 0}),
        ("compute_intensity_cut", {"use_growth": 1, "growth": -100}),
        ("spread_cut", {"cut": 100, "years": 5}),
        ("compute_ratio", {"part": 1}),
    ],
    ids=range(8),
)
def test_what_cannot_be_computed_has_no_value(function: str, amounts: dict[str, object]) -> None:
    assert isinstance(getattr(formulas, function)(make_row(**amounts), RULES).value, Absence)


def test_no_rows_make_no_average_and_no_chain() -> None:
    assert isinstance(formulas.average_rates((make_row(),), RULES).value, Absence)
    assert isinstance(formulas.average_rates((make_row(growth=-100),), RULES).value, Absence)
    assert isinstance(formulas.chain_cuts((make_row(),), RULES).value, Absence)


@given(st.lists(RATES, min_size=1, max_size=5))
def test_average_of_rates_is_the_level_method(rates: list[Decimal]) -> None:
    end = Decimal(100)
    for rate in rates:
        end *= 1 + rate / 100
    by_level = formulas.compute_average_growth(make_row(start=100, end=end, years=len(rates)), RULES).value
    by_rates = formulas.average_rates(tuple(make_row(n, growth=rate) for n, rate in enumerate(rates)), RULES).value
    assert isinstance(by_level, Decimal)
    assert isinstance(by_rates, Decimal)
    assert abs(by_level - by_rates) <= Decimal("0.1")


@given(st.decimals(min_value=0, max_value=60, places=1), st.integers(min_value=1, max_value=10))
def test_a_cut_spread_and_chained_is_the_cut_again(cut: Decimal, years: int) -> None:
    yearly = formulas.spread_cut(make_row(cut=cut, years=years), RULES).value
    chained = formulas.chain_cuts(tuple(make_row(n, cut=yearly) for n in range(years)), RULES).value
    assert isinstance(chained, Decimal)
    assert abs(chained - cut) <= Decimal("0.01")
