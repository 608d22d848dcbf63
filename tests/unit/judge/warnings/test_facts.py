"""When a rule holds for a fact, and from which day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.core.standing import Class, Standing
from lantu.core.target import Form
from lantu.core.trend import Trend
from lantu.core.value import Value
from lantu.core.warning import Level, Trigger, WarningRule
from lantu.judge.warnings.facts import TargetFact, ValueFact, find_since, list_evidence
from tests.unit.judge.builders import build_target, make_value

TODAY = date(2024, 6, 1)
SINCE = date(2024, 2, 1)
LEVELS = ((0, Level.BLUE),)
BEHIND = WarningRule(
    "behind", "progress", "滞后", "behind", Trigger.STANDING, LEVELS, (Class.BEHIND,), release=Decimal("0.03")
)
UNLIKELY = WarningRule(
    "unlikely", "outlook", "难", "unlikely", Trigger.CHANCE, LEVELS, below=Decimal("0.2"), release=Decimal("0.1")
)
MISSING = WarningRule("missing", "data", "缺报", "missing", Trigger.MISSING, LEVELS)
OVER = WarningRule(
    "over", "value", "超", "over", Trigger.VALUE, LEVELS, indicator="gdp", above=Decimal(100), release=Decimal(5)
)


def fact(
    klass: Class = Class.BEHIND, *, binding: bool = True, latest: Value | None = None, **fields: object
) -> TargetFact:
    target = replace(build_target(Form.LEVEL, 1, 2), is_binding=binding)
    standing = Standing("t", TODAY, klass, Form.LEVEL, latest=latest, **fields)  # type: ignore[arg-type]
    return TargetFact(target, standing, SINCE)


def gap(points: str) -> dict[str, Decimal]:
    return {"done": Decimal("0.5") + Decimal(points), "expected": Decimal("0.5")}


def test_a_class_holds_from_the_day_it_began() -> None:
    assert find_since(BEHIND, fact(), TODAY, is_open=False) == SINCE
    assert find_since(BEHIND, fact(Class.AHEAD), TODAY, is_open=False) is None


@pytest.mark.parametrize(("points", "is_held"), [("-0.10", True), ("-0.0701", True), ("-0.07", False), ("0", False)])
def test_hardly_back_on_course_keeps_an_open_warning_only(points: str, is_held: bool) -> None:
    told = fact(Class.ON_COURSE, **gap(points))
    assert (find_since(BEHIND, told, TODAY, is_open=True) is not None) is is_held
    assert find_since(BEHIND, told, TODAY, is_open=False) is None


def test_without_a_share_of_the_way_there_is_no_release_to_wait_for() -> None:
    assert find_since(BEHIND, fact(Class.ON_COURSE), TODAY, is_open=True) is None


@pytest.mark.parametrize(("wanted", "own", "is_held"), [(True, True, True), (True, False, False), (None, False, True)])
def test_binding_only_where_it_is_asked_for(wanted: bool | None, own: bool, is_held: bool) -> None:
    rule = replace(BEHIND, binding=wanted)
    assert (find_since(rule, fact(binding=own), TODAY, is_open=False) is not None) is is_held


@pytest.mark.parametrize(
    ("chance", "is_open", "is_held"),
    [("0.19", False, True), ("0.2", False, False), ("0.29", True, True), ("0.3", True, False)],
)
def test_a_chance_has_to_rise_by_the_release(chance: str, is_open: bool, is_held: bool) -> None:
    told = fact(trend=Trend(chance=Decimal(chance)))
    assert (find_since(UNLIKELY, told, TODAY, is_open=is_open) is not None) is is_held


def test_without_a_trend_nothing_is_unlikely() -> None:
    assert find_since(UNLIKELY, fact(), TODAY, is_open=False) is None


@pytest.mark.parametrize(
    ("amount", "is_open", "is_held"), [(101, False, True), (100, False, False), (96, True, True), (95, True, False)]
)
def test_a_figure_has_to_fall_back_by_the_release(amount: int, is_open: bool, is_held: bool) -> None:
    told = ValueFact(make_value(2023, amount))
    since = find_since(OVER, told, TODAY, is_open=is_open)
    assert since == (date(2023, 12, 31) if is_held else None)
    assert told.subject == "value/gdp/330400"


def test_another_indicators_rule_says_nothing() -> None:
    assert find_since(OVER, ValueFact(make_value(2023, 500, code="other")), TODAY, is_open=False) is None
    assert find_since(BEHIND, ValueFact(make_value(2023, 500)), TODAY, is_open=False) is None


@pytest.mark.parametrize(
    ("latest", "klass", "since"),
    [
        (None, Class.CANNOT_SAY, date(2021, 12, 31)),
        (make_value(2022, 5), Class.BEHIND, date(2023, 12, 31)),
        (make_value("2023-01/06", 5), Class.CANNOT_SAY, date(2023, 12, 31)),
        (make_value(2023, 5), Class.BEHIND, None),
        (make_value(2022, 5), Class.MET, None),
    ],
)
def test_the_first_full_year_without_a_figure_is_missing(
    latest: Value | None, klass: Class, since: date | None
) -> None:
    assert find_since(MISSING, fact(klass, latest=latest), TODAY, is_open=False) == since


def test_years_after_the_due_year_are_not_asked_for() -> None:
    told = fact(Class.BEHIND, latest=make_value(2025, 5))
    assert find_since(MISSING, told, date(2030, 1, 1), is_open=False) is None


def test_evidence_names_the_figures_that_are_there() -> None:
    assert dict(list_evidence(fact(latest=make_value(2023, 5), **gap("-0.2")))) == {
        "class": "behind", "done": "0.3", "expected": "0.5", "figure": "5 亿元",
    }  # fmt: skip
    assert dict(list_evidence(ValueFact(make_value(2023, 5)))) == {"period": "2023", "figure": "5 亿元"}
