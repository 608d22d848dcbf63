"""How a method answers.

In: exact figures. Out: opinions, quotients and distances to the edges of bands.
Left out on purpose: the bands, which stand beside each method's formula.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.judge.exact import DIGITS_28, divide_whole, to_decimal

Share = Fraction | Decimal
"""Fractions where a method is plain arithmetic, decimals where it rests on roots."""


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
    told = figure if isinstance(figure, Decimal) else divide_whole(figure, DIGITS_28)
    return min(DIGITS_28.abs(DIGITS_28.subtract(told, edge)) for edge in edges)


def divide(above: Decimal, below: Share) -> Decimal:
    """A quotient to 28 digits, whatever context the caller is in."""
    return DIGITS_28.divide(above, below if isinstance(below, Decimal) else divide_whole(below, DIGITS_28))


def refuse_growth_rate(base: Fraction, latest: Fraction, goal: Fraction, *, is_rate: bool) -> Refusal:
    """Why a compound rate of growth from the base says nothing; NONE where it says something."""
    if is_rate:
        return Refusal.GROWTH_SERIES
    if base <= 0:
        return Refusal.ZERO_BASE if base == 0 else Refusal.NEGATIVE_BASE
    return Refusal.SIGN_CHANGE if latest < 0 or goal < 0 else Refusal.NONE
