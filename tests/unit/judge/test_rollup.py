"""Counts by class and the worst binding targets of each group."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.judge.rollup import WORST, Member, roll_up
from tests.unit.judge.builders import build_target


def member(group: str, name: str, klass: Class | None, *, binding: bool = True, done: str | None = None) -> Member:
    target = replace(build_target(Form.LEVEL, 1, 2), id=name, is_binding=binding)
    if klass is None:
        return Member(group, target, None)
    shares = {} if done is None else {"done": Decimal(done), "expected": Decimal("0.5")}
    return Member(group, target, Standing(name, date(2024, 1, 1), klass, Form.LEVEL, **shares))  # type: ignore[arg-type]


def test_every_class_is_counted_and_what_was_never_judged_cannot_be_said() -> None:
    (rolled,) = roll_up([member("a", "1", Class.MET), member("a", "2", Class.MET), member("a", "3", None)])
    assert dict(rolled.counts)[Class.MET] == 2
    assert dict(rolled.counts)[Class.CANNOT_SAY] == 1
    assert dict(rolled.counts)[Class.MISSED] == 0
    assert [klass for klass, _ in rolled.counts] == list(Class)
    assert (rolled.total, rolled.binding) == (3, 3)


def test_groups_keep_their_order_and_the_nameless_comes_last() -> None:
    rolled = roll_up([member("", "1", Class.MET), member("b", "2", Class.MET), member("a", "3", Class.MET)])
    assert [r.group for r in rolled] == ["b", "a", ""]


def test_the_worst_are_binding_missed_first_then_by_how_far_behind() -> None:
    members = [
        member("a", "far", Class.BEHIND, done="0.1"),
        member("a", "near", Class.BEHIND, done="0.3"),
        member("a", "expected", Class.MISSED, binding=False),
        member("a", "over", Class.MISSED),
        member("a", "threshold", Class.BEHIND),
        member("a", "fine", Class.AHEAD, done="0.9"),
    ]
    (rolled,) = roll_up(members)
    assert [target.id for target in rolled.worst] == ["over", "far", "near"]
    assert len(rolled.worst) == WORST


def test_nothing_in_nothing_out() -> None:
    assert roll_up([]) == ()
