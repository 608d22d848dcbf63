"""The values that may decide a target.

In: a case. Out: points, exact and in the target's unit, or the reason why there
are none. Left out on purpose: which class they make.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import Quantity, Unit
from lantu.core.standing import Reason
from lantu.core.value import Value
from lantu.judge.case import Case
from lantu.judge.exact import to_fraction

PLAIN = (Comparator.EQUAL, Comparator.ABOUT)
"""Bounds of figures that stand for themselves; any other states only a limit."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value, exact.

    Attributes:
        value: Where it comes from.
        amount: In the unit asked for.
    """

    value: Value
    amount: Fraction

    @property
    def year(self) -> int:
        """The calendar year its period ends in."""
        return self.value.period.year

    @property
    def is_plain(self) -> bool:
        """Whether it is a figure rather than a limit such as "<5.5"."""
        return self.value.bound in PLAIN


def list_known(values: Iterable[Value], code: str, place_code: str, as_of: date) -> list[Value]:
    """Values of the indicator and place that were public at the date, oldest first."""
    return _sort_known(_of_indicator(values, code, place_code), as_of)


def _sort_known(values: Iterable[Value], as_of: date) -> list[Value]:
    known = [v for v in values if _is_known(v, as_of)]
    known.sort(key=_sort_key)
    return known


def _sort_key(value: Value) -> tuple[date, date]:
    return value.period.end, value.period.start


def _of_indicator(values: Iterable[Value], code: str, place_code: str) -> list[Value]:
    return [
        v
        for v in values
        if v.indicator_code == code and v.place_code == place_code and not isinstance(v.quantity, Absence)
    ]


def _is_known(value: Value, as_of: date) -> bool:
    return value.period.end <= as_of and (value.published_on is None or value.published_on <= as_of)


def list_progress(case: Case) -> list[Value] | Reason:
    """Known values that end after the base year, oldest first; or why there are none."""
    target = case.target
    own = _of_indicator(case.values, target.indicator_code, target.place_code)
    if not own:
        return Reason.NO_VALUE
    known = _sort_known(own, case.as_of)
    if not known:
        return Reason.DATE_AFTER_AS_OF
    return [v for v in known if v.period.year > target.base.year] or Reason.NO_VALUE_AFTER_BASE


def to_points(values: Iterable[Value], unit: Unit) -> list[Point] | Reason:
    """The values as exact amounts in a unit."""
    points = []
    for value in values:
        if isinstance(value.quantity, Absence):
            continue
        amount = exact_amount(value.quantity, unit)
        if amount is None:
            return Reason.UNIT_DIFFERS
        points.append(Point(value, amount))
    return points


def exact_amount(quantity: Quantity, unit: Unit) -> Fraction | None:
    """The quantity in a unit without any rounding, or None where the dimensions differ.

    A share in % set against percentage points keeps its figure: a share that falls from
    60 % to 55 % has changed by 5 points.
    """
    given = quantity.unit
    if given.fits(unit):
        amount = to_fraction(quantity.amount)
        return amount if given.factor == unit.factor else amount * to_fraction(given.factor) / to_fraction(unit.factor)
    if {given.symbol, unit.symbol} <= {"", "倍", ":1"}:
        return to_fraction(quantity.amount)
    if unit.dimension == "percentage point" and given.symbol == "%":
        return to_fraction(quantity.amount) / to_fraction(unit.factor)
    return None


def pick_latest(points: Iterable[Point], due_year: int) -> Point | None:
    """The full year that decides: the latest up to the due year, else the first after it.

    A figure of a later year must not make up for the due year, so where the due year is
    known nothing after it counts. Where it is not, the first year after it speaks for it.
    """
    full = [p for p in points if p.value.period.is_full_year]
    in_time = [p for p in full if p.year <= due_year]
    late = [p for p in full if p.year > due_year]
    if late and (not in_time or in_time[-1].year < due_year):
        return late[0]
    return in_time[-1] if in_time else None


def pick_part_of_year(points: Iterable[Point], case: Case, after: Point | None) -> Point | None:
    """The latest part of a year from January of a flow, later than the full year at hand.

    A flow only grows within its year, so part of the year can show that a target is reached.
    """
    if case.target.kind is not Kind.FLOW:
        return None
    parts = [
        p
        for p in points
        if p.value.period.is_from_january
        and not p.value.period.is_full_year
        and p.year <= case.target.due_year
        and (after is None or p.value.period.end > after.value.period.end)
    ]
    return parts[-1] if parts else None
