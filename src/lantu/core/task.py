"""A task of a plan as it is judged: its days, its milestones, what was reported of it; and how it stands.

In: nothing (nouns only). Out: what `judge` decides on and gives. Left out on purpose: departments and approval.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lantu.core.standing import Class, Reason


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A milestone.

    Attributes:
        name: What is to be reached.
        due_on: By when.
        reached_on: Last day of the period for which it was first accepted as reached, or None.
    """

    name: str
    due_on: date
    reached_on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """What is known of a task at a moment.

    Attributes:
        starts_on: First day.
        due_on: Last day.
        waypoints: Its milestones.
        done_pct: Share done as last accepted, 0 to 100, or None where nothing was.
        data_date: Last day of the period that share was accepted for, or None.
    """

    starts_on: date
    due_on: date
    waypoints: tuple[Waypoint, ...] = ()
    done_pct: Decimal | None = None
    data_date: date | None = None


@dataclass(frozen=True, slots=True)
class TaskStanding:
    """How a task stands.

    Attributes:
        klass: The answer.
        reason: Why nothing can be said, where so.
        done: Share done, 0 to 1, or None.
        elapsed: Share of the time gone at the data date, or None.
        data_date: As in the facts.
        late: Names of milestones past their day at the data date and not reached.
        band: Half width of "on course", as used.
    """

    klass: Class
    reason: Reason = Reason.NONE
    done: Decimal | None = None
    elapsed: Decimal | None = None
    data_date: date | None = None
    late: tuple[str, ...] = ()
    band: Decimal = Decimal("0.10")
