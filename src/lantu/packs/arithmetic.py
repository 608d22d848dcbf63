"""Exact arithmetic with the rounding that standards prescribe.

In: exact decimals. Out: exact decimals. Left out on purpose: binary floats, which
turn CO 2.2 mg/m³ into an index of 56 where the standard gives 55.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

_WIDE = Context(prec=120)
"""Digits enough for every figure that a cell can hold, and for its places."""


def round_even(value: Decimal | Fraction, places: int) -> Decimal:
    """Rounded to places, a lone five to the even neighbour.

    Source: GB/T 8170-2008, 3.2, in force from 2009-01-01.
    """
    return _round_exactly(value, places, ROUND_HALF_EVEN)


def round_half_up(value: Decimal | Fraction, places: int) -> Decimal:
    """Rounded to places, a five away from zero: how statistical bulletins print."""
    return _round_exactly(value, places, ROUND_HALF_UP)


def round_up(value: Decimal | Fraction) -> Decimal:
    """The next whole number at or above."""
    return _round_exactly(value, 0, ROUND_CEILING)


def _round_exactly(value: Decimal | Fraction, places: int, rounding: str) -> Decimal:
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1).scaleb(-places), rounding=rounding, context=_WIDE)
    scaled = value * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    ups = {
        ROUND_CEILING: rest > 0,
        ROUND_HALF_UP: twice > scaled.denominator or (twice == scaled.denominator and whole >= 0),
        ROUND_HALF_EVEN: twice > scaled.denominator or (twice == scaled.denominator and whole % 2 == 1),
    }
    return Decimal(whole + ups[rounding]).scaleb(-places, context=_WIDE)


def average(values: Sequence[Decimal]) -> Fraction:
    """The arithmetic mean, exact.

    Raises:
        ValueError: If there are no values.
    """
    if not values:
        raise ValueError("the mean of nothing is not a number")
    return sum((Fraction(value) for value in values), Fraction(0)) / len(values)


def find_percentile(values: Sequence[Decimal], percent: Decimal) -> Fraction:
    """The percentile with straight lines between ranks: k = 1 + (n − 1)·p.

    Source: HJ 663-2013 appendix A, in force from 2013-10-01 (from memory; equal to numpy's "linear").

    Raises:
        ValueError: If there are no values.
    """
    if not values:
        raise ValueError("the percentile of nothing is not a number")
    ordered = sorted(Fraction(value) for value in values)
    place = (len(ordered) - 1) * Fraction(percent) / 100
    below = int(place)
    if below + 1 == len(ordered):
        return ordered[below]
    return ordered[below] + (ordered[below + 1] - ordered[below]) * (place - below)


@lru_cache(maxsize=65_536)
def interpolate(amount: Decimal, points: tuple[Decimal, ...], levels: tuple[Decimal, ...]) -> Fraction | None:
    """The level on the straight lines through (points, levels); None above the last point.

    Segments are continuous: each begins where the one before ends. Rounded concentrations
    are few, and exact fractions slow, so that answers are remembered.
    """
    exact = Fraction(amount)
    for i in range(1, len(points)):
        if exact <= points[i]:
            low, high = Fraction(points[i - 1]), Fraction(points[i])
            start, end = Fraction(levels[i - 1]), Fraction(levels[i])
            return start + (end - start) / (high - low) * (exact - low)
    return None


def compute_share(part: Decimal | int, whole: Decimal | int, places: int = 1) -> Decimal:
    """A share in percent, rounded half to even.

    Raises:
        ZeroDivisionError: If the whole is zero.
    """
    return round_even(100 * Fraction(part) / Fraction(whole), places)


def take_root(value: Fraction, degree: int, places: int = 20) -> Decimal:
    """The real root of a positive number, to many places."""
    with localcontext(prec=120):
        base = Decimal(value.numerator) / Decimal(value.denominator)
        return round_even(base ** (Decimal(1) / Decimal(degree)), places)
