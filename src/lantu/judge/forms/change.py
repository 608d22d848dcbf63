"""A change over the whole period of a level: [7.1] points of 城镇化率, 近视率降低 [5].

The goal is the base plus the change, minus where less is good; the base is the
plan's, or the observed figure of the base year where the plan prints none.
In: a case. Out: a standing. Left out on purpose: relative cuts (`cut`).
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.quantity import Quantity
from lantu.core.standing import Reason, Standing
from lantu.judge.case import Case, cannot_say
from lantu.judge.forms.level import base_amount
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.series import list_known, to_points


def judge_change(case: Case) -> Standing:
    """Decide a change over the period."""
    target = case.target
    if isinstance(target.value, Absence) or target.value.amount <= 0:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    base, version = _find_base(case, target.value)
    if base is None:
        return cannot_say(case, Reason.NO_BASE)
    change = Fraction(target.value.amount)
    goal = base - change if target.direction is Direction.DOWN else base + change
    limits = (None, goal) if target.direction is Direction.DOWN else (goal, None)
    promise = Promise(limits, target.comparator, base, goal, base_version=version)
    return judge_promise(case, promise, target.value.unit)


def _find_base(case: Case, value: Quantity) -> tuple[Fraction | None, str]:
    target = case.target
    printed = base_amount(target, value)
    if printed is not None:
        return printed, target.base.version
    known = list_known(case.values, target.indicator_code, target.place_code, case.as_of)
    points = to_points((v for v in known if v.period.is_full_year and v.period.year == target.base.year), value.unit)
    if isinstance(points, Reason) or not points or not points[-1].is_plain:
        return None, ""
    return points[-1].amount, "observed"
