"""What of a target is continued: which figures, and which figure they are to reach.

In: a target with its standing and its values. Out: years in a row, oldest first, with the figure to be reached and the side of
it that keeps the promise; or why there is none. Left out on purpose: continuing them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.quantity import Quantity, Unit
from lantu.core.standing import Class, Standing
from lantu.core.target import Form, Target
from lantu.core.trend import NoTrend
from lantu.core.value import Value
from lantu.judge.case import Case
from lantu.judge.forms.about import tolerance_of, widen
from lantu.judge.forms.growth import find_growth_way
from lantu.judge.forms.level import find_way
from lantu.judge.growth import PERCENT
from lantu.judge.series import PLAIN, exact_amount, list_known
from lantu.judge.settings import DEFAULT

HUNDRED = Fraction(100)
_OF_LEVEL = (Form.LEVEL, Form.FLOOR, Form.CEILING, Form.ABOUT, Form.RANGE, Form.CHANGE)
Limits = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Continued:
    """Figures to be continued.

    Attributes:
        years: Years in a row, oldest first.
        figures: One a year.
        limits: Lowest and highest figure of the due year that keeps the promise; None where a side is open.
        unit: Symbol, or "" for an index.
        is_index: Whether the figures are an index with the base year at 100.
        is_sum: Whether the yearly figures add up to the promise.
        so_far: Sum of the years since the base, for a sum.
        inputs: Ids of the observations.
    """

    years: tuple[int, ...]
    figures: tuple[Fraction, ...]
    limits: Limits
    unit: str
    is_index: bool = False
    is_sum: bool = False
    so_far: Fraction = Fraction(0)
    inputs: tuple[str, ...] = ()

    @property
    def limit(self) -> Fraction | None:
        """The one limit, or the nearer of two; None where there is none."""
        low, high = self.limits
        if low is None or high is None:
            return high if low is None else low
        return low if self.figures[-1] < low else high


_NOT_CONTINUED = (Form.RELATIVE, Form.COVERAGE, Form.MILESTONE, Form.UNDECIDED)


def find_continued(target: Target, values: Sequence[Value], standing: Standing) -> Continued | NoTrend:
    """What is to be continued; or why there is nothing."""
    if isinstance(target.value, Absence) or standing.form in _NOT_CONTINUED:
        return NoTrend.NO_FIGURE
    if standing.klass in (Class.MET, Class.MISSED):
        return NoTrend.SETTLED
    if standing.klass is Class.CANNOT_SAY:
        return NoTrend.NOT_JUDGED
    if standing.form in _OF_LEVEL:
        return _continue_level(target, target.value, values, standing)
    if standing.form is Form.SUM:
        return _continue_sum(target, target.value, values, standing)
    return _continue_index(target, target.value, values, standing)


def _continue_level(target: Target, goal: Quantity, values: Sequence[Value], standing: Standing) -> Continued | NoTrend:
    chosen = _in_a_row(target, values, goal.unit, standing.as_of)
    limits = _limits_of(target, goal, standing)
    if isinstance(limits, NoTrend) or not chosen:
        return limits if isinstance(limits, NoTrend) else NoTrend.TOO_FEW
    made = _continued(chosen, limits, goal.unit.symbol)
    printed = None if isinstance(target.base.quantity, Absence) else exact_amount(target.base.quantity, goal.unit)
    if printed is None or target.base.year != made.years[0] - 1:
        return made
    # the figure the plan prints for its base year lengthens a row that begins right after it
    return replace(made, years=(target.base.year, *made.years), figures=(printed, *made.figures))


def _continue_sum(target: Target, goal: Quantity, values: Sequence[Value], standing: Standing) -> Continued | NoTrend:
    chosen = _in_a_row(target, values, goal.unit, standing.as_of)
    if not chosen or standing.compared is None:
        return NoTrend.TOO_FEW
    so_far = sum((amount for value, amount in chosen if value.period.year > target.base.year), Fraction(0))
    made = _continued(chosen, (Fraction(goal.amount), None), goal.unit.symbol)
    return replace(made, is_sum=True, so_far=so_far)


def _continue_index(target: Target, goal: Quantity, values: Sequence[Value], standing: Standing) -> Continued | NoTrend:
    """Levels or chained rates as an index that is 100 in the base year."""
    is_cut = standing.form is Form.CUT
    chosen = _in_a_row(target, values, PERCENT if target.kind is Kind.GROWTH else None, standing.as_of)
    index = (
        _chain(chosen, target.base.year, -1 if is_cut else 1) if target.kind is Kind.GROWTH else _rebase(chosen, target)
    )
    reached = _reached(target, goal, standing.form)
    if not index or reached is None:
        return NoTrend.TOO_FEW if reached is not None else NoTrend.NO_FIGURE
    is_down = is_cut or find_growth_way(Case(target, (), (), standing.as_of, DEFAULT)) is Direction.DOWN
    limits = (None, reached) if is_down else (reached, None)
    inputs = tuple(dict.fromkeys(i for value, _ in chosen for i in value.inputs))
    return Continued(tuple(index), tuple(index.values()), limits, "", True, inputs=inputs)


def _reached(target: Target, goal: Quantity, form: Form) -> Fraction | None:
    """The index that keeps the promise in the due year."""
    if form is Form.MULTIPLE:
        return HUNDRED * Fraction(goal.amount)
    promised = exact_amount(goal, PERCENT)
    if promised is None or promised <= -100:
        return None
    years = target.due_year - target.base.year
    return HUNDRED - promised if form is Form.CUT else HUNDRED * (1 + promised / 100) ** years


def _in_a_row(target: Target, values: Sequence[Value], unit: Unit | None, as_of: date) -> list[tuple[Value, Fraction]]:
    """Plain figures of full years without a gap, the latest last; a unit of None keeps each figure's own."""
    known = list_known(values, target.indicator_code, target.place_code, as_of)
    by_year: dict[int, tuple[Value, Fraction]] = {}
    for value in known:
        if not value.period.is_full_year or value.bound not in PLAIN or isinstance(value.quantity, Absence):
            continue
        amount = exact_amount(value.quantity, unit or value.quantity.unit)
        if amount is not None and value.period.year <= target.due_year:
            by_year[value.period.year] = (value, amount)
    row: list[tuple[Value, Fraction]] = []
    year = max(by_year, default=0)
    while year in by_year:
        row.insert(0, by_year[year])
        year -= 1
    return row


def _continued(chosen: list[tuple[Value, Fraction]], limits: Limits, unit: str) -> Continued:
    return Continued(
        tuple(value.period.year for value, _ in chosen),
        tuple(amount for _, amount in chosen),
        limits,
        unit,
        inputs=tuple(dict.fromkeys(i for value, _ in chosen for i in value.inputs)),
    )


def _limits_of(target: Target, goal: Quantity, standing: Standing) -> Limits | NoTrend:
    amount = Fraction(goal.amount)
    if standing.form is Form.ABOUT:
        case = Case(target, (), (), standing.as_of, DEFAULT)
        return widen(
            amount, standing.tolerance if standing.tolerance is not None else tolerance_of(case), target.direction
        )
    if standing.form is Form.RANGE:
        upper = exact_amount(target.value_max, goal.unit) if target.value_max is not None else None
        low, high = sorted((amount, amount if upper is None else upper))
        return (
            (low, None)
            if target.direction is Direction.UP
            else (None, high)
            if target.direction is Direction.DOWN
            else (low, high)
        )
    if standing.form is Form.CHANGE:
        base = exact_amount(standing.base, goal.unit) if standing.base is not None else None
        if base is None:
            return NoTrend.NO_FIGURE
        return (None, base - amount) if target.direction is Direction.DOWN else (base + amount, None)
    if standing.form in (Form.FLOOR, Form.CEILING):
        return (amount, None) if standing.form is Form.FLOOR else (None, amount)
    way = find_way(target, goal)
    if way is Direction.NONE:
        return NoTrend.NO_FIGURE
    return (amount, None) if way is Direction.UP else (None, amount)


def _chain(chosen: list[tuple[Value, Fraction]], base_year: int, sign: int) -> dict[int, Fraction]:
    """The index of yearly rates; the year before the first rate is its start."""
    if not chosen or any(rate * sign <= -100 for _, rate in chosen):
        return {}
    index, level = {chosen[0][0].period.year - 1: Fraction(1)}, Fraction(1)
    for value, rate in chosen:
        level *= 1 + sign * rate / 100
        index[value.period.year] = level
    if base_year not in index:
        return {}
    return {year: HUNDRED * level / index[base_year] for year, level in index.items()}


def _rebase(chosen: list[tuple[Value, Fraction]], target: Target) -> dict[int, Fraction]:
    """Levels over the base year's: the observed one, else the one the plan prints."""
    levels = {value.period.year: amount for value, amount in chosen}
    base = levels.get(target.base.year)
    if base is None and chosen and not isinstance(target.base.quantity, Absence):
        quantity = chosen[0][0].quantity
        base = None if isinstance(quantity, Absence) else exact_amount(target.base.quantity, quantity.unit)
    if base is None or base <= 0:
        return {}
    return {year: HUNDRED * amount / base for year, amount in levels.items()}
