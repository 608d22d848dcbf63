"""Deductions and bonuses with their limits; vetoes that hold, could hold, or are settled."""

from decimal import Decimal

from lantu.act.scores.adjust import adjust_points, find_vetoes, name_causes, pulls
from lantu.core.score import LineKind
from lantu.core.standing import Class, Reason
from tests.unit.act.scores.builders import (
    BONUS,
    DEDUCTION,
    VETO,
    cannot_say,
    make_assessed,
    make_rules,
    make_standing,
)

RULES = make_rules(vetoes=(VETO,), deductions=(DEDUCTION,), bonuses=(BONUS,))


def test_a_deduction_counts_targets_up_to_its_limit() -> None:
    behind = [make_assessed(name, Class.BEHIND) for name in "ab"]
    (one,) = adjust_points([DEDUCTION], behind[:1], RULES, LineKind.DEDUCTION)
    (two,) = adjust_points([DEDUCTION], behind, RULES, LineKind.DEDUCTION)
    assert (one.points, two.points) == (Decimal(-2), Decimal(-3))
    assert [line.target_id for line in two.next] == ["a", "b"]
    assert one.rule == "rules/departments/1#deductions.behind"


def test_a_bonus_that_could_still_come_is_in_the_interval_only() -> None:
    maybe = make_assessed("a", others=(make_standing("a", Class.AHEAD),))
    (line,) = adjust_points([BONUS], [maybe], RULES, LineKind.BONUS)
    assert (line.low, line.points, line.high, line.next) == (0, 0, 1, ())
    assert adjust_points([BONUS], [make_assessed("a")], RULES, LineKind.BONUS) == ()


def test_a_veto_holds_surely_or_possibly() -> None:
    sure = make_assessed("a", Class.MISSED, binding=True)
    maybe = make_assessed("b", Class.BEHIND, binding=True, others=(make_standing("b", Class.MISSED),))
    assert find_vetoes([sure], RULES) == ((VETO, (sure,), True),)
    assert find_vetoes([maybe], RULES) == ((VETO, (), False),)
    assert find_vetoes([make_assessed("c", Class.MISSED)], RULES) == ()
    assert [line.target_id for line in name_causes([sure], VETO, RULES)] == ["a"]


def test_a_target_that_an_objection_settled_brings_nothing_about() -> None:
    sure = make_assessed("a", Class.MISSED, binding=True)
    assert find_vetoes([sure], RULES, {"a"}) == ()


def test_absence_brings_a_rule_about_only_for_the_reasons_it_names() -> None:
    from dataclasses import replace

    rule = replace(DEDUCTION, classes=(Class.CANNOT_SAY,), reasons=(Reason.NO_VALUE,))
    late, assigned = cannot_say("a"), cannot_say("b", Reason.ASSIGNED_LATER)
    assert pulls(rule, late, late.standing)
    assert not pulls(rule, assigned, assigned.standing)
