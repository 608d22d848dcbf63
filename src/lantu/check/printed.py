"""Figures as far as they are printed: a number stands for all numbers that round to it.

In: printed figures. Out: ranges, and what follows from them. Left out on purpose:
units; figures handed in are of one unit.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from lantu.check.claims import half_digit


@dataclass(frozen=True, slots=True)
class Range:
    """All numbers that a printed figure may stand for, both ends included."""

    low: Decimal
    high: Decimal

    def touches(self, other: "Range") -> bool:
        """Whether a number lies in both."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> Decimal:
        """The middle of the range."""
        return (self.low + self.high) / 2


def range_of(amount: Decimal) -> Range:
    """What a printed figure may stand for."""
    half = half_digit(amount)
    return Range(amount - half, amount + half)


def yearly_growth(base: Range, end: Range, years: int) -> Range:
    """Yearly growth in per cent that leads from the base to the end; both are above zero."""
    share = Decimal(1) / years
    low, high = (end.low / base.high) ** share, (end.high / base.low) ** share
    return Range((low - 1) * 100, (high - 1) * 100)


def yearly_step(base: Range, end: Range, years: int) -> Range:
    """The same amount each year that leads from the base to the end."""
    return Range((end.low - base.high) / years, (end.high - base.low) / years)


def share_of_change(base: Range, end: Range) -> Range:
    """The change from base to end in per cent of the base."""
    return Range((end.low / base.high - 1) * 100, (end.high / base.low - 1) * 100)


def show(figure: Decimal, digits: int = 2) -> str:
    """A figure for people, without zeros that say nothing."""
    text = f"{figure:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_beside(figure: Decimal, stated: Decimal, least: int = 2, most: int = 6) -> str:
    """A figure with as many decimals as it takes to see what it rounds to at those of the stated one.

    7.24504 beside 7.3 is 7.245: with two decimals it would read 7.25, which rounds to the very 7.3.
    """
    exponent = stated.as_tuple().exponent
    grain = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
    for digits in range(least, most + 1):
        shown = figure.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        if shown.quantize(grain, ROUND_HALF_UP) == figure.quantize(grain, ROUND_HALF_UP):
            return show(shown, digits)
    return show(figure, most)
