"""A level between two figures: 省实验室 2-3家.

From a base outside, the way goes to the nearer end; otherwise the range is to be
held. The good side of the range counts as kept. In: a case. Out: a standing.
Left out on purpose: preferring the upper end; reaching the range is what was promised.
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Reason, Standing
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.about import Limits, is_inside
from lantu.judge.forms.level import base_amount
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.series import exact_amount


def judge_range(case: Case) -> Standing:
    """Decide a range."""
    target = case.target
    if isinstance(target.value, Absence) or target.value_max is None:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    upper = exact_amount(target.value_max, target.value.unit)
    if upper is None:
        return cannot_say(case, Reason.UNIT_DIFFERS)
    low, high = sorted((to_fraction(target.value.amount), upper))
    limits = _open_good_side(low, high, target.direction)
    base = base_amount(target, target.value)
    if base is None or is_inside(base, limits):
        return judge_promise(case, Promise(limits, Comparator.EQUAL), target.value.unit)
    nearer = low if base < low else high
    return judge_promise(case, Promise(limits, Comparator.EQUAL, base, nearer), target.value.unit)


def _open_good_side(low: Fraction, high: Fraction, direction: Direction) -> Limits:
    if direction is Direction.UP:
        return (low, None)
    return (None, high) if direction is Direction.DOWN else (low, high)
