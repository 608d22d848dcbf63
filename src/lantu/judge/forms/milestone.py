"""A milestone: 2023年底前建成嘉兴机场航站楼. Reached by a day, or not.

What is reported is the share of the work done, 100 % when it stands. The first report of all of it decides: within the due
year met, later missed; a milestone once reached stays reached. Before that the share is held against the share of time gone.
In: a case. Out: a standing. Left out on purpose: days within the due year (年底前 is its last day), and which works weigh
how much; who reports the share has weighed them.
"""

from dataclasses import replace
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.observation import Status
from lantu.core.standing import Class, Reason, Standing
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.exact import to_fraction
from lantu.judge.progress import class_on_the_way, share_elapsed
from lantu.judge.series import Point, list_known, to_points

LATE = "到期以后才报告完成"


def judge_milestone(case: Case) -> Standing:
    """Decide a milestone."""
    target = case.target
    if isinstance(target.value, Absence) or target.value.amount <= 0:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    known = list_known(case.values, target.indicator_code, target.place_code, case.as_of)
    if not known:
        has_later = any(v.indicator_code == target.indicator_code for v in case.values)
        return cannot_say(case, Reason.DATE_AFTER_AS_OF if has_later else Reason.NO_VALUE)
    points = to_points(known, target.value.unit)
    if isinstance(points, Reason):
        return cannot_say(case, points, known[-1])
    plain = [point for point in points if point.is_plain]
    if not plain:
        return cannot_say(case, Reason.ONLY_A_BOUND, known[-1])
    whole = to_fraction(target.value.amount)
    reached = next((point for point in plain if point.amount >= whole), None)
    return _answer(case, whole, reached or plain[-1], is_reached=reached is not None)


def _answer(case: Case, whole: Fraction, point: Point, *, is_reached: bool) -> Standing:
    target = case.target
    done = point.amount / whole
    elapsed = share_elapsed(point.value.period.end, target.base.year, target.due_year)
    is_after = point.year > target.due_year
    is_due = is_after or (point.value.period.end.month, point.value.period.end.day) == (12, 31)
    if is_reached:
        klass = Class.MISSED if is_after else Class.MET
    elif point.year >= target.due_year and is_due:
        klass = Class.MISSED
    elif elapsed is None:
        return cannot_say(case, Reason.NO_BASE, point.value)
    else:
        klass = class_on_the_way(done, elapsed, to_fraction(case.settings.band))
    note = LATE if is_reached and is_after else ""
    standing = say(case, klass, Figures((point.value,), done=done, elapsed=elapsed, note=note))
    # a state on a day is no part of a year's figure
    is_open = point.value.status is Status.PRELIMINARY
    return replace(standing, is_preliminary=is_open, is_part_of_year=False)
