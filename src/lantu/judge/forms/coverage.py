"""A coverage or a clearing: 5G信号实现全覆盖, 劣五类断面清零.

全覆盖 is reached at 100 %, 清零 at zero; which of the two was read off the words when the target was made. The due year decides
met or missed; before that the promise is met once reached, and otherwise on its way from the base where one is known.
In: a case. Out: a standing. Left out on purpose: 基本全覆盖; no text says how much that is.
"""

from dataclasses import replace

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.standing import Reason, Standing
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.level import base_amount
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.observed_base import OBSERVED


def judge_coverage(case: Case) -> Standing:
    """Decide a coverage or a clearing."""
    target = case.target
    if isinstance(target.value, Absence):
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    limit = to_fraction(target.value.amount)
    is_clearing = target.direction is Direction.DOWN or limit == 0
    limits = (None, limit) if is_clearing else (limit, None)
    base = base_amount(target, target.value)
    is_short = base is not None and (base > limit if is_clearing else base < limit)
    promise = Promise(limits, target.comparator, base if is_short else None, limit if is_short else None)
    standing = judge_promise(case, promise, target.value.unit)
    is_observed = base is not None and target.base.version == OBSERVED
    return replace(standing, base_version=OBSERVED) if is_observed else standing
