"""How a method answers.

In: exact figures. Out: opinions, quotients and distances to the edges of bands.
Left out on purpose: the bands, which stand beside each method's formula.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from lantu.core.method import Component, Method, Opinion, Refusal
from lantu.judge.exact import DIGITS_28


def answer(
    method: Method,
    klass: str,
    *,
    is_enough: bool,
    figures: Iterable[tuple[str, Decimal | None]] = (),
    margin: Decimal | None = None,
) -> Opinion:
    """The method's word with its figures; one that is None is left out."""
    told = tuple([Component(name, amount) for name, amount in figures if amount is not None])
    return Opinion(method, klass=klass, is_enough=is_enough, components=told, margin=margin)


def refuse(method: Method, reason: Refusal) -> Opinion:
    """The method does not apply, and why."""
    return Opinion(method, refused=reason)


def distance_to_edge(figure: Decimal, edges: Iterable[Decimal | int]) -> Decimal:
    """How far a figure is from the nearest edge of a band."""
    return min([DIGITS_28.abs(DIGITS_28.subtract(figure, edge)) for edge in edges])


def refuse_growth_rate(base: Fraction, latest: Fraction, goal: Fraction, *, is_rate: bool) -> Refusal:
    """Why a compound rate of growth from the base says nothing; NONE where it says something."""
    if is_rate:
        return Refusal.GROWTH_SERIES
    if base.numerator <= 0:
        return Refusal.ZERO_BASE if base.numerator == 0 else Refusal.NEGATIVE_BASE
    return Refusal.SIGN_CHANGE if latest.numerator < 0 or goal.numerator < 0 else Refusal.NONE
