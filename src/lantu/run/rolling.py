"""Standings rolled up by plan, part of a plan, department or place.

In: the standings in force, or those of a past day. Out: counts by class and the worst binding targets. Left out on purpose:
keeping them; they follow from the standings.
"""

from datetime import date

from lantu.core.entry import Entry
from lantu.core.target import Target
from lantu.judge.rollup import Member, RollUp, roll_up
from lantu.run.judging import judge_known
from lantu.store.codec import decode
from lantu.store.known import known_definitions, known_places
from lantu.store.models import PlanTarget

BY = ("plan", "group", "department", "place")
"""What targets can be counted by."""


def roll_up_known(by: str, day: date) -> tuple[RollUp, ...]:
    """Targets in force, judged as of a day, counted by one of BY.

    Raises:
        ValueError: If they cannot be counted by that.
    """
    if by not in BY:
        raise ValueError(f"targets are counted by {', '.join(BY)}, not by {by!r}")
    owners = {definition.code: definition.owner for definition in known_definitions()}
    places = {place.code: place.name for place in known_places()}
    judged = list(judge_known(day))
    rows = PlanTarget.objects.select_related("version__plan", "entry").in_bulk([key for key, _, _ in judged])

    def name(key: int, target: Target) -> str:
        if by == "plan":
            return str(rows[key].version.plan.title)
        if by == "department":
            return owners.get(target.indicator_code, "")
        if by == "place":
            return places.get(target.place_code, target.place_code)
        return decode(Entry, rows[key].entry.body).category

    return roll_up(Member(name(key, target), target, standing) for key, target, standing in judged)
