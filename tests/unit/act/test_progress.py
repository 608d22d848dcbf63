"""The way of a report on a task."""

import pytest

from lantu.act.progress import STATES, STEPS, find_refusal, steps_from


@pytest.mark.parametrize(
    ("state", "step", "note", "code"),
    [
        ("submitted", "accept", "", ""),
        ("accepted", "accept", "", "state"),
        ("submitted", "send_back", " ", "note"),
        ("submitted", "send_back", "数不对", ""),
        ("accepted", "unaccept", "", "note"),
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
    assert {s.name for s in steps_from("submitted")} == {"withdraw", "send_back", "accept"}
