"""A score adds up, is the same for the same inputs, never falls when a figure improves, and is refused with a reason."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lantu.act.scores.total import Sum, score_subject, share_judged
from lantu.core.score import Assessed, Correction, LineKind, Refusal, RuleSet
from lantu.core.standing import Class, Reason
from tests.unit.act.scores.builders import (
    BONUS,
    DEDUCTION,
    PACE,
    VETO,
    WHO,
    cannot_say,
    make_assessed,
    make_rules,
    make_standing,
)

RULES = make_rules(vetoes=(VETO,), deductions=(DEDUCTION,), bonuses=(BONUS,))
SHARES = st.decimals(-1, 2, places=4)
JUDGED = st.sampled_from([klass for klass in Class if klass is not Class.CANNOT_SAY])


@st.composite
def many(draw: Any) -> list[Assessed]:
    found = []
    for n in range(draw(st.integers(1, 6))):
        binding, name = draw(st.booleans()), f"t{n}"
        if draw(st.integers(0, 3)) == 0:
            found.append(cannot_say(name, draw(st.sampled_from(list(Reason))), binding=binding))
            continue
        facts = [{"done": draw(SHARES), "expected": draw(SHARES)} for _ in range(draw(st.integers(1, 3)))]
        others = tuple(make_standing(name, draw(JUDGED), **more) for more in facts[1:])
        found.append(make_assessed(name, draw(JUDGED), binding=binding, others=others, **facts[0]))
    return found


@given(many(), st.sampled_from(["0", "0.5", "1"]))
def test_same_inputs_same_score_that_adds_up_within_its_interval(assessed: list[Assessed], least: str) -> None:
    rules = replace(RULES, least_judged=Decimal(least))
    score = score_subject(WHO, assessed, rules)
    assert score == score_subject(WHO, list(assessed), rules)
    if score.points is None:
        assert score.refusal is not Refusal.NONE
        return
    assert score.low is not None
    assert score.high is not None
    assert score.low <= score.points <= score.high
    assert score.low >= 0
    assert score.high <= 103
    assert sum(line.points for line in score.lines) == score.points
    assert sum(line.low for line in score.lines) == score.low
    assert sum(line.high for line in score.lines) == score.high
    for line in score.lines:
        if line.kind is LineKind.ITEM:
            assert sum(below.points for below in line.next) == line.points


@given(many(), SHARES, SHARES)
def test_the_order_of_targets_and_a_better_figure(assessed: list[Assessed], one: Decimal, two: Decimal) -> None:
    rules: RuleSet = make_rules(least_judged=Decimal(0))
    worse, better = (
        score_subject(WHO, [*assessed, make_assessed("x", done=done, expected=Decimal("0.5"))], rules).points
        for done in sorted((one, two))
    )
    assert worse is not None
    assert better is not None
    assert worse <= better
    forward, backward = score_subject(WHO, assessed, rules), score_subject(WHO, assessed[::-1], rules)
    assert (forward.points, forward.low, forward.high) == (backward.points, backward.low, backward.high)


def test_a_score_worked_by_hand() -> None:
    assessed = [
        make_assessed("a", Class.BEHIND, binding=True, done=Decimal("0.4"), expected=Decimal("0.6")),
        make_assessed("b", Class.AHEAD, done=Decimal("0.7"), expected=Decimal("0.5")),
        cannot_say("c"),
    ]
    score = score_subject(WHO, assessed, RULES)
    # 60 × 0.4 + 20 × 1 + 20 × 0.3, less 2 for what is behind, and 1 for what is ahead
    assert score.points == Decimal("49.00")
    assert score.judged == Decimal("0.8")
    assert [(line.kind, line.points) for line in score.lines] == [
        (LineKind.ITEM, Decimal(24)), (LineKind.ITEM, Decimal(26)),
        (LineKind.DEDUCTION, Decimal(-2)), (LineKind.BONUS, Decimal(1)),
    ]  # fmt: skip


def test_items_without_targets_give_their_weight_to_the_others() -> None:
    score = score_subject(WHO, [make_assessed("a", done=Decimal("0.45"), expected=Decimal("0.6"))], RULES)
    assert score.points == Decimal(75)
    assert [line.kind for line in score.lines if line.points] == [LineKind.ITEM, LineKind.SCALE]


def test_a_veto_leaves_at_most_its_limit() -> None:
    met = [make_assessed(name, Class.MET, binding=True) for name in "ab"]
    score = score_subject(WHO, [*met, make_assessed("c", Class.MISSED, binding=True, done=Decimal("0.9"))], RULES)
    assert score.points == Decimal(60)
    veto = next(line for line in score.lines if line.kind is LineKind.VETO)
    assert veto.points == Decimal("-36.6667")
    assert [line.target_id for line in veto.next] == ["c"]


def test_nothing_is_scored_where_nothing_can_be_said() -> None:
    assert score_subject(WHO, [], RULES).refusal is Refusal.NO_TARGETS
    assert score_subject(WHO, [cannot_say("a"), cannot_say("b")], RULES).refusal is Refusal.NOTHING_JUDGED
    rules = make_rules(items=(replace(PACE, weight=Decimal(100)),), least_judged=Decimal("0.5"))
    little = score_subject(WHO, [make_assessed("a"), cannot_say("b"), cannot_say("c")], rules)
    assert (little.refusal, little.points, little.judged) == (Refusal.TOO_LITTLE_JUDGED, None, Decimal("0.3333"))
    assert little.lines
    assert share_judged([], rules) == 0


def test_only_the_own_corrections_count_and_the_last_of_them() -> None:
    assessed = [make_assessed("a", done=Decimal("0.5"), expected=Decimal(1)), make_assessed("b", Class.MET)]
    others = Correction("jt", "a", False, Decimal(1), "x", "objection/1")
    first = Correction("tj", "a", False, Decimal("0.8"), "x", "objection/2")
    out = Correction("tj", "a", True, Decimal(0), "x", "objection/3")
    assert score_subject(WHO, assessed, RULES, [others]).points == Decimal(75)
    assert score_subject(WHO, assessed, RULES, [others, first]).points == Decimal(90)
    assert score_subject(WHO, assessed, RULES, [first, out]).points == Decimal(100)


def test_a_sum_moves_with_its_interval() -> None:
    start = Sum(Decimal(5), Decimal(4), Decimal(6))
    assert start.move(lambda points: points * 2) == Sum(Decimal(10), Decimal(8), Decimal(12))
    assert start.add(()) == start
