"""What a revision changed: two standings of one target, and why the later one differs.

In: standings before and after; or a target with values. Out: revisions with their causes; the standing another base would give.
Left out on purpose: whether a change is good.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from lantu.core.absence import Absence
from lantu.core.standing import Standing
from lantu.core.target import Base, Target
from lantu.core.value import Value
from lantu.judge.observed_base import OBSERVED, is_plain
from lantu.judge.series import exact_amount, list_known
from lantu.judge.standing import judge_target


class Cause(StrEnum):
    """Why a standing is another than before."""

    BASE = "base"
    """Another base: another figure, or another version of it."""
    NEWER = "newer"
    """A figure of a later period came in."""
    REVISED = "revised"
    """The figure of the same period was revised, or others that the standing rests on were."""
    SETTLED = "settled"
    """The same figure is no longer preliminary, or has become so."""
    WITHDRAWN = "withdrawn"
    """There is no figure any more, or only one of an earlier period."""
    RULE = "rule"
    """Another rule or tolerance."""
    OTHER = "other"
    """The text of the plan was read anew, or the day of asking decided."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A change of a standing.

    Attributes:
        before: As it was.
        after: As it became.
        causes: All that differs in what it rests on, the base first.
    """

    before: Standing
    after: Standing
    causes: tuple[Cause, ...]

    @property
    def has_moved(self) -> bool:
        """Whether the class is another one."""
        return self.before.klass is not self.after.klass


def explain_revision(before: Standing, after: Standing) -> Revision:
    """Why the later standing is another than the earlier one."""
    causes = [cause for cause, differs in _list_differences(before, after) if differs]
    return Revision(before, after, tuple(causes) or (Cause.OTHER,))


def list_revisions(standings: Sequence[Standing]) -> tuple[Revision, ...]:
    """Each change along a history, oldest first; what only the trend or the panel tells otherwise is none."""
    told = [explain_revision(before, after) for before, after in pairwise(standings)]
    return tuple(revision for revision in told if _rests_differently(revision))


def judge_rebased(target: Target, values: Iterable[Value], *, as_of: date) -> Revision | None:
    """What the figure now reported for the base year would make of a target that rests on the printed one.

    Returns:
        None where the plan prints no base, none is reported, or both are the same.
    """
    values = tuple(values)
    printed = target.base.quantity
    if isinstance(printed, Absence):
        return None
    known = list_known(values, target.indicator_code, target.place_code, as_of)
    own = [v for v in known if v.period.is_full_year and v.period.year == target.base.year and is_plain(v)]
    if not own or isinstance(own[-1].quantity, Absence):
        return None
    if exact_amount(own[-1].quantity, printed.unit) in (None, exact_amount(printed, printed.unit)):
        return None
    base = Base(target.base.year, own[-1].quantity, OBSERVED, own[-1].inputs)
    before = judge_target(target, values, as_of=as_of)
    after = judge_target(replace(target, base=base), values, as_of=as_of)
    if before.base == after.base:
        # growth counts from the reported base already
        return None
    return explain_revision(before, after)


def _list_differences(before: Standing, after: Standing) -> list[tuple[Cause, bool]]:
    rule = (before.method, before.band, before.tolerance, before.form)
    was, now = before.latest, after.latest
    found = [(Cause.BASE, (before.base, before.base_version) != (after.base, after.base_version))]
    if was is None or now is None:
        found += [(Cause.NEWER, was is None and now is not None), (Cause.WITHDRAWN, was is not None and now is None)]
    else:
        is_same = was.period == now.period
        is_other = (was.quantity, was.bound) != (now.quantity, now.bound) or before.compared != after.compared
        found += [
            (Cause.NEWER, now.period.end > was.period.end),
            (Cause.WITHDRAWN, now.period.end < was.period.end),
            (Cause.REVISED, is_same and is_other),
            (Cause.SETTLED, is_same and not is_other and before.is_preliminary != after.is_preliminary),
        ]
    return [*found, (Cause.RULE, rule != (after.method, after.band, after.tolerance, after.form))]


def _rests_differently(revision: Revision) -> bool:
    before, after = revision.before, revision.after
    return (
        revision.has_moved
        or revision.causes != (Cause.OTHER,)
        or (before.done, before.reason) != (after.done, after.reason)
    )
