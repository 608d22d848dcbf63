"""Growth set against another indicator's: 高于地区生产总值年均增长, 与经济增长基本同步.

Means of the same years of both, from the base year. 高于 is kept when greater; 同步
when not more than the tolerance below. In: a case. Out: a standing.
Left out on purpose: choosing the partner and its price basis (`check.partner`).
"""

from fractions import Fraction

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction
from lantu.core.standing import Class, Reason, Standing
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.decide import DOWN_COMPARATORS, UP_COMPARATORS
from lantu.judge.exact import to_fraction
from lantu.judge.forms.growth import figures_of, grow_own
from lantu.judge.growth import Grown, list_growth, mean_growth
from lantu.judge.progress import class_against_threshold, is_satisfied
from lantu.judge.series import list_known


def judge_relative(case: Case) -> Standing:
    """Decide growth relative to another indicator."""
    target = case.target
    own = {year: g for year, g in grow_own(case).items() if year <= target.due_year}
    if not own:
        return cannot_say(case, Reason.GROWTH_MISSING)
    partner = _grow_partner(case)
    common = own.keys() & partner.keys()
    if not common:
        return cannot_say(case, Reason.PARTNER_MISSING, own[max(own)].used[-1])
    year = max(common)
    count = year - target.base.year
    mine, theirs = mean_growth(own[year].product, count), mean_growth(partner[year].product, count)
    return say(case, _class_of(case, mine, theirs, year), _figures(case, own[year], partner[year], mine, theirs))


def _grow_partner(case: Case) -> dict[int, Grown]:
    target = case.target
    known = list_known(case.partner_values, target.relative_to, target.place_code, case.as_of)
    nothing = Absence(AbsenceKind.NOT_STATED)
    return list_growth(known, target.partner_kind, target.base.year, nothing, "")


def _figures(case: Case, own: Grown, partner: Grown, mine: Fraction, theirs: Fraction) -> Figures:
    alone = figures_of(case, own, mine)
    # the own latest value stays last: it is the one shown
    used = (*partner.used, *own.used)
    return Figures(used, elapsed=alone.elapsed, compared=mine, partner_compared=theirs, base_version=alone.base_version)


def _class_of(case: Case, mine: Fraction, theirs: Fraction, year: int) -> Class:
    comparator, is_due = case.target.comparator, year >= case.target.due_year
    if comparator in (*UP_COMPARATORS, *DOWN_COMPARATORS):
        way = Direction.UP if comparator in UP_COMPARATORS else Direction.DOWN
        return class_against_threshold(is_kept=is_satisfied(mine, comparator, theirs, way), is_due=is_due)
    tolerance = to_fraction(case.settings.sync_tolerance_points)
    is_kept = mine >= theirs - tolerance
    if not is_due and mine > theirs + tolerance:
        return Class.AHEAD
    return class_against_threshold(is_kept=is_kept, is_due=is_due)
