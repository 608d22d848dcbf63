"""How a method answers, and the growth rates two of them rest on.

In: exact figures. Out: opinions, roots and distances to the edges of bands.
Left out on purpose: the bands, which stand beside each method's formula.
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext
from fractions import Fraction

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.judge.case import to_decimal

_DIGITS = Decimal(1).scaleb(-30)
_STEPS = 2
"""Steps of Newton's from sixteen digits to more than sixty, as far as the precision goes."""


def answer(
    method: Method,
    klass: str,
    *,
    is_enough: bool,
    figures: Iterable[tuple[str, Fraction | None]] = (),
    margin: Fraction | None = None,
) -> Opinion:
    """The method's word with its figures; one that is None is left out."""
    told = tuple(Component(name, amount) for name, share in figures if (amount := to_decimal(share)) is not None)
    return Opinion(method, klass=klass, is_enough=is_enough, components=told, margin=to_decimal(margin))


def refuse(method: Method, reason: Refusal) -> Opinion:
    """The method does not apply, and why."""
    return Opinion(method, refused=reason)


def distance_to_edge(figure: Fraction, edges: Iterable[Fraction]) -> Fraction:
    """How far a figure is from the nearest edge of a band."""
    return min(abs(figure - edge) for edge in edges)


def raise_ratio(ratio: Fraction, exponent: Fraction) -> Fraction:
    """A ratio of zero or more to a power above zero, to 30 places; exact where that many decimals can be.

    A float is only where Newton's steps begin: each doubles its sixteen digits, and the powers
    they take are of whole numbers, which decimals do ten times faster than roots.
    """
    if ratio in (0, 1):
        return ratio
    with localcontext() as context:
        context.prec = 60
        base = Decimal(ratio.numerator) / Decimal(ratio.denominator)
        start = _start_root(ratio, exponent)
        if start is None:
            power = Decimal(exponent.numerator) / Decimal(exponent.denominator)
            return Fraction((base**power).quantize(_DIGITS))
        whole, degree, root = base**exponent.numerator, exponent.denominator, start
        for _ in range(_STEPS if degree > 1 else 0):
            root -= (root - whole / root ** (degree - 1)) / degree
        return Fraction((whole if degree == 1 else root).quantize(_DIGITS))


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
