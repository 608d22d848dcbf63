"""How late something is, and who has to hear of it.

In: the last day, today. Out: working days left and a level. Left out on purpose: sending word; the outbox does.
"""

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from lantu.act.deadlines import count_working_days

SOON_DAYS = 3
SHEET_SOON_DAYS = 5
"""Working days before the last day from which on a case, and a return, is called due soon."""
LEVELS = ((1, "urge"), (5, "notify"), (10, "interview"))
"""Working days after the last day from which a level holds: 催办 to the department, 通报 to its head and the
supervision office, 约谈. Customary steps, no law's; the page prints them beside the level."""

CASE_AUDIENCES = MappingProxyType(
    {
        "soon": ("handle_case",),
        "urge": ("handle_case",),
        "notify": ("handle_case", "supervise"),
        "interview": ("handle_case", "supervise", "plan_work"),
    }
)
SHEET_AUDIENCES = MappingProxyType(
    {
        "soon": ("fill_return",),
        "urge": ("fill_return",),
        "notify": ("fill_return", "review_return", "accept_return"),
        "interview": ("fill_return", "review_return", "accept_return", "supervise"),
    }
)
"""Who hears of each level: those who may take the action named, over what is late. Messages and 今日工作 both ask here."""
WORK_AUDIENCES = MappingProxyType(
    {
        "soon": ("report_task",),
        "urge": ("report_task",),
        "notify": ("report_task", "supervise"),
        "interview": ("report_task", "supervise", "plan_work"),
    }
)
"""The same for tasks, their milestones, and projects."""
HEARD_BY_HEADS = frozenset({"notify", "interview"})
"""Levels that the heads of the late department hear of too: its own, whoever answers for it, and its upper one's."""


@dataclass(frozen=True, slots=True)
class Lateness:
    """How a deadline stands.

    Attributes:
        days_left: Working days; negative where it is past.
        level: 0 where it is not past, else the number of the highest level reached.
        name: Of that level, "soon" shortly before the last day, else "".
    """

    days_left: int
    level: int
    name: str


def find_lateness(
    due_on: date, today: date, levels: tuple[tuple[int, str], ...] = LEVELS, soon: int = SOON_DAYS
) -> Lateness:
    """How a deadline stands today."""
    left = count_working_days(today, due_on)
    # A last day on a weekend is past on the next day, though no working day has gone by.
    late = max(-left, 1) if today > due_on else 0
    reached = [name for days, name in levels if late >= days]
    if reached:
        return Lateness(min(left, 0), len(reached), reached[-1])
    return Lateness(left, 0, "soon" if left <= soon else "")
