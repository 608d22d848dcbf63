"""A judged target as the figures that every method asks for.

In: a target and its standing. Out: base, latest, goal and years, exact; or why there
are none. The same figures decide the standing, so the panel and the light never rest
on different ones. Left out on purpose: series; each method here takes base and latest.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.method import Refusal
from lantu.core.quantity import Quantity
from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Form, Target
from lantu.judge.case import Case
from lantu.judge.exact import to_fraction
from lantu.judge.forms.about import is_inside, tolerance_of, widen
from lantu.judge.forms.growth import find_growth_way
from lantu.judge.forms.level import find_way
from lantu.judge.progress import is_satisfied
from lantu.judge.series import PLAIN, exact_amount
from lantu.judge.settings import DEFAULT

HUNDRED = Fraction(100)
"""Base of an index, for promises that state a rate or a cut: the methods do not change with units."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a method is asked.

    Attributes:
        base: Where the way begins, or None where no base is known.
        latest: Where things stand.
        goal: Where the way ends, or None where the base is already there.
        years_gone: From the end of the base year to the data date.
        years_given: From the base year to the due year.
        way: Which way is good.
        is_reached: Whether the latest figure keeps the promise.
        is_due: Whether the data are of the due year or later.
        is_rate: Whether the figures are themselves rates of growth.
    """

    base: Fraction | None
    latest: Fraction
    goal: Fraction | None
    years_gone: Fraction
    years_given: int
    way: Direction
    is_reached: bool = False
    is_due: bool = False
    is_rate: bool = False

    @property
    def refusal(self) -> Refusal:
        """Why no share of the way can be computed; NONE where one can."""
        if self.base is None:
            return Refusal.NO_BASE
        return Refusal.HELD if self.goal is None else Refusal.NONE


_REFUSALS = frozenset(Refusal)

Way = tuple[Fraction | None, Fraction, Fraction | None, Direction]
"""Base, latest, goal and the good direction."""


def make_question(target: Target, standing: Standing) -> Question | Refusal:
    """What the methods are asked about a judged target; or why they cannot be asked."""
    if standing.klass is Class.CANNOT_SAY or standing.latest is None:
        return _refusal_of(target, standing)
    if isinstance(target.value, Absence):
        return Refusal.NO_FIGURE
    if target.due_year <= target.base.year:
        return Refusal.NO_TIME
    if standing.latest.bound not in PLAIN:
        return Refusal.ONLY_A_BOUND
    way = _find_way(target, target.value, standing)
    if isinstance(way, Refusal):
        return way
    base, latest, goal, direction = way
    return Question(
        base=base,
        latest=latest,
        goal=goal if base is not None and goal is not None and _is_short(base, goal, direction) else None,
        years_gone=count_years(standing.latest.period.end, target.base.year),
        years_given=target.due_year - target.base.year,
        way=direction,
        is_reached=_is_reached(target, standing, way),
        is_due=standing.latest.period.year >= target.due_year,
        is_rate=target.kind is Kind.GROWTH and standing.form is not Form.CUT,
    )


@lru_cache(maxsize=4096)
def count_years(data_date: date, base_year: int) -> Fraction:
    """Years from the end of the base year to a day; whole where the day ends a year."""
    first = date(data_date.year, 1, 1)
    days = (date(data_date.year, 12, 31) - first).days + 1
    return data_date.year - 1 - base_year + Fraction((data_date - first).days + 1, days)


def _refusal_of(target: Target, standing: Standing) -> Refusal:
    base = target.base.quantity
    if standing.reason is Reason.GROWTH_MISSING and not isinstance(base, Absence) and base.amount <= 0:
        return Refusal.NEGATIVE_BASE if base.amount < 0 else Refusal.ZERO_BASE
    if standing.reason.value in _REFUSALS and standing.reason is not Reason.NONE:
        return Refusal(standing.reason.value)
    return Refusal.NO_FIGURE


def _find_way(target: Target, value: Quantity, standing: Standing) -> Way | Refusal:
    if standing.form is Form.GROWTH:
        return _way_of_growth(target, value, standing)
    if standing.form is Form.CUT and standing.compared is not None:
        return HUNDRED, HUNDRED - to_fraction(standing.compared), HUNDRED - to_fraction(value.amount), Direction.DOWN
    if standing.form is Form.SUM and standing.compared is not None:
        return Fraction(0), to_fraction(standing.compared), to_fraction(value.amount), Direction.UP
    if standing.form is Form.MULTIPLE:
        return _way_of_multiple(value, standing)
    latest = _amount_of(standing.latest.quantity if standing.latest else None, value)
    if latest is None:
        return Refusal.UNIT_DIFFERS
    return _way_of_level(target, value, standing, latest)


def _way_of_growth(target: Target, value: Quantity, standing: Standing) -> Way | Refusal:
    """An index from 100 at the base, along the mean so far and along the rate promised."""
    if target.kind is Kind.GROWTH:
        return Refusal.GROWTH_SERIES
    if standing.compared is None or standing.latest is None or value.amount <= -100:
        return Refusal.NO_FIGURE
    gone, given = standing.latest.period.year - target.base.year, target.due_year - target.base.year
    latest, goal = _grow(to_fraction(standing.compared), gone), _grow(to_fraction(value.amount), given)
    return HUNDRED, latest, goal, find_growth_way(Case(target, (), (), standing.as_of, DEFAULT))


def _grow(percent: Fraction, years: int) -> Fraction:
    return HUNDRED * (1 + percent / 100) ** years


def _way_of_multiple(value: Quantity, standing: Standing) -> Way | Refusal:
    if standing.base is None or standing.latest is None:
        return Refusal.NO_BASE
    latest = _amount_of(standing.latest.quantity, standing.base)
    if latest is None:
        return Refusal.UNIT_DIFFERS
    base = to_fraction(standing.base.amount)
    return base, latest, base * to_fraction(value.amount), Direction.UP


def _way_of_level(target: Target, value: Quantity, standing: Standing, latest: Fraction) -> Way | Refusal:
    base = _amount_of(standing.base, value)
    goal = to_fraction(value.amount)
    if standing.form in (Form.FLOOR, Form.CEILING):
        return base, latest, goal, Direction.UP if standing.form is Form.FLOOR else Direction.DOWN
    if standing.form is Form.CHANGE and base is not None:
        is_down = target.direction is Direction.DOWN
        return base, latest, base - goal if is_down else base + goal, Direction.DOWN if is_down else Direction.UP
    if standing.form in (Form.ABOUT, Form.RANGE):
        return _way_into(target, value, standing, base, latest)
    if standing.form is Form.LEVEL:
        return base, latest, goal, find_way(target, value)
    return Refusal.NO_FIGURE


def _way_into(
    target: Target, value: Quantity, standing: Standing, base: Fraction | None, latest: Fraction
) -> Way | Refusal:
    """From a base outside to what was promised: the figure said with 左右, or the nearer end of a range."""
    low, high = _find_limits(target, value, standing)
    if base is None or is_inside(base, (low, high)):
        return base, latest, None, target.direction
    direction = Direction.UP if low is not None and base < low else Direction.DOWN
    if standing.form is Form.ABOUT:
        return base, latest, to_fraction(value.amount), direction
    return base, latest, low if direction is Direction.UP else high, direction


def _find_limits(target: Target, value: Quantity, standing: Standing) -> tuple[Fraction | None, Fraction | None]:
    if standing.form is Form.ABOUT:
        own = tolerance_of(Case(target, (), (), standing.as_of, DEFAULT))
        tolerance = own if standing.tolerance is None else standing.tolerance
        return widen(to_fraction(value.amount), tolerance, target.direction)
    upper = _amount_of(target.value_max, value)
    low, high = sorted((to_fraction(value.amount), to_fraction(value.amount) if upper is None else upper))
    return None if target.direction is Direction.DOWN else low, None if target.direction is Direction.UP else high


def _amount_of(quantity: Quantity | Absence | None, value: Quantity) -> Fraction | None:
    return exact_amount(quantity, value.unit) if isinstance(quantity, Quantity) else None


def _is_short(base: Fraction, goal: Fraction, way: Direction) -> bool:
    return base < goal if way is Direction.UP else base > goal


def _is_reached(target: Target, standing: Standing, way: Way) -> bool:
    _, latest, goal, direction = way
    if standing.form is Form.GROWTH and goal is not None:
        return is_satisfied(latest, target.comparator, goal, direction)
    is_held = standing.done is None and standing.klass is Class.ON_COURSE
    return standing.klass is Class.MET or is_held
