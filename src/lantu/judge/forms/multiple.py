"""A multiple of a base year's figure: 地区生产总值在2018年基础上翻番, 在2025年基础上再翻一番.

The figure to be reached is the base times the multiple, then it is a level. The base is the observed figure of the year the plan
names, else the one it prints. In: a case. Out: a standing. Left out on purpose: a base year that is still ahead, for which
there is no figure: nothing can be said until it is over.
"""

from dataclasses import replace

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.standing import Reason, Standing
from lantu.core.value import Value
from lantu.judge.case import Case, cannot_say
from lantu.judge.exact import to_fraction
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.observed_base import OBSERVED
from lantu.judge.series import PLAIN, list_known


def judge_multiple(case: Case) -> Standing:
    """Decide a multiple of a base."""
    target = case.target
    if isinstance(target.value, Absence) or target.value.amount <= 1 or target.kind is Kind.GROWTH:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    if target.direction is Direction.DOWN:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    observed = find_base_value(case)
    base = target.base.quantity if observed is None else observed.quantity
    if isinstance(base, Absence):
        return cannot_say(case, Reason.NO_BASE)
    if base.amount <= 0:
        return cannot_say(case, Reason.NO_BASE)
    start = to_fraction(base.amount)
    reached = start * to_fraction(target.value.amount)
    standing = judge_promise(case, Promise((reached, None), target.comparator, start, reached), base.unit)
    if observed is None:
        return replace(standing, base=base)
    inputs = tuple(dict.fromkeys((*observed.inputs, *standing.inputs)))
    return replace(standing, base=base, base_version=OBSERVED, inputs=inputs)


def find_base_value(case: Case) -> Value | None:
    """The plain full-year figure of the base year, or None where none is known."""
    target = case.target
    known = list_known(case.values, target.indicator_code, target.place_code, case.as_of)
    of_year = [v for v in known if v.period.is_full_year and v.period.year == target.base.year and v.bound in PLAIN]
    return of_year[-1] if of_year else None
