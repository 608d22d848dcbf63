"""Who may do what: the one place that decides, for pages, interfaces and exports.

In: a person or nobody, an action, a place. Out: yes or no. Whatever is not
granted here is refused. Left out on purpose: how people sign in.
"""

from typing import Any

from lantu.store.access import assignments_of, is_public_read, places_above

GRANTS: dict[str, frozenset[str]] = {
    "viewer": frozenset({"read"}),
    "reporter": frozenset({"read", "upload_return"}),
    "reviewer": frozenset({"read", "upload_return"}),
    "planner": frozenset({"read", "upload_plan", "upload_return"}),
    "supervisor": frozenset({"read"}),
    "auditor": frozenset({"read", "read_audit"}),
    "administrator": frozenset({"read", "read_audit", "upload_plan", "upload_return", "manage"}),
}
"""Actions of each role, over the place it is given for and all that lies in it."""

ACTIONS = frozenset().union(*GRANTS.values())
OPEN_ACTIONS = frozenset({"open"})
"""Actions of pages anybody may see: signing in, health, the language switch."""


def may(person: Any, action: str, place_code: str | None = None) -> bool:
    """Whether this person may do this, for this place.

    Args:
        person: A signed-in user, or None or an anonymous one.
        action: One of ACTIONS or OPEN_ACTIONS.
        place_code: The place acted on; None asks whether there is any place at all.

    Raises:
        ValueError: If the action is none we know: a mistake in a page, not a refusal.
    """
    if action in OPEN_ACTIONS:
        return True
    if action not in ACTIONS:
        raise ValueError(f"unknown action {action!r}")
    if action == "read" and is_public_read():
        return True
    if person is None or not getattr(person, "is_authenticated", False):
        return False
    granted = [place for role, place in assignments_of(person) if action in GRANTS.get(role, frozenset())]
    if place_code is None:
        return bool(granted)
    return bool(places_above(place_code) & set(granted))
