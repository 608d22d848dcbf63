"""The way of an adjustment 调整修订: asked for, reviewed, approved by whoever approved the plan, and back.

In: a state, a step, a note. Out: the state after it, or why not. Left out on purpose: what is adjusted; and deletion:
an adjustment that is taken back stays in the registry with the steps that say so.
"""

from types import MappingProxyType

from lantu.act.approval import Step

STATES = ("submitted", "reviewed", "approved", "refused", "withdrawn")
ASK, REVIEW, APPROVE = "plan_work", "plan_work", "approve_adjustment"
STEPS = MappingProxyType(
    {
        step.name: step
        for step in (
            Step("withdraw", ("submitted",), "withdrawn", ASK),
            Step("resubmit", ("withdrawn",), "submitted", ASK, undoes=("withdraw",)),
            Step("review", ("submitted",), "reviewed", REVIEW),
            Step("unreview", ("reviewed",), "submitted", REVIEW, undoes=("review",)),
            Step("refuse", ("reviewed",), "refused", APPROVE, needs_note=True),
            Step("unrefuse", ("refused",), "reviewed", APPROVE, undoes=("refuse",)),
            Step("approve", ("reviewed",), "approved", APPROVE, needs_note=True),
            Step("unapprove", ("approved",), "reviewed", APPROVE, needs_note=True, undoes=("approve",)),
        )
    }
)
"""Approving says under which document it was approved; so its note is needed."""


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
