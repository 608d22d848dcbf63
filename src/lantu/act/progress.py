"""The way of a report on a task: one step up, and back.

In: a state, a step, a note. Out: the state after it, or why not. Left out on purpose: a second level of review, as a
return has it; a task's progress is no statistic.
"""

from types import MappingProxyType

from lantu.act.approval import Step

STATES = ("submitted", "returned", "accepted", "withdrawn")
REPORT, ACCEPT = "report_task", "plan_work"
STEPS = MappingProxyType(
    {
        step.name: step
        for step in (
            Step("withdraw", ("submitted",), "withdrawn", REPORT),
            Step("resubmit", ("withdrawn",), "submitted", REPORT, undoes=("withdraw",)),
            Step("send_back", ("submitted",), "returned", ACCEPT, needs_note=True),
            Step("keep", ("returned",), "submitted", ACCEPT, undoes=("send_back",)),
            Step("accept", ("submitted",), "accepted", ACCEPT),
            Step("unaccept", ("accepted",), "submitted", ACCEPT, needs_note=True, undoes=("accept",)),
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
    return "note" if found.needs_note and not note.strip() else ""


def steps_from(state: str) -> tuple[Step, ...]:
    """The steps that start from a state."""
    return tuple(step for step in STEPS.values() if state in step.before)
