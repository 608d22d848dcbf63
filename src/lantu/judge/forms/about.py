"""A level said with 左右: 常住人口城镇化率 75左右, 城镇调查失业率 5.5左右.

Reached within the tolerance or on the good side of it. From a base outside it is a
level with that tolerance; without a base, or from a base inside, it is to be held.
In: a case. Out: a standing. Left out on purpose: an official width of 左右; there is
none, so the tolerance is a setting and printed.
"""

from decimal import Decimal
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Reason, Standing
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.level import base_amount
from lantu.judge.forms.promise import Promise, judge_promise

Limits = tuple[Fraction | None, Fraction | None]


def judge_about(case: Case) -> Standing:
    """Decide a level said with 左右."""
    target = case.target
    if isinstance(target.value, Absence):
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    tolerance = tolerance_of(case)
    goal = to_fraction(target.value.amount)
    limits = widen(goal, tolerance, target.direction)
    base = base_amount(target, target.value)
    is_way = base is not None and not is_inside(base, limits)
    promise = Promise(limits, Comparator.EQUAL, base if is_way else None, goal if is_way else None, tolerance)
    return judge_promise(case, promise, target.value.unit)


def tolerance_of(case: Case) -> Decimal:
    """The target's own tolerance, else the setting; zero is a tolerance."""
    own = case.target.tolerance
    return case.settings.about_tolerance if own is None else own


def widen(goal: Fraction, tolerance: Decimal, direction: Direction) -> Limits:
    """The figures that count as about the goal; the good side is open."""
    slack = abs(goal) * to_fraction(tolerance)
    low, high = goal - slack, goal + slack
    if direction is Direction.UP:
        return (low, None)
    return (None, high) if direction is Direction.DOWN else (low, high)


def is_inside(amount: Fraction, limits: Limits) -> bool:
    """Whether an amount lies within the limits, ends included."""
    low, high = limits
    return (low is None or amount >= low) and (high is None or amount <= high)
