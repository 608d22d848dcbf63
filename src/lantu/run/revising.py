"""The history of a target's standings, told as what each revision changed.

In: addresses of targets, with their values. Out: revisions as kept, and what the revised base would change. Left out on
purpose: keeping anything.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.value import Value
from lantu.judge.revision import Revision, judge_rebased, list_revisions
from lantu.store.codec import decode
from lantu.store.models import StandingRow


@dataclass(frozen=True, slots=True)
class History:
    """What changed of a target.

    Attributes:
        revisions: Of its standing, oldest first.
        rebased: What the figure now reported for its base year would change, or None.
    """

    revisions: tuple[Revision, ...]
    rebased: Revision | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed and nothing would."""
        return not self.revisions and self.rebased is None


def find_histories(targets: Collection[Target], values: Sequence[Value], as_of: date) -> dict[str, History]:
    """By address; a target keeps its address through the versions of its plan, and so does its history.

    Args:
        targets: Whose.
        values: Of their indicator and place, as known now.
        as_of: The day to speak for.
    """
    rows = StandingRow.objects.filter(target__address__in=[target.id for target in targets])
    kept: dict[str, list[Standing]] = defaultdict(list)
    for address, body in rows.order_by("recorded_at", "id").values_list("target__address", "body"):
        kept[address].append(decode(Standing, body))
    return {
        target.id: History(list_revisions(kept[target.id]), judge_rebased(target, values, as_of=as_of))
        for target in targets
    }
