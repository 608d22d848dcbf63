"""What changed since yesterday, as the overview tells it.

In: the registry since yesterday's midnight in China. Out: lines that lead to what they tell of. Left out on purpose: who did it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lantu.show.target_filter import ListedTarget
from lantu.show.titles import plan_title
from lantu.show.words import CLASSES, word_for
from lantu.store.fetch.changes import Changes, changes_since

MOST = 5
"""Targets and files named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Move:
    """A target that stands in another class than before."""

    name: str
    place: str
    href: str
    before: str
    before_word: str
    after: str
    after_word: str


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, with the page it speaks of."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class DayChanges:
    """All that is told of one and a half days."""

    since: datetime
    moves: tuple[Move, ...]
    more_moves: int
    told: tuple[Told, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.moves and not self.told


def tell_changes(targets: Sequence[ListedTarget], *, is_all: bool = True) -> DayChanges:
    """Since the beginning of yesterday.

    Args:
        targets: Those the reader may see.
        is_all: Whether these are all: counts and files of the whole registry are not for those who see a part.
    """
    since = timezone.make_aware(datetime.combine(timezone.localdate() - timedelta(days=1), time.min))
    found = changes_since(since)
    moves = _name_moves(found, {t.row.key: t for t in targets})
    return DayChanges(since, tuple(moves[:MOST]), max(0, len(moves) - MOST), tuple(_tell(found)) if is_all else ())


def _name_moves(found: Changes, targets: Mapping[int, ListedTarget]) -> list[Move]:
    return [
        Move(
            name=targets[move.key].name,
            place=targets[move.key].place,
            href=f"{reverse('targets')}?place={targets[move.key].row.place_code}#t-{move.key}",
            before=move.before,
            before_word=word_for(CLASSES, move.before),
            after=move.after,
            after_word=word_for(CLASSES, move.after),
        )
        for move in found.moves
        if move.key in targets
    ]


def _tell(found: Changes) -> list[Told]:
    told = []
    if found.first_judged:
        told.append(Told(_("首次判断 %(n)s 项目标") % {"n": found.first_judged}, reverse("targets")))
    for batch in found.batches[:MOST]:
        words = _("%(name)s：收下 %(n)s 个数") % {"name": batch.name, "n": batch.rows_kept}
        told.append(Told(words, reverse("return", args=[batch.pk])))
    if len(found.batches) > MOST:
        told.append(Told(_("另有 %(n)s 份填报") % {"n": len(found.batches) - MOST}, reverse("returns")))
    if found.opened:
        told.append(Told(_("发布预警 %(n)s 条") % {"n": found.opened}, reverse("warnings")))
    if found.closed:
        told.append(Told(_("解除预警 %(n)s 条") % {"n": found.closed}, f"{reverse('warnings')}?state=closed"))
    for version in found.versions[:MOST]:
        words = _("规划生效：%(title)s 第 %(n)s 版") % {"title": plan_title(version.plan), "n": version.number}
        told.append(Told(words, reverse("plan", args=[version.plan_id])))
    return told
