"""The way of an adjustment."""

import pytest

from lantu.act.adjusting import STATES, STEPS, find_refusal, steps_from


@pytest.mark.parametrize(
    ("state", "step", "note", "code"),
    [
        ("submitted", "review", "", ""),
        ("submitted", "approve", "批文1号", "state"),
        ("reviewed", "approve", "", "note"),
        ("reviewed", "approve", "批文1号", ""),
        ("approved", "unapprove", " ", "note"),
        ("submitted", "nonsense", "", "unknown"),
    ],
)
def test_refusals(state: str, step: str, note: str, code: str) -> None:
    assert find_refusal(state, step, note) == code


def test_each_step_has_a_way_back() -> None:
    for step in STEPS.values():
        assert {step.after, *step.before} <= set(STATES)
        back = [s for s in STEPS.values() if step.name in s.undoes] or [STEPS[name] for name in step.undoes]
        assert any(step.after in s.before and s.after in step.before for s in back)
    assert {s.name for s in steps_from("reviewed")} == {"unreview", "refuse", "approve"}
