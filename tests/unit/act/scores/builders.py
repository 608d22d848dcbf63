"""Targets, standings and rules for the tests of scores."""

from datetime import date
from decimal import Decimal
from typing import Any

from lantu.core.absence import Absence, AbsenceKind
from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.score import AbsenceRule, Assessed, Basis, RuleSet, ScoreItem, ScoreTrigger, Subject, SubjectKind
from lantu.core.standing import Class, Reason, Standing
from lantu.core.target import Base, Form, Target

DAY = date(2024, 6, 1)
WHO = Subject("tj", "统计局", "Statistics", "990100")
BINDING = ScoreItem("binding", "约束性", "Binding", Decimal(60), Basis.COMPLETION, 10, binding=True)
PACE = ScoreItem("pace", "预期性", "Others", Decimal(40), Basis.PACE, 16, binding=False)
VETO = ScoreTrigger("missed", "一票否决", "Veto", 20, (Class.MISSED,), Decimal(60), binding=True)
DEDUCTION = ScoreTrigger("behind", "滞后", "Behind", 24, (Class.BEHIND,), Decimal(3), Decimal(2))
BONUS = ScoreTrigger("ahead", "快于预期", "Ahead", 30, (Class.AHEAD,), Decimal(3), Decimal(1))
CLASSES = {Class.MET: "1", Class.AHEAD: "1", Class.ON_COURSE: "1", Class.BEHIND: "0.6", Class.MISSED: "0"}


def make_rules(**changed: Any) -> RuleSet:
    fields: dict[str, Any] = {
        "code": "departments",
        "version": "1",
        "name": "考核",
        "name_en": "Assessment",
        "source": "test",
        "subject": SubjectKind.DEPARTMENT,
        "begins_on": date(2021, 1, 1),
        "ends_on": None,
        "full": Decimal(100),
        "digits": 2,
        "line_digits": 4,
        "least_judged": Decimal("0.3"),
        "preliminary": Decimal("0.02"),
        "bands": (),
        "items": (BINDING, PACE),
        "classes": tuple((klass, Decimal(share)) for klass, share in CLASSES.items()),
        "absences": (
            AbsenceRule(Reason.NONE, False, Decimal("0.3"), 5),
            AbsenceRule(Reason.ASSIGNED_LATER, True, Decimal(0), 6),
        ),
    }
    return RuleSet(**(fields | changed))


def make_standing(name: str, klass: Class = Class.ON_COURSE, **facts: Any) -> Standing:
    return Standing(name, DAY, klass, Form.LEVEL, **facts)


def make_assessed(
    name: str, klass: Class = Class.ON_COURSE, *, binding: bool = False, others: tuple[Standing, ...] = (), **facts: Any
) -> Assessed:
    target = Target(
        name, f"{name}-e", name, name, "990100", Form.LEVEL, Comparator.EQUAL, make_quantity(1, "%"), 2025,
        Direction.UP, Base(2020, Absence(AbsenceKind.NOT_STATED)), is_binding=binding,
    )  # fmt: skip
    return Assessed(target, make_standing(name, klass, **facts), others)


def cannot_say(name: str, reason: Reason = Reason.NO_VALUE, *, binding: bool = False) -> Assessed:
    return make_assessed(name, Class.CANNOT_SAY, binding=binding, reason=reason)
