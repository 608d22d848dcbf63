"""The arrow from people's word on names to plans that are judged by it.

In: a place. Out: a further version of each plan in it whose targets mean other
indicators now, and fresh standings. Left out on purpose: keeping the word itself.
"""

from lantu.core.place import walk_up
from lantu.run.judging import judge_all
from lantu.run.reviewing import put_in_force
from lantu.store.fetch.plans import list_plans
from lantu.store.fetch.reviews import newest_reading
from lantu.store.known import known_places


def apply_names(place_code: str, *, by: str) -> int:
    """Put the names in force for every plan of the place and below. Returns how many plans changed."""
    known = {place.code: place for place in known_places()}
    inside = [plan for plan in list_plans() if place_code in (p.code for p in walk_up(plan.place_id, known))]
    readings = [reading for plan in inside if (reading := newest_reading(plan.pk)) is not None]
    changed = sum(put_in_force(reading.pk, by=by) is not None for reading in readings)
    if changed:
        judge_all(by=by)
    return changed
