"""Growth since the base year, from yearly growth figures or from levels.

In: known values of one indicator. Out: for each year the product of growth since
the base, exact, with the values it rests on; and the mean growth of a product.
Left out on purpose: filling a missing year; a chain ends where a link is missing.

Source: level method, mean = (x_n/x_0)^(1/n) − 1 with the base year not counted
among the years; with yearly rates (Π(1+gᵢ))^(1/n) − 1. Published averages of
Chinese statistics use it, except for fixed-asset investment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Kind
from lantu.core.quantity import Quantity, parse_unit
from lantu.core.value import Value
from lantu.judge.exact import DIGITS_60, raise_ratio, to_fraction
from lantu.judge.series import PLAIN, exact_amount

PERCENT = parse_unit("%")
_PLACES = Decimal(1).scaleb(-20)


@dataclass(frozen=True, slots=True)
class Grown:
    """Growth from the base year to one year.

    Attributes:
        product: Figure of the year over figure of the base year; 1 is no growth.
        used: Values it rests on, the year's own last.
        base_version: "observed", or whose base figure was used, or "" for chained rates.
    """

    product: Fraction
    used: tuple[Value, ...]
    base_version: str = ""


def list_growth(
    known: Sequence[Value], kind: Kind, base_year: int, base: Quantity | Absence, base_version: str
) -> dict[int, Grown]:
    """Growth since the base year, by year.

    Args:
        known: Values of one indicator and place, oldest first.
        kind: GROWTH where the values are yearly rates, else they are levels.
        base_year: The year growth counts from.
        base: Printed figure of the base year, used where no observed one is known. The
            observed one goes first: it was revised together with the later figures.
        base_version: Whose the printed figure is.
    """
    full = {v.period.year: v for v in known if v.period.is_full_year and v.bound in PLAIN}
    if kind is Kind.GROWTH:
        return _chain_rates(full, base_year)
    return _compare_levels(full, base_year, base, base_version)


def _chain_rates(full: dict[int, Value], base_year: int) -> dict[int, Grown]:
    grown: dict[int, Grown] = {}
    used: tuple[Value, ...] = ()
    product, year = Fraction(1), base_year + 1
    while year in full:
        rate = _amount(full[year].quantity, PERCENT.symbol)
        if rate is None or rate <= -100:
            break
        product, used = product * (1 + rate / 100), (*used, full[year])
        grown[year] = Grown(product, used)
        year += 1
    return grown


def _compare_levels(
    full: dict[int, Value], base_year: int, base: Quantity | Absence, base_version: str
) -> dict[int, Grown]:
    observed = full.get(base_year)
    start = observed.quantity if observed else base
    if isinstance(start, Absence) or start.amount <= 0:
        return {}
    version = "observed" if observed else base_version
    grown = {}
    for year, value in sorted(full.items()):
        amount = _amount(value.quantity, start.unit.symbol)
        if year > base_year and amount is not None and amount > 0:
            used = (observed, value) if observed else (value,)
            grown[year] = Grown(amount / to_fraction(start.amount), used, version)
    return grown


def _amount(quantity: Quantity | Absence, unit: str) -> Fraction | None:
    return None if isinstance(quantity, Absence) else exact_amount(quantity, parse_unit(unit))


def mean_growth(product: Fraction, years: int) -> Fraction:
    """Mean yearly growth in %, to 20 places behind the point."""
    root = raise_ratio(product, Fraction(1, years))
    percent = DIGITS_60.multiply(DIGITS_60.subtract(root, 1), 100)
    return Fraction(percent.quantize(_PLACES, context=DIGITS_60))
