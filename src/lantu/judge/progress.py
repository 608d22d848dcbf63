"""Time gone, way gone, and the class the two make.

In: dates, figures and the band. Out: exact shares and a class. Left out on
purpose: where the figures come from.
"""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Class


@lru_cache(maxsize=4096)
def share_elapsed(data_date: date, base_year: int, due_year: int) -> Fraction | None:
    """Share of the time from the end of the base year to the end of the due year.

    It is taken from the date of the data, not from today: a figure of 2022 is held
    against two of five years whenever it is looked at. At most 1.

    Returns:
        None where the due year does not lie after the base year.
    """
    if due_year <= base_year:
        return None
    year_start = date(data_date.year, 1, 1)
    days_in_year = (date(data_date.year, 12, 31) - year_start).days + 1
    gone = Fraction((data_date - year_start).days + 1, days_in_year)
    return min(Fraction(1), (data_date.year - 1 - base_year + gone) / (due_year - base_year))


def share_done(base: Fraction, latest: Fraction, promised: Fraction) -> Fraction:
    """Share of the way from base to promise, (latest − base) / (promised − base); negative where things went the other way."""
    return Fraction(*find_way_gone(base, latest, promised))


def find_way_gone(base: Fraction, latest: Fraction, promised: Fraction) -> tuple[int, int]:
    """The same as way gone and whole way, in whole numbers of one length, the whole way above zero.

    Three fractions in between would cost four times as much.
    """
    start, under = base.numerator, base.denominator
    gone = (latest.numerator * under - start * latest.denominator) * promised.denominator
    whole = (promised.numerator * under - start * promised.denominator) * latest.denominator
    return (gone, whole) if whole >= 0 else (-gone, -whole)


def subtract_shares(share: Fraction, other: Fraction) -> tuple[int, int]:
    """What lies between two shares, in whole numbers; the second is above zero."""
    under = share.denominator * other.denominator
    return share.numerator * other.denominator - other.numerator * share.denominator, under


def is_satisfied(amount: Fraction, comparator: Comparator, promised: Fraction, way: Direction) -> bool:
    """Whether a figure keeps a promise; "=" is read in the good direction."""
    if comparator is Comparator.MORE_THAN:
        return amount > promised
    if comparator is Comparator.LESS_THAN:
        return amount < promised
    if way is Direction.UP:
        return amount >= promised
    if way is Direction.DOWN:
        return amount <= promised
    return amount == promised


def is_bound_enough(
    bound: Comparator, amount: Fraction, comparator: Comparator, promised: Fraction, way: Direction
) -> bool:
    """Whether a limit alone shows that a promise is kept: "<5.5" for at most 5.5."""
    strict = {Direction.DOWN: Comparator.LESS_THAN, Direction.UP: Comparator.MORE_THAN}.get(way)
    loose = {Direction.DOWN: Comparator.AT_MOST, Direction.UP: Comparator.AT_LEAST}.get(way)
    if bound is strict:
        # whatever lies strictly beyond the limit keeps a strict promise with the same figure, too
        return is_satisfied(amount, Comparator.EQUAL, promised, way)
    return bound is loose and is_satisfied(amount, comparator, promised, way)


def class_on_the_way(done: Fraction, expected: Fraction, band: Fraction) -> Class:
    """ahead, on course or behind; the edges of the band are on course."""
    gap, under = subtract_shares(done, expected)
    edge = band.numerator * under
    if gap * band.denominator > edge:
        return Class.AHEAD
    return Class.BEHIND if gap * band.denominator < -edge else Class.ON_COURSE


def class_against_threshold(*, is_kept: bool, is_due: bool) -> Class:
    """Of a promise that is either kept or not."""
    if is_due:
        return Class.MET if is_kept else Class.MISSED
    return Class.ON_COURSE if is_kept else Class.BEHIND
