"""A relative cut over the whole period: 万元地区生产总值用水量降低 [16].

K_t = 1 − Π(1−kᵢ) from yearly cuts, or 1 − x_t/x₀ from levels, held against
1 − (1−K)^(t/n): the cut an equal yearly rate would have made by then.
In: a case. Out: a standing. Left out on purpose: adding yearly cuts up, which
overstates them.

Source: cumulative cut of intensity, cumulative_t = 1 − (1 − cumulative_{t−1})(1 − k_t).
"""

from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason, Standing
from lantu.core.value import Value
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.exact import raise_ratio, to_fraction
from lantu.judge.forms.growth import grow_own
from lantu.judge.growth import PERCENT
from lantu.judge.progress import class_on_the_way, is_satisfied, share_elapsed
from lantu.judge.series import PLAIN, exact_amount, list_known, list_progress

Cut = tuple[Fraction, tuple[Value, ...], str]


def judge_cut(case: Case) -> Standing:
    """Decide a cut over the period."""
    target = case.target
    promised = None if isinstance(target.value, Absence) else exact_amount(target.value, PERCENT)
    if promised is None or not 0 < promised < 100:
        return cannot_say(case, Reason.FORM_NOT_JUDGED)
    progress = list_progress(case)
    if isinstance(progress, Reason):
        return cannot_say(case, progress)
    cuts = {year: cut for year, cut in _list_cuts(case).items() if year <= target.due_year}
    if not cuts:
        return cannot_say(case, Reason.GROWTH_MISSING, progress[-1])
    year = max(cuts)
    return _answer(case, promised / 100, year, cuts[year])


def _list_cuts(case: Case) -> dict[int, Cut]:
    if case.target.kind is not Kind.GROWTH:
        return {year: (1 - g.product, g.used, g.base_version) for year, g in grow_own(case).items()}
    return _chain_cuts(case)


def _chain_cuts(case: Case) -> dict[int, Cut]:
    target = case.target
    known = list_known(case.values, target.indicator_code, target.place_code, case.as_of)
    full = {v.period.year: v for v in known if v.period.is_full_year and v.bound in PLAIN}
    cuts: dict[int, Cut] = {}
    used: tuple[Value, ...] = ()
    left, year = Fraction(1), target.base.year + 1
    while year in full:
        quantity = full[year].quantity
        rate = None if isinstance(quantity, Absence) else exact_amount(quantity, PERCENT)
        if rate is None or rate >= 100:
            break
        left, used = left * (1 - rate / 100), (*used, full[year])
        cuts[year] = (1 - left, used, "")
        year += 1
    return cuts


def _answer(case: Case, promised: Fraction, year: int, cut: Cut) -> Standing:
    target, (reached, used, version) = case.target, cut
    elapsed = share_elapsed(used[-1].period.end, target.base.year, target.due_year)
    if elapsed is None:
        return cannot_say(case, Reason.FORM_NOT_JUDGED, used[-1])
    done, expected = reached / promised, _expected(promised, elapsed) / promised
    strict = target.comparator is Comparator.MORE_THAN
    if is_satisfied(reached, Comparator.MORE_THAN if strict else Comparator.EQUAL, promised, Direction.UP):
        klass = Class.MET
    elif year >= target.due_year:
        klass = Class.MISSED
    else:
        klass = class_on_the_way(done, expected, to_fraction(case.settings.band))
    figures = Figures(used, done=done, elapsed=elapsed, expected=expected, compared=reached * 100, base_version=version)
    return say(case, klass, figures)


def _expected(promised: Fraction, elapsed: Fraction) -> Fraction:
    """1 − (1−K)^elapsed, to 30 places: the exponent is a fraction, so it is not exact."""
    return 1 - to_fraction(raise_ratio(1 - promised, elapsed))
