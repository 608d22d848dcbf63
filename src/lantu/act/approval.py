"""The way of a return: who takes which step from which state, and which step undoes which.

In: a state, a step, a note. Out: the state after it, or why not. Left out on purpose: people; each step names the
action that somebody must be allowed, over the return's place or over the accepting one.
"""

from dataclasses import dataclass
from types import MappingProxyType

STATES = ("draft", "submitted", "returned", "reviewed", "accepted", "locked")
EDITABLE = frozenset({"draft", "returned"})
"""States in which figures may be typed."""
COUNTING = frozenset({"accepted", "locked"})
"""States whose figures are measured."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        name: Its code.
        before: States it starts from.
        after: The state it leads to.
        action: What whoever takes it must be allowed to do.
        needs_note: Whether it must say why.
        undoes: The steps it takes back, if it is a counter-step.
    """

    name: str
    before: tuple[str, ...]
    after: str
    action: str
    needs_note: bool = False
    undoes: tuple[str, ...] = ()


STEPS = MappingProxyType(
    {
        step.name: step
        for step in (
            Step("submit", ("draft", "returned"), "submitted", "fill_return"),
            Step("withdraw", ("submitted",), "draft", "fill_return", undoes=("submit",)),
            Step("send_back", ("submitted",), "returned", "review_return", needs_note=True),
            Step("review", ("submitted",), "reviewed", "review_return"),
            Step("unreview", ("reviewed",), "submitted", "review_return", undoes=("review",)),
            Step("refuse", ("reviewed",), "returned", "accept_return", needs_note=True),
            Step("keep", ("returned",), "submitted", "review_return", undoes=("send_back", "refuse")),
            Step("accept", ("reviewed",), "accepted", "accept_return"),
            Step("unaccept", ("accepted",), "reviewed", "accept_return", needs_note=True, undoes=("accept",)),
            Step("lock", ("accepted",), "locked", "accept_return"),
            Step("unlock", ("locked",), "accepted", "accept_return", needs_note=True, undoes=("lock",)),
        )
    }
)


def find_refusal(state: str, step: str, note: str) -> str:
    """Why a step cannot be taken: unknown, state or note; "" where it can."""
    found = STEPS.get(step)
    if found is None:
        return "unknown"
    if state not in found.before:
        return "state"
    if found.needs_note and not note.strip():
        return "note"
    return ""


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that start from a state."""
    return tuple(step for step in STEPS.values() if state in step.before)
