"""A level to be reached from a base: 地区生产总值 5509.5 → 9000.

done = (x − x₀)/(x_T − x₀), held against the share of time gone at the data date.
In: a case. Out: a standing. Left out on purpose: promises already kept at the
base, which are to be held (`threshold`).
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.quantity import Quantity
from lantu.core.standing import Reason, Standing
from lantu.core.target import Target
from lantu.judge.case import Case, cannot_say
from lantu.judge.decide import way_of
from lantu.judge.exact import to_fraction
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.series import exact_amount


def judge_level(case: Case) -> Standing:
    """Decide a level to be reached."""
    target = case.target
    if isinstance(target.value, Absence):
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    base = base_amount(target, target.value)
    if base is None:
        return cannot_say(case, Reason.NO_BASE)
    goal, way = to_fraction(target.value.amount), find_way(target, target.value)
    if way is Direction.NONE:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    limits = (goal, None) if way is Direction.UP else (None, goal)
    is_ahead = base < goal if way is Direction.UP else base > goal
    promise = Promise(limits, target.comparator, base if is_ahead else None, goal if is_ahead else None)
    return judge_promise(case, promise, target.value.unit)


def base_amount(target: Target, value: Quantity) -> Fraction | None:
    """The base in the unit of the promise, or None where there is none."""
    base = target.base.quantity
    return None if isinstance(base, Absence) else exact_amount(base, value.unit)


def find_way(target: Target, value: Quantity) -> Direction:
    """Which way the promise points."""
    base = target.base.quantity
    amount = None if isinstance(base, Absence) else base.amount
    return way_of(target.comparator, target.direction, amount, value.amount)
