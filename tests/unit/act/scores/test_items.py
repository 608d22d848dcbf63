"""Items: weights inside them, targets left out, the first item that takes a target."""

from dataclasses import replace
from decimal import Decimal

from lantu.act.scores.items import judged_weight, score_item, sort_into_items, takes
from lantu.core.score import Why
from lantu.core.standing import Class, Reason
from tests.unit.act.scores.builders import BINDING, PACE, cannot_say, make_assessed, make_rules

RULES = make_rules()
HALF = Decimal("0.5")


def test_the_weight_is_shared_and_the_lines_add_up() -> None:
    item = replace(BINDING, weights=(("a", Decimal(2)),))
    found = [make_assessed("a", done=HALF, binding=True), make_assessed("b", Class.MET, binding=True)]
    line = score_item(item, found, RULES, {})
    assert [(one.weight, one.points) for one in line.next] == [(Decimal(40), Decimal(20)), (Decimal(20), Decimal(20))]
    assert line.points == sum(one.points for one in line.next) == Decimal(40)
    assert {one.rule for one in line.next} == {"rules/departments/1#items.binding"}


def test_what_is_left_out_gives_its_points_to_the_others_and_says_so() -> None:
    found = [make_assessed("a", Class.MET), cannot_say("b", Reason.ASSIGNED_LATER), cannot_say("c")]
    line = score_item(PACE, found, RULES, {})
    assert [(one.why, one.points) for one in line.next] == [
        (Why.PACE, Decimal(20)), (Why.LEFT_OUT, Decimal(0)), (Why.ABSENT, Decimal(6)),
    ]  # fmt: skip
    assert (line.next[1].share, line.next[1].rule, line.next[1].rule_line) == (
        None, "rules/departments/1#absences.assigned_later", 6,
    )  # fmt: skip
    assert line.next[2].rule == "rules/departments/1#absences.other"


def test_an_item_with_nothing_to_count_says_so() -> None:
    assert score_item(PACE, [], RULES, {}).is_empty
    assert score_item(PACE, [cannot_say("a", Reason.ASSIGNED_LATER)], RULES, {}).is_empty


def test_a_target_counts_once_in_the_first_item_that_takes_it() -> None:
    first = replace(PACE, code="first", indicators=("a",))
    rules = replace(RULES, items=(first, PACE))
    sorted_in = sort_into_items([make_assessed("a"), make_assessed("b"), make_assessed("c", binding=True)], rules)
    assert {code: [one.target.name for one in found] for code, found in sorted_in.items()} == {
        "first": ["a"], "pace": ["b"],
    }  # fmt: skip
    assert not takes(first, make_assessed("b"))


def test_what_the_rules_leave_out_counts_as_not_judged() -> None:
    found = [make_assessed("a"), cannot_say("b", Reason.ASSIGNED_LATER), cannot_say("c"), cannot_say("d")]
    assert judged_weight(PACE, found) == (10, 40)
    assert judged_weight(PACE, []) == (0, 0)
