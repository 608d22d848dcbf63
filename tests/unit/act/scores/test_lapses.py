"""What was not done in time costs points up to a limit, each named with its days; what an objection left out costs none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lantu.act.scores.lapses import deduct_lapses
from lantu.act.scores.total import score_subject
from lantu.core.score import Correction, Lapse, LapseKind, LineKind, ScoreTrigger
from lantu.core.standing import Class
from tests.unit.act.scores.builders import WHO, make_assessed, make_rules

LATE = ScoreTrigger(
    "late", "报送逾期", "Late", 40, (), Decimal("1.2"), Decimal("0.5"), lapse=LapseKind.LATE_RETURN, days=3
)
RULES = make_rules(deductions=(LATE,))


def lapse(key: int, days: int, kind: LapseKind = LapseKind.LATE_RETURN) -> Lapse:
    return Lapse(kind, f"sheet/{key}", f"季报 {key}", date(2024, 1, 10), None, days)


def test_each_counts_from_its_least_days_up_to_the_limit() -> None:
    (one,) = deduct_lapses(RULES, [lapse(1, 2), lapse(2, 3)])
    assert (one.points, one.low, one.high) == (Decimal("-0.5"),) * 3
    assert [found.address for found in one.lapses] == ["sheet/2"]
    assert (one.kind, one.rule, one.rule_line) == (LineKind.DEDUCTION, "rules/departments/1#deductions.late", 40)
    (three,) = deduct_lapses(RULES, [lapse(n, 9) for n in range(3)])
    assert three.points == Decimal("-1.2")


def test_another_kind_or_none_brings_no_line() -> None:
    assert deduct_lapses(RULES, [lapse(1, 9, LapseKind.OVERDUE_CASE)]) == ()
    assert deduct_lapses(RULES, [lapse(1, 2)]) == ()


def test_a_score_loses_them_and_an_upheld_objection_gives_them_back() -> None:
    targets = [make_assessed("a", Class.MET, binding=True), make_assessed("b", Class.MET)]
    whole = score_subject(WHO, targets, RULES)
    less = score_subject(WHO, targets, RULES, (), [lapse(1, 9)])
    assert whole.points is not None
    assert less.points == whole.points - Decimal("0.5")
    assert sum((line.points for line in less.lines), Decimal(0)) == less.points
    left_out = Correction(WHO.code, "sheet/1", True, Decimal(0), "系统故障", "objection/1")
    assert score_subject(WHO, targets, RULES, (left_out,), [lapse(1, 9)]) == whole
    others = replace(left_out, subject_code="other")
    assert score_subject(WHO, targets, RULES, (others,), [lapse(1, 9)]) == less
