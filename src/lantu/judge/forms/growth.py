"""A mean yearly growth: 全员劳动生产率年均增长 7以上.

The mean since the base year against the rate promised: behind below it, on course at
it, ahead a margin above; in the due year met or missed. In: a case. Out: a standing.
Left out on purpose: mending a price basis; figures of another basis are another
indicator.
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason, Standing
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.decide import DOWN_COMPARATORS, UP_COMPARATORS
from lantu.judge.exact import to_fraction
from lantu.judge.forms.about import tolerance_of
from lantu.judge.growth import PERCENT, Grown, list_growth, mean_growth
from lantu.judge.progress import is_satisfied, share_elapsed
from lantu.judge.series import exact_amount, list_known, list_progress


def judge_growth(case: Case) -> Standing:
    """Decide a mean yearly growth."""
    target = case.target
    if isinstance(target.value, Absence):
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    promised = exact_amount(target.value, PERCENT)
    if promised is None:
        return cannot_say(case, Reason.UNIT_DIFFERS)
    progress = list_progress(case)
    if isinstance(progress, Reason):
        return cannot_say(case, progress)
    in_time = {year: g for year, g in grow_own(case).items() if year <= target.due_year}
    if not in_time:
        return cannot_say(case, Reason.GROWTH_MISSING, progress[-1])
    year = max(in_time)
    mean = mean_growth(in_time[year].product, year - target.base.year)
    return say(case, _class_of(case, mean, promised, year), figures_of(case, in_time[year], mean))


def grow_own(case: Case) -> dict[int, Grown]:
    """Growth of the target's own indicator since its base year."""
    target = case.target
    known = list_known(case.values, target.indicator_code, target.place_code, case.as_of)
    return list_growth(known, target.kind, target.base.year, target.base.quantity, target.base.version)


def figures_of(case: Case, grown: Grown, mean: Fraction) -> Figures:
    """What a judgement of growth rests on."""
    elapsed = share_elapsed(grown.used[-1].period.end, case.target.base.year, case.target.due_year)
    is_about = case.target.comparator is Comparator.ABOUT
    return Figures(
        grown.used,
        elapsed=elapsed,
        compared=mean,
        tolerance=tolerance_of(case) if is_about else None,
        base_version=grown.base_version,
    )


def find_growth_way(case: Case) -> Direction:
    """Which way growth is good; up where nothing says otherwise."""
    if case.target.comparator in DOWN_COMPARATORS:
        return Direction.DOWN
    is_down = case.target.direction is Direction.DOWN and case.target.comparator not in UP_COMPARATORS
    return Direction.DOWN if is_down else Direction.UP


def _class_of(case: Case, mean: Fraction, promised: Fraction, year: int) -> Class:
    target = case.target
    way = find_growth_way(case)
    sign = -1 if way is Direction.DOWN else 1
    slack = abs(promised) * to_fraction(tolerance_of(case)) if target.comparator is Comparator.ABOUT else Fraction(0)
    is_kept = is_satisfied(mean, target.comparator, promised - sign * slack, way)
    if year >= target.due_year:
        return Class.MET if is_kept else Class.MISSED
    if not is_kept:
        return Class.BEHIND
    margin = to_fraction(case.settings.growth_margin_points)
    return Class.AHEAD if sign * (mean - promised) >= margin else Class.ON_COURSE
