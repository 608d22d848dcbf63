"""A sum over the whole period: 城镇新增就业 [50] 万人.

The sum of the full years so far against the promise times the share of time gone.
In: a case. Out: a standing. Left out on purpose: years with a gap before them; a
sum with a hole in it says less than it seems to.
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason, Standing
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.exact import to_fraction
from lantu.judge.progress import class_on_the_way, is_satisfied, share_elapsed
from lantu.judge.series import Point, list_progress, pick_part_of_year, to_points


def judge_total(case: Case) -> Standing:
    """Decide a sum over the period."""
    target = case.target
    if isinstance(target.value, Absence) or target.value.amount <= 0 or target.due_year <= target.base.year:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    progress = list_progress(case)
    if isinstance(progress, Reason):
        return cannot_say(case, progress)
    points = to_points(progress, target.value.unit)
    if isinstance(points, Reason):
        return cannot_say(case, points, progress[-1])
    counted = _count_years(case, points)
    if not counted:
        return cannot_say(case, Reason.NO_FULL_YEAR, progress[-1])
    return _answer(case, to_fraction(target.value.amount), counted)


def _count_years(case: Case, points: list[Point]) -> list[Point]:
    """Full years without a gap from the base; then part of a year, if that reaches the sum."""
    target = case.target
    full = {p.year: p for p in points if p.value.period.is_full_year and p.is_plain}
    counted: list[Point] = []
    for year in range(target.base.year + 1, target.due_year + 1):
        if year not in full:
            break
        counted.append(full[year])
    part = pick_part_of_year(points, case, counted[-1] if counted else None)
    last = counted[-1].year if counted else target.base.year
    if part is not None and part.is_plain and part.year == last + 1:
        total = sum((p.amount for p in (*counted, part)), Fraction(0))
        if not isinstance(target.value, Absence) and total >= to_fraction(target.value.amount):
            counted.append(part)
    return counted


def _answer(case: Case, promised: Fraction, counted: list[Point]) -> Standing:
    target, last = case.target, counted[-1]
    total = sum((p.amount for p in counted), Fraction(0))
    elapsed = share_elapsed(last.value.period.end, target.base.year, target.due_year)
    done = total / promised
    comparator = Comparator.MORE_THAN if target.comparator is Comparator.MORE_THAN else Comparator.EQUAL
    if is_satisfied(total, comparator, promised, Direction.UP):
        klass = Class.MET
    elif last.year >= target.due_year or elapsed is None:
        klass = Class.MISSED
    else:
        klass = class_on_the_way(done, elapsed, to_fraction(case.settings.band))
    used = tuple(p.value for p in counted)
    return say(case, klass, Figures(used, done=done, elapsed=elapsed, compared=total))
