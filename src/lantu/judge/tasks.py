"""How a task stands: its share done beside the share of its time gone, and its milestones.

In: what was accepted of a task. Out: one of the six classes. As with targets, time is that of the data date, not of
today: what nobody has reported yet is not held against anybody. Left out on purpose: weights of milestones; the
department says the share itself and an accepting one agrees.
"""

from decimal import Decimal

from lantu.core.standing import Class, Reason
from lantu.core.task import TaskFacts, TaskStanding

BAND = Decimal("0.10")
WHOLE = Decimal(100)


def judge_task(facts: TaskFacts, band: Decimal = BAND) -> TaskStanding:
    """The standing.

    Args:
        facts: What was accepted.
        band: Half width of "on course", in shares of the whole.
    """
    if facts.done_pct is None or facts.data_date is None:
        return TaskStanding(Class.CANNOT_SAY, Reason.NO_VALUE, band=band)
    done, elapsed = facts.done_pct / WHOLE, _share_elapsed(facts)
    late = tuple(w.name for w in facts.waypoints if w.due_on <= facts.data_date and w.reached_on is None)
    is_all_reached = all(w.reached_on is not None for w in facts.waypoints)
    if facts.done_pct >= WHOLE and is_all_reached:
        klass = Class.MET
    elif facts.data_date >= facts.due_on:
        klass = Class.MISSED
    elif late or done < elapsed - band:
        klass = Class.BEHIND
    elif done > elapsed + band:
        klass = Class.AHEAD
    else:
        klass = Class.ON_COURSE
    return TaskStanding(klass, Reason.NONE, done, elapsed, facts.data_date, late, band)


def _share_elapsed(facts: TaskFacts) -> Decimal:
    """Days gone at the data date, both ends counted, in shares of all; at least 0, at most 1."""
    if facts.data_date is None or facts.data_date < facts.starts_on:
        return Decimal(0)
    gone = (facts.data_date - facts.starts_on).days + 1
    return min(Decimal(1), Decimal(gone) / ((facts.due_on - facts.starts_on).days + 1))
