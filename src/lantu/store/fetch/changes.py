"""What became different since a moment: classes of targets, figures that came in, warnings, plans put in force.

In: a moment of recorded time. Out: `Changes`. Left out on purpose: who did it, which the audit chain tells those who may read it.
"""

from dataclasses import dataclass
from datetime import datetime

from lantu.store import models
from lantu.store.fetch.plans import versions_in_force


@dataclass(frozen=True, slots=True)
class ClassMove:
    """A target that went from one class to another; `key` is that of its row in force."""

    key: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that is told.

    Attributes:
        moves: Targets whose class changed, in the order of change.
        first_judged: How many were judged for the first time.
        batches: Files and sheets whose figures came in.
        opened: Warnings opened.
        closed: Warnings closed.
        versions: Versions of plans put in force.
    """

    moves: tuple[ClassMove, ...]
    first_judged: int
    batches: tuple[models.ReturnBatch, ...]
    opened: int
    closed: int
    versions: tuple[models.PlanVersion, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened."""
        return not (self.moves or self.first_judged or self.batches or self.opened or self.closed or self.versions)


def changes_since(moment: datetime) -> Changes:
    """What was recorded since then."""
    moves, first = _find_moves(moment)
    steps = models.WarningStep.objects.filter(recorded_at__gte=moment).order_by()
    versions = models.PlanVersion.objects.filter(read_at__gte=moment).select_related("plan", "plan__place")
    return Changes(
        moves=tuple(moves),
        first_judged=first,
        batches=tuple(models.ReturnBatch.objects.filter(recorded_at__gte=moment, withdrawn_at__isnull=True)),
        opened=steps.filter(step="opened").count(),
        closed=steps.filter(step="closed").count(),
        versions=tuple(versions.order_by("read_at")),
    )


def _find_moves(moment: datetime) -> tuple[list[ClassMove], int]:
    """A target keeps its address through the versions of its plan, and so does its history."""
    fresh = models.StandingRow.objects.filter(recorded_at__gte=moment).order_by("recorded_at", "id")
    now = {address: (klass, key) for address, klass, key in fresh.values_list("target__address", "klass", "target_id")}
    earlier = models.StandingRow.objects.filter(recorded_at__lt=moment, target__address__in=list(now))
    before = dict(earlier.order_by("recorded_at", "id").values_list("target__address", "klass"))
    in_force = set(
        models.PlanTarget.objects.filter(version__in=[v.pk for v in versions_in_force().values()]).values_list(
            "pk", flat=True
        )
    )
    standing = {address: told for address, told in now.items() if told[1] in in_force}
    moves = [
        ClassMove(key, before[address], klass)
        for address, (klass, key) in standing.items()
        if address in before and before[address] != klass
    ]
    return moves, sum(address not in before for address in standing)
