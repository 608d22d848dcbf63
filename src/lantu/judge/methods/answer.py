"""How a method answers, and the growth rates two of them rest on.

In: exact figures. Out: opinions, roots and distances to the edges of bands.
Left out on purpose: the bands, which stand beside each method's formula.
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.judge.case import to_decimal

Share = Fraction | Decimal
"""Fractions where a method is plain arithmetic, decimals where it rests on roots."""

_DIGITS = Decimal(1).scaleb(-30)
_LONG = 29
_STEPS = 2
"""Steps of Newton's from sixteen digits to more than sixty, as far as the precision goes."""


def answer(
    method: Method,
    klass: str,
    *,
    is_enough: bool,
    figures: Iterable[tuple[str, Share | None]] = (),
    margin: Share | None = None,
) -> Opinion:
    """The method's word with its figures; one that is None is left out."""
    told = tuple(Component(name, amount) for name, share in figures if (amount := _tell(share)) is not None)
    return Opinion(method, klass=klass, is_enough=is_enough, components=told, margin=_tell(margin))


def _tell(share: Share | None) -> Decimal | None:
    return to_decimal(share) if isinstance(share, Fraction) else share


def refuse(method: Method, reason: Refusal) -> Opinion:
    """The method does not apply, and why."""
    return Opinion(method, refused=reason)


def distance_to_edge(figure: Share, edges: Iterable[Decimal | int]) -> Decimal:
    """How far a figure is from the nearest edge of a band."""
    with localcontext() as context:
        context.prec = 28
        told = figure if isinstance(figure, Decimal) else Decimal(figure.numerator) / Decimal(figure.denominator)
        return min(abs(told - edge) for edge in edges)


def raise_ratio(ratio: Fraction, exponent: Fraction) -> Decimal:
    """A ratio of zero or more to a power above zero, to 30 places; exact where that many decimals can be.

    A float is only where Newton's steps begin: each doubles its sixteen digits, and the powers
    they take are of whole numbers, which decimals do ten times faster than roots.
    """
    if ratio in (0, 1):
        return Decimal(ratio.numerator)
    with localcontext() as context:
        context.prec = 60
        base = Decimal(ratio.numerator) / Decimal(ratio.denominator)
        start = _start_root(ratio, exponent)
        if start is None:
            power = Decimal(exponent.numerator) / Decimal(exponent.denominator)
            return _cut_digits(base**power)
        whole, degree, root = base**exponent.numerator, exponent.denominator, start
        for _ in range(_STEPS if degree > 1 else 0):
            root -= (root - whole / root ** (degree - 1)) / degree
        return _cut_digits(whole if degree == 1 else root)


def _cut_digits(power: Decimal) -> Decimal:
    """To 30 places, so that a root that has an end is that end; a power too long for them stays as it is."""
    return power.quantize(_DIGITS) if power.adjusted() < _LONG else power


def divide(above: Decimal, below: Share) -> Decimal:
    """A quotient to 28 digits, whatever context the caller is in."""
    with localcontext() as context:
        context.prec = 28
        return above / (below if isinstance(below, Decimal) else Decimal(below.numerator) / Decimal(below.denominator))


def _start_root(ratio: Fraction, exponent: Fraction) -> Decimal | None:
    """The power as a float; None where it is beyond what floats hold well."""
    try:
        start = float(ratio) ** float(exponent)
    except OverflowError:
        return None
    return Decimal(start) if 1e-9 < start < 1e9 else None


def refuse_growth_rate(base: Fraction, latest: Fraction, goal: Fraction, *, is_rate: bool) -> Refusal:
    """Why a compound rate of growth from the base says nothing; NONE where it says something."""
    if is_rate:
        return Refusal.GROWTH_SERIES
    if base <= 0:
        return Refusal.ZERO_BASE if base == 0 else Refusal.NEGATIVE_BASE
    return Refusal.SIGN_CHANGE if latest < 0 or goal < 0 else Refusal.NONE
