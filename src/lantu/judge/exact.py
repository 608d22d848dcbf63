"""Figures as exact fractions, and back to decimals of a fixed length.

In: decimals, fractions. Out: the same numbers as the other kind; roots to 30 places. Left out on purpose: units
(`judge.series`). What is remembered here follows from its arguments alone: a plan's base and promise come again with each
year that is judged, and a fraction costs ten times what it costs to look one up.
"""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

DIGITS_28 = Context(prec=28)
"""The context of every figure that is told, whatever context the caller is in."""
DIGITS_60 = Context(prec=60)
_PLACES = Decimal(1).scaleb(-30)
_LONG = 29
_STEPS = 2
"""Steps of Newton's from sixteen digits to more than sixty, as far as the precision goes."""
_REMEMBERED = 16384


@lru_cache(maxsize=_REMEMBERED)
def to_fraction(amount: Decimal) -> Fraction:
    """The decimal, exact."""
    return Fraction(amount)


def to_decimal(share: Fraction | None) -> Decimal | None:
    """The share with 28 digits; exact where a decimal of that length can be."""
    return None if share is None else divide_whole(share, DIGITS_28)


def divide_whole(share: Fraction, context: Context) -> Decimal:
    """The fraction as a decimal of the context's length."""
    return context.divide(Decimal(share.numerator), Decimal(share.denominator))


@lru_cache(maxsize=_REMEMBERED)
def raise_ratio(ratio: Fraction, exponent: Fraction) -> Decimal:
    """A ratio of zero or more to a power above zero, to 30 places; exact where that many decimals can be.

    A float is only where Newton's steps begin: each doubles its sixteen digits, and the powers
    they take are of whole numbers, which decimals do ten times faster than roots.
    """
    if ratio in (0, 1):
        return Decimal(ratio.numerator)
    context = DIGITS_60
    base = divide_whole(ratio, context)
    start = _start_root(ratio, exponent)
    if start is None:
        return _cut_digits(context.power(base, divide_whole(exponent, context)))
    whole, degree, root = context.power(base, exponent.numerator), exponent.denominator, start
    if degree == 1:
        return _cut_digits(whole)
    for _ in range(_STEPS):
        over = context.divide(whole, context.power(root, degree - 1))
        root = context.subtract(root, context.divide(context.subtract(root, over), degree))
    return _cut_digits(root)


def _cut_digits(power: Decimal) -> Decimal:
    """To 30 places, so that a root that has an end is that end; a power too long for them stays as it is."""
    return power.quantize(_PLACES, context=DIGITS_60) if power.adjusted() < _LONG else power


def _start_root(ratio: Fraction, exponent: Fraction) -> Decimal | None:
    """The power as a float; None where it is beyond what floats hold well."""
    try:
        start = float(ratio) ** float(exponent)
    except OverflowError:
        return None
    return Decimal(start) if 1e-9 < start < 1e9 else None
