"""What level, threshold, about, range and change have in common.

In: a case and the promise as a limit, with or without a way to go. Out: a standing.
Left out on purpose: where the limit comes from, which differs from form to form.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from lantu.core.absence import Absence
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.quantity import Unit
from lantu.core.standing import Class, Reason, Standing
from lantu.judge.case import Case, Figures, cannot_say, say
from lantu.judge.exact import to_fraction
from lantu.judge.progress import (
    class_against_threshold,
    class_on_the_way,
    is_bound_enough,
    is_satisfied,
    share_done,
    share_elapsed,
)
from lantu.judge.series import Point, list_progress, pick_latest, pick_part_of_year, to_points


@dataclass(frozen=True, slots=True)
class Promise:
    """A limit to be reached or held.

    Attributes:
        limits: Lowest and highest figure that keeps it; None where that side is open.
        comparator: Whether the limit itself counts.
        base: Where the way begins, or None where the limit is to be held.
        goal: Where the way ends, or None.
        tolerance: Share of the figure by which the limit was widened, or None.
    """

    limits: tuple[Fraction | None, Fraction | None]
    comparator: Comparator
    base: Fraction | None = None
    goal: Fraction | None = None
    tolerance: Decimal | None = None

    def is_kept(self, point: Point) -> bool | None:
        """Whether a figure keeps the promise; None where it is a limit that does not say."""
        low, high = self.limits
        if point.is_plain:
            if low is not None and not is_satisfied(point.amount, self.comparator, low, Direction.UP):
                return False
            return high is None or is_satisfied(point.amount, self.comparator, high, Direction.DOWN)
        bound = point.value.bound
        sides = [(limit, way) for limit, way in ((low, Direction.UP), (high, Direction.DOWN)) if limit is not None]
        kept = all(is_bound_enough(bound, point.amount, self.comparator, limit, way) for limit, way in sides)
        return True if kept else None


def judge_promise(case: Case, promise: Promise, unit: Unit) -> Standing:
    """Decide a promise by the latest full year, or by part of a year that already reached it."""
    progress = list_progress(case)
    if isinstance(progress, Reason):
        return cannot_say(case, progress)
    points = to_points(progress, unit)
    if isinstance(points, Reason):
        return cannot_say(case, points, progress[-1])
    full = pick_latest(points, case.target.due_year)
    part = pick_part_of_year(points, case, full)
    if part is not None and promise.limits[1] is None and promise.is_kept(part):
        return _answer(case, promise, part, is_kept=True)
    if full is None:
        return cannot_say(case, Reason.NO_FULL_YEAR, progress[-1])
    is_kept = promise.is_kept(full)
    if is_kept is None:
        return cannot_say(case, Reason.ONLY_A_BOUND, full.value)
    return _answer(case, promise, full, is_kept=is_kept)


def _answer(case: Case, promise: Promise, point: Point, *, is_kept: bool) -> Standing:
    target = case.target
    elapsed = share_elapsed(point.value.period.end, target.base.year, target.due_year)
    done = _share_done(promise, point)
    is_due = point.year >= target.due_year
    has_no_base = isinstance(target.base.quantity, Absence) and not target.is_yearly
    if promise.goal is None and has_no_base and not is_kept and not is_due:
        # without a base nobody knows whether the promise was to be held or to be reached by the due year
        return cannot_say(case, Reason.NO_BASE, point.value)
    if promise.goal is None:
        klass = class_against_threshold(is_kept=is_kept, is_due=is_due)
    elif is_kept:
        klass = Class.MET
    elif is_due or elapsed is None or done is None:
        # without a time between base and due year every year after the base is due
        klass = Class.MISSED
    else:
        klass = class_on_the_way(done, elapsed, to_fraction(case.settings.band))
    note = "" if point.value.period.is_full_year else f"{point.value.period}：不足一年的累计数"
    figures = Figures(
        (point.value,),
        done=done,
        elapsed=elapsed,
        tolerance=promise.tolerance,
        note=note,
    )
    return say(case, klass, figures)


def _share_done(promise: Promise, point: Point) -> Fraction | None:
    if promise.base is None or promise.goal is None or not point.is_plain:
        return None
    return share_done(promise.base, point.amount, promise.goal)
