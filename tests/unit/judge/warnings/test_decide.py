"""Warnings open once a cause, change their level, wait, and close."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.core.warning import Level, OpenWarning, Step, Trigger, WarningMove, WarningRule
from lantu.judge.warnings.decide import decide_warnings, find_level
from lantu.judge.warnings.facts import TargetFact
from tests.unit.judge.builders import build_target

TODAY = date(2024, 6, 1)
BEHIND = WarningRule(
    "behind", "progress", "滞后", "behind", Trigger.STANDING, ((30, Level.BLUE), (365, Level.YELLOW)), (Class.BEHIND,),
    release=Decimal("0.03"),
)  # fmt: skip
MISSED = WarningRule("missed", "progress", "未实现", "missed", Trigger.STANDING, ((0, Level.RED),), (Class.MISSED,))
RULES = (BEHIND, MISSED)


def fact(klass: Class, since: date, name: str = "t", **fields: object) -> TargetFact:
    standing = Standing(name, TODAY, klass, Form.LEVEL, **fields)  # type: ignore[arg-type]
    return TargetFact(replace(build_target(Form.LEVEL, 1, 2), id=name), standing, since)


def opened(level: Level, rule: str = "behind", since: date = date(2024, 1, 1)) -> dict[tuple[str, str], OpenWarning]:
    return {("progress", "t"): OpenWarning("progress", "t", level, rule, since)}


def decide(*facts: TargetFact, warnings: dict[tuple[str, str], OpenWarning] | None = None) -> list[tuple[Step, Level]]:
    return [(move.step, move.level) for move in decide_warnings(facts, RULES, warnings or {}, TODAY)]


def test_a_rule_that_holds_long_enough_opens_a_warning() -> None:
    assert decide(fact(Class.BEHIND, date(2024, 5, 2))) == [(Step.OPENED, Level.BLUE)]
    assert decide(fact(Class.BEHIND, date(2024, 5, 3))) == []


def test_one_open_warning_a_cause_by_the_gravest_rule() -> None:
    both = (replace(BEHIND, classes=(Class.MISSED,), levels=((0, Level.BLUE),)), MISSED)
    moves = decide_warnings([fact(Class.MISSED, TODAY)], both, {}, TODAY)
    assert [(move.step, move.level, move.rule) for move in moves] == [(Step.OPENED, Level.RED, "missed")]
    assert decide_warnings([fact(Class.MISSED, TODAY)], both, opened(Level.RED, "missed", TODAY), TODAY) == ()


def test_what_is_open_and_unchanged_does_not_move() -> None:
    assert decide(fact(Class.BEHIND, date(2024, 1, 1)), warnings=opened(Level.BLUE)) == []


def test_time_raises_the_level_and_another_rule_does() -> None:
    assert decide(fact(Class.BEHIND, date(2023, 1, 1)), warnings=opened(Level.BLUE)) == [(Step.RAISED, Level.YELLOW)]
    assert decide(fact(Class.MISSED, TODAY), warnings=opened(Level.YELLOW)) == [(Step.RAISED, Level.RED)]


def test_a_graver_class_that_passes_lowers_the_level() -> None:
    assert decide(fact(Class.BEHIND, date(2024, 1, 1)), warnings=opened(Level.RED, "missed")) == [
        (Step.LOWERED, Level.BLUE)
    ]


def test_a_cause_that_is_gone_closes_and_so_does_a_subject_that_is_gone() -> None:
    assert decide(fact(Class.AHEAD, TODAY), warnings=opened(Level.BLUE)) == [(Step.CLOSED, Level.BLUE)]
    assert decide(warnings=opened(Level.YELLOW)) == [(Step.CLOSED, Level.YELLOW)]


def test_a_pause_too_short_to_close_does_not_start_the_days_anew() -> None:
    hardly = fact(Class.ON_COURSE, date(2024, 5, 30), done=Decimal("0.41"), expected=Decimal("0.5"))
    assert decide(hardly, warnings=opened(Level.YELLOW, since=date(2023, 1, 1))) == []
    (move,) = decide_warnings([hardly], RULES, opened(Level.BLUE, since=date(2023, 1, 1)), TODAY)
    assert move == WarningMove(Step.RAISED, "progress", "t", Level.YELLOW, "behind", date(2023, 1, 1), move.evidence)


def test_each_subject_has_its_own() -> None:
    moves = decide_warnings([fact(Class.MISSED, TODAY, "a"), fact(Class.MISSED, TODAY, "b")], RULES, {}, TODAY)
    assert [move.subject for move in moves] == ["a", "b"]


def test_levels_by_days() -> None:
    assert [find_level(BEHIND, days) for days in (0, 29, 30, 364, 365)] == [
        None,
        None,
        Level.BLUE,
        Level.BLUE,
        Level.YELLOW,
    ]
