"""The way of a case: tables of what may follow what, and a machine that walks at random and takes everything back."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from lantu.act.cases import (
    COUNTERS,
    ENDED,
    STATES,
    STEPS,
    Facts,
    Held,
    Move,
    counter_from,
    find_refusal,
    make_move,
    open_case,
    steps_from,
)

DUE = date(2026, 3, 31)


def walk(*moves: Move) -> tuple[Held, ...]:
    held = open_case()
    for move in moves:
        held = make_move(held, move)
    return held


ASSIGN = Move("assign", department="tj", until=DUE)
ASK = Move("ask_extension", "材料未齐", until=DUE + timedelta(days=7))
ANSWER = Move("answer", "已整改")
WAYS = [
    ((), Facts("opened")),
    ((ASSIGN,), Facts("assigned", "tj", DUE)),
    ((ASSIGN, Move("decline", "不属本部门")), Facts("opened")),
    ((ASSIGN, Move("accept"), ASK), Facts("accepted", "tj", DUE, asked_until=ASK.until)),
    ((ASSIGN, Move("accept"), ASK, Move("grant_extension")), Facts("accepted", "tj", ASK.until)),
    ((ASSIGN, Move("accept"), ASK, Move("refuse_extension", "不同意")), Facts("accepted", "tj", DUE)),
    ((ASSIGN, Move("accept"), ANSWER, Move("send_back", "佐证不足")), Facts("returned", "tj", DUE)),
    ((ASSIGN, Move("accept"), ANSWER, Move("close")), Facts("closed", "tj", DUE)),
    ((ASSIGN, Move("accept"), ANSWER, Move("close"), Move("reopen", "反弹")), Facts("answered", "tj", DUE)),
    ((Move("cancel", "重复"),), Facts("cancelled")),
]


@pytest.mark.parametrize(("moves", "facts"), WAYS, ids=[m[-1].step if m else "open" for m, _ in WAYS])
def test_where_a_way_leads(moves: tuple[Move, ...], facts: Facts) -> None:
    assert walk(*moves)[-1].facts == facts


REFUSED = [
    ((), Move("close"), "state"),
    ((), Move("nonsense"), "unknown"),
    ((), Move("assign", until=DUE), "department"),
    ((), Move("assign", department="tj"), "date"),
    ((), Move("cancel", " "), "note"),
    ((ASSIGN, Move("accept")), Move("ask_extension", "x", until=DUE), "date"),
    ((ASSIGN, Move("accept")), Move("grant_extension"), "state"),
    ((ASSIGN, Move("accept"), ASK), ANSWER, "state"),
    ((ASSIGN, Move("accept"), ASK), Move("grant_extension", until=DUE - timedelta(days=1)), "date"),
    ((ASSIGN, Move("accept")), Move("recall"), "state"),
    ((ASSIGN, Move("accept"), ANSWER, Move("close")), Move("reopen"), "note"),
]


@pytest.mark.parametrize(("moves", "move", "code"), REFUSED)
def test_what_is_refused_changes_nothing(moves: tuple[Move, ...], move: Move, code: str) -> None:
    held = walk(*moves)
    assert find_refusal(held, move) == code
    with pytest.raises(ValueError, match=code):
        make_move(held, move)


def test_the_table_is_sound() -> None:
    assert len(COUNTERS) == len(STEPS)
    assert not set(COUNTERS) & set(STEPS)
    for step in STEPS.values():
        assert set(step.before) <= set(STATES)
        assert step.after in {"", *STATES}
        assert not set(step.before) & ENDED


class CaseMachine(RuleBasedStateMachine):
    """Random moves beside a list of everything that was said, taken back at the end one by one."""

    held: tuple[Held, ...]
    said: list[Facts]

    @initialize()
    def begin(self) -> None:
        self.held, self.said = open_case(), [open_case()[-1].facts]

    @rule(
        name=st.sampled_from([*STEPS, *COUNTERS]),
        note=st.sampled_from(["", "因为"]),
        department=st.sampled_from(["", "tj", "jt"]),
        days=st.none() | st.integers(0, 40),
    )
    def move(self, name: str, note: str, department: str, days: int | None) -> None:
        until = None if days is None else DUE + timedelta(days=days)
        move, before = Move(name, note, department, until), self.held
        if find_refusal(before, move):
            with pytest.raises(ValueError, match=name):
                make_move(before, move)
            return
        self.held = make_move(before, move)
        if name in COUNTERS:
            self.said.pop()
        else:
            assert name in {step.name for step in steps_from(before)}
            self.said.append(self.held[-1].facts)

    @precondition(lambda self: len(self.held) > 1)
    @rule()
    def take_back(self) -> None:
        step = counter_from(self.held)
        assert step is not None
        self.held = make_move(self.held, Move(step.counter, "取回"))
        self.said.pop()

    @invariant()
    def says_what_was_said(self) -> None:
        now = self.held[-1].facts
        assert now == self.said[-1]
        assert now.state in STATES
        has_worker = now.state not in ("opened", "cancelled")
        assert (now.department != "") is has_worker
        assert (now.due_on is not None) is has_worker
        if now.asked_until is not None:
            assert now.state in ("accepted", "returned")

    def teardown(self) -> None:
        while (step := counter_from(self.held)) is not None:
            self.held = make_move(self.held, Move(step.counter, "取回"))
        assert self.held == open_case()


TestCaseMachine = CaseMachine.TestCase
TestCaseMachine.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
