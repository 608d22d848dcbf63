"""The way of a case 督办事项: who takes which step from where, what it changes, and which step takes it back.

In: the steps of a case that hold, and a move. Out: the steps that hold after it, or why not. A counter-step takes back
the last step that holds and nothing else, so that the case stands exactly as before. Left out on purpose: people; each
step names the action that somebody must be allowed, over the case's place or over its department.
"""

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

STATES = ("opened", "assigned", "accepted", "answered", "returned", "closed", "cancelled")
ENDED = frozenset({"closed", "cancelled"})
"""States in which nobody has to do anything."""
WAITING_FOR_DEPARTMENT = frozenset({"assigned", "accepted", "returned"})
SUPERVISE, HANDLE = "supervise", "handle_case"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a case says at a moment.

    Attributes:
        state: One of STATES.
        department: Code of the department that has to act, or "".
        due_on: Last day to act, or None while nobody has to.
        is_due_exact: Whether holidays were known when the day was counted.
        asked_until: The day an extension was asked for and not decided yet, or None.
    """

    state: str
    department: str = ""
    due_on: date | None = None
    is_due_exact: bool = True
    asked_until: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether anybody still has to do anything."""
        return self.state not in ENDED


@dataclass(frozen=True, slots=True)
class Held:
    """A step that holds, and what the case says since."""

    step: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Move:
    """What somebody does with a case.

    Attributes:
        step: Name of a step or of a counter-step.
        note: Why, or what was done.
        department: For assigning.
        until: The last day: set, asked for or granted.
        is_until_exact: Whether holidays were known when that day was counted.
    """

    step: str
    note: str = ""
    department: str = ""
    until: date | None = None
    is_until_exact: bool = True


@dataclass(frozen=True, slots=True)
class Step:
    """One step and the counter-step that takes it back.

    Attributes:
        name: Its code.
        before: States it starts from.
        after: The state it leads to; "" leaves the state as it is.
        action: What whoever takes it, or takes it back, must be allowed to do.
        counter: Name of its counter-step.
        needs_note: Whether it must say why.
        needs_asked: Whether an extension must be waiting for a decision (True) or must not (False).
        is_counter_noted: Whether taking it back must say why.
    """

    name: str
    before: tuple[str, ...]
    after: str
    action: str
    counter: str
    needs_note: bool = False
    needs_asked: bool = False
    is_counter_noted: bool = False


OPEN = "open"
STEPS = MappingProxyType(
    {
        step.name: step
        for step in (
            Step("assign", ("opened",), "assigned", SUPERVISE, "recall"),
            Step("decline", ("assigned",), "opened", HANDLE, "undecline", needs_note=True),
            Step("accept", ("assigned",), "accepted", HANDLE, "unaccept"),
            Step("ask_extension", ("accepted", "returned"), "", HANDLE, "withdraw_ask", needs_note=True),
            Step("grant_extension", ("accepted", "returned"), "", SUPERVISE, "ungrant", needs_asked=True),
            Step(
                "refuse_extension", ("accepted", "returned"), "", SUPERVISE, "unrefuse",
                needs_note=True, needs_asked=True,
            ),
            Step("answer", ("accepted", "returned"), "answered", HANDLE, "withdraw_answer", needs_note=True),
            Step("send_back", ("answered",), "returned", SUPERVISE, "keep", needs_note=True),
            Step("close", ("answered",), "closed", SUPERVISE, "reopen", is_counter_noted=True),
            Step("cancel", ("opened",), "cancelled", SUPERVISE, "restore", needs_note=True),
        )
    }
)  # fmt: skip
COUNTERS = MappingProxyType({step.counter: step for step in STEPS.values()})
"""The step that each counter-step takes back."""


def open_case() -> tuple[Held, ...]:
    """The steps that hold of a case nobody has touched."""
    return (Held(OPEN, Facts("opened")),)


def find_refusal(held: tuple[Held, ...], move: Move) -> str:
    """Why a move cannot be made: unknown, state, note, department or date; "" where it can."""
    if move.step in COUNTERS:
        undone = COUNTERS[move.step]
        if held[-1].step != undone.name:
            return "state"
        return "note" if undone.is_counter_noted and not move.note.strip() else ""
    step, now = STEPS.get(move.step), held[-1].facts
    if step is None:
        return "unknown"
    if now.state not in step.before or (now.asked_until is not None) != step.needs_asked:
        return "state"
    if step.needs_note and not move.note.strip():
        return "note"
    if step.name == "assign" and not move.department:
        return "department"
    return "" if _is_day_good(step.name, now, move.until) else "date"


def _is_day_good(step: str, now: Facts, until: date | None) -> bool:
    if step == "assign":
        return until is not None
    if step == "ask_extension":
        return until is not None and (now.due_on is None or until > now.due_on)
    if step in ("grant_extension", "send_back") and until is not None:
        return now.due_on is None or until >= now.due_on
    return True


def make_move(held: tuple[Held, ...], move: Move) -> tuple[Held, ...]:
    """The steps that hold after a move.

    Raises:
        ValueError: If the move cannot be made.
    """
    if code := find_refusal(held, move):
        raise ValueError(f"{move.step} is not possible: {code}")
    if move.step in COUNTERS:
        return held[:-1]
    step, now = STEPS[move.step], held[-1].facts
    return (*held, Held(step.name, _change(step, now, move)))


def _change(step: Step, now: Facts, move: Move) -> Facts:
    after = replace(now, state=step.after or now.state)
    if step.name == "assign":
        return replace(after, department=move.department, due_on=move.until, is_due_exact=move.is_until_exact)
    if step.name == "decline":
        return Facts("opened")
    if step.name == "ask_extension":
        return replace(after, asked_until=move.until)
    if step.name == "refuse_extension":
        return replace(after, asked_until=None)
    if step.name == "grant_extension":
        return replace(after, due_on=move.until or now.asked_until, is_due_exact=move.is_until_exact, asked_until=None)
    if step.name == "send_back" and move.until is not None:
        return replace(after, due_on=move.until, is_due_exact=move.is_until_exact)
    return after


def steps_from(held: tuple[Held, ...]) -> tuple[Step, ...]:
    """The steps that can be taken now, if they say what they must."""
    now = held[-1].facts
    return tuple(
        step
        for step in STEPS.values()
        if now.state in step.before and (now.asked_until is not None) == step.needs_asked
    )


def counter_from(held: tuple[Held, ...]) -> Step | None:
    """The step that can be taken back now, or None where a case was only opened."""
    return STEPS.get(held[-1].step)
