"""Each step has its states; each that changes something has one that takes it back."""

import pytest

from lantu.act.approval import STATES, STEPS, find_refusal, steps_from

UNDONE_BY_EDITING = {"send_back", "refuse"}


@pytest.mark.parametrize(
    ("state", "step", "note", "refusal"),
    [
        ("draft", "submit", "", ""),
        ("submitted", "submit", "", "state"),
        ("submitted", "accept", "", "state"),
        ("submitted", "send_back", " ", "note"),
        ("submitted", "send_back", "数不对", ""),
        ("locked", "unlock", "", "note"),
        ("locked", "unaccept", "x", "state"),
        ("accepted", "lock", "", ""),
        ("draft", "delete", "", "unknown"),
    ],
)
def test_what_is_possible(state: str, step: str, note: str, refusal: str) -> None:
    assert find_refusal(state, step, note) == refusal


def test_every_step_can_be_undone_by_its_counter_step() -> None:
    for step in STEPS.values():
        if step.undoes:
            for name in step.undoes:
                assert step.before == (STEPS[name].after,)
                assert step.after in STEPS[name].before or name in UNDONE_BY_EDITING
        else:
            assert [s.name for s in STEPS.values() if step.name in s.undoes], step.name


def test_every_state_has_a_way_on() -> None:
    assert all(steps_from(state) for state in STATES)
    assert [step.name for step in steps_from("reviewed")] == ["unreview", "refuse", "accept"]
