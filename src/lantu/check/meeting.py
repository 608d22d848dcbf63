"""Whether a figure meets a promise, as far as both are printed.

In: two figures, the comparator and the direction. Out: yes, no, or cannot say.
Left out on purpose: schedules and tolerances, which `judge` knows; here only the
plain words count.
"""

from decimal import Decimal

from lantu.check.printed import range_of
from lantu.core.entry import Comparator


def is_met(promised: Decimal, comparator: Comparator, reported: Decimal, falling: bool) -> bool | None:
    """Whether the report meets the promise; None for ranges and 左右, which need a tolerance."""
    seen = range_of(reported)
    if comparator in (Comparator.ABOUT, Comparator.WITHIN):
        return None
    if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        return seen.low <= promised
    if comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        return seen.high >= promised
    return seen.low <= promised if falling else seen.high >= promised


def is_beyond(promised: Decimal, comparator: Comparator, reported: Decimal, falling: bool) -> bool:
    """Whether the report is better than what is promised, so that the promise asks for less than there is."""
    if comparator in (Comparator.AT_MOST, Comparator.LESS_THAN):
        falling = True
    elif comparator in (Comparator.AT_LEAST, Comparator.MORE_THAN):
        falling = False
    return reported < promised if falling else reported > promised
