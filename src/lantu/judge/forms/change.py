"""A change over the whole period of a level: [7.1] points of 城镇化率, 近视率降低 [5].

The goal is the base plus the change, minus where less is good. Where the plan prints
no base, the case comes with the observed one (`judge.observed_base`).
In: a case. Out: a standing. Left out on purpose: relative cuts (`cut`).
"""

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.standing import Reason, Standing
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.level import base_amount
from lantu.judge.forms.promise import Promise, judge_promise


def judge_change(case: Case) -> Standing:
    """Decide a change over the period."""
    target = case.target
    if isinstance(target.value, Absence) or target.value.amount <= 0:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    base = base_amount(target, target.value)
    if base is None:
        return cannot_say(case, Reason.NO_BASE)
    change = to_fraction(target.value.amount)
    goal = base - change if target.direction is Direction.DOWN else base + change
    limits = (None, goal) if target.direction is Direction.DOWN else (goal, None)
    return judge_promise(case, Promise(limits, target.comparator, base, goal), target.value.unit)
