"""Figures as exact fractions, and back to decimals of a fixed length.

In: decimals, fractions. Out: the same numbers as the other kind; roots to 30 places. Left out on purpose: units
(`judge.series`). What is remembered here follows from its arguments alone: a plan's base and promise come again with each
year that is judged, and a fraction costs ten times what it costs to look one up.
"""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from math import gcd

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
    return None if share is None else quotient(share.numerator, share.denominator)


def quotient(above: int, below: int) -> Decimal:
    """The quotient of two whole numbers with 28 digits; exact where a decimal of that length can be."""
    return DIGITS_28.divide(Decimal(above), Decimal(below))


def over(share: Fraction, other: Fraction) -> tuple[int, int]:
    """One share over another as two whole numbers; their common factors stay, since taking them out costs more than they do."""
    return share.numerator * other.denominator, share.denominator * other.numerator


def raise_ratio(ratio: Fraction, exponent: Fraction) -> Decimal:
    """A ratio of zero or more to a power above zero, to 30 places; exact where that many decimals can be."""
    return raise_whole(ratio.numerator, ratio.denominator, exponent.numerator, exponent.denominator)


@lru_cache(maxsize=_REMEMBERED)
def raise_whole(above: int, below: int, power: int, degree: int) -> Decimal:
    """The same in whole numbers: (above / below) to the power / degree.

    The root is taken first and remembered: two methods ask for powers of the same one.
    """
    if above in (0, below):
        return Decimal(int(above == below))
    shared = gcd(power, degree)
    power, degree = power // shared, degree // shared
    root = _take_root(above, below, degree) if _is_moderate(above, below, power / degree) else None
    if root is None:
        ratio = DIGITS_60.divide(Decimal(above), Decimal(below))
        exponent = DIGITS_60.divide(Decimal(power), Decimal(degree))
        return _cut_digits(DIGITS_60.power(ratio, exponent))
    return _cut_digits(root if power == 1 else DIGITS_60.power(root, power))


@lru_cache(maxsize=_REMEMBERED)
def _take_root(above: int, below: int, degree: int) -> Decimal:
    """A root to some sixty digits, of a ratio that floats hold well.

    A float is only where Newton's steps begin: each doubles its sixteen digits, and the powers
    they take are of whole numbers, which decimals do ten times faster than roots.
    """
    context = DIGITS_60
    ratio = context.divide(Decimal(above), Decimal(below))
    if degree == 1:
        return ratio
    root = Decimal((above / below) ** (1 / degree))
    for _ in range(_STEPS):
        beyond = context.divide(ratio, context.power(root, degree - 1))
        root = context.subtract(root, context.divide(context.subtract(root, beyond), degree))
    return root


def _cut_digits(power: Decimal) -> Decimal:
    """To 30 places, so that a root that has an end is that end; a power too long for them stays as it is."""
    return power.quantize(_PLACES, context=DIGITS_60) if power.adjusted() < _LONG else power


def _is_moderate(above: int, below: int, exponent: float) -> bool:
    """Whether ratio and power are such as floats hold well, so that a root's sixty digits leave thirty places in its power."""
    try:
        ratio = above / below
        return 1e-9 < ratio < 1e9 and 1e-9 < ratio**exponent < 1e9
    except OverflowError:
        return False
