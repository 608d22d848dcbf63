"""A printed figure stands for all that rounds to it."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from lantu.check.printed import Range, range_of, share_of_change, show, show_beside, yearly_growth, yearly_step


def test_the_range_of_a_figure_is_half_its_last_digit_each_way() -> None:
    assert range_of(Decimal("7.1")) == Range(Decimal("7.05"), Decimal("7.15"))
    assert range_of(Decimal("1100")) == Range(Decimal("1099.5"), Decimal("1100.5"))


def test_growth_and_steps() -> None:
    assert yearly_growth(range_of(Decimal(100)), range_of(Decimal(161)), 5).touches(range_of(Decimal("10.0")))
    assert not yearly_growth(range_of(Decimal(100)), range_of(Decimal(161)), 5).touches(range_of(Decimal("9.0")))
    assert yearly_step(range_of(Decimal("60.9")), range_of(Decimal("69.0")), 5).touches(range_of(Decimal("1.6")))
    assert share_of_change(range_of(Decimal(68)), range_of(Decimal(28))).touches(range_of(Decimal("-58.8")))


@given(
    st.decimals(min_value=10, max_value=9999, places=1),
    st.decimals(min_value=10, max_value=9999, places=1),
    st.integers(min_value=1, max_value=10),
)
def test_rounding_alone_never_makes_a_conflict(base: Decimal, end: Decimal, years: int) -> None:
    rate = yearly_growth(range_of(base), range_of(end), years)
    exact = ((end / base) ** (Decimal(1) / years) - 1) * 100
    assert rate.touches(range_of(round(exact, 1)))


def test_figures_for_people_have_no_idle_zeros() -> None:
    assert [show(Decimal(n)) for n in ("7.10", "600", "0.125")] == ["7.1", "600", "0.12"]


def test_a_figure_shows_enough_decimals_to_decide() -> None:
    assert show_beside(Decimal("7.24504"), Decimal("7.3")) == "7.245"
    assert show_beside(Decimal("7.2550"), Decimal("7.3")) == "7.26"
    assert show_beside(Decimal("21.1"), Decimal("71.5")) == "21.1"
    assert show_beside(Decimal("8.4996"), Decimal("9")) == "8.4996"
    assert show_beside(Decimal("0.106"), Decimal("0.08")) == "0.11"
