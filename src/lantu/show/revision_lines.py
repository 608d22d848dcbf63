"""What revisions changed, in words: class and share before and after, with the reason.

In: a history. Out: lines. Left out on purpose: deciding what changed (`judge.revision`).
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.absence import Absence
from lantu.core.standing import Standing
from lantu.judge.observed_base import OBSERVED
from lantu.judge.revision import Cause, Revision
from lantu.run.revising import History
from lantu.show.numbers import write_date, write_period, write_quantity, write_share
from lantu.show.words import CLASSES, word_for

CAUSES: dict[str, Any] = {
    Cause.BASE: gettext_lazy("换用另一个基期数"),
    Cause.NEWER: gettext_lazy("有了更新时期的数"),
    Cause.REVISED: gettext_lazy("数值修订"),
    Cause.SETTLED: gettext_lazy("初步与最终的变化"),
    Cause.WITHDRAWN: gettext_lazy("数值撤回"),
    Cause.RULE: gettext_lazy("规则或容差不同"),
    Cause.OTHER: gettext_lazy("规划文本或判断日期不同"),
}


@dataclass(frozen=True, slots=True)
class StandingCell:
    """One side of a change."""

    klass: str
    word: str
    is_preliminary: bool
    figure: str
    base: str
    done: str


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One change, with the day from which it held."""

    day: str
    before: StandingCell
    after: StandingCell
    why: str
    has_moved: bool

    @property
    def cells(self) -> tuple[StandingCell, StandingCell]:
        """Before and after."""
        return self.before, self.after


def build_revisions(history: History) -> tuple[RevisionLine, ...]:
    """Kept changes, the newest first."""
    return tuple(_build_line(revision) for revision in reversed(history.revisions))


def build_rebased(history: History) -> RevisionLine | None:
    """What the reported base would change."""
    return None if history.rebased is None else _build_line(history.rebased)


def name_base(version: str) -> str:
    """Whose base figure it is."""
    if version == "plan":
        return _("规划印出的基期数")
    return _("填报的基期数") if version == OBSERVED else version


def _build_line(revision: Revision) -> RevisionLine:
    return RevisionLine(
        write_date(revision.after.as_of),
        _build_cell(revision.before),
        _build_cell(revision.after),
        _("；").join(word_for(CAUSES, cause) for cause in revision.causes),
        revision.has_moved,
    )


def _build_cell(standing: Standing) -> StandingCell:
    latest = standing.latest
    figure = ""
    if latest is not None and not isinstance(latest.quantity, Absence):
        words = {
            "figure": write_quantity(latest.quantity.amount, latest.quantity.unit.symbol),
            "period": write_period(latest.period),
        }
        figure = _("%(period)s：%(figure)s") % words
    base = ""
    if standing.base is not None:
        words = {
            "figure": write_quantity(standing.base.amount, standing.base.unit.symbol),
            "whose": name_base(standing.base_version),
        }
        base = _("%(figure)s（%(whose)s）") % words
    done = "" if standing.done is None else write_share(standing.done, 1)
    return StandingCell(
        str(standing.klass), word_for(CLASSES, standing.klass), standing.is_preliminary, figure, base, done
    )
