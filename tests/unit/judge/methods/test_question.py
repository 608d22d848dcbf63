"""The methods are asked about the figures that decided the standing, or not at all."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.method import Refusal
from lantu.core.quantity import make_quantity
from lantu.core.target import Form
from lantu.judge.methods.question import Question, count_years, make_question
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_value

POINTS = {"unit": "%", "base_unit": "%"}


def ask(form: Form, base: object, promised: object, *values: Any, **fields: Any) -> Question | Refusal:
    target = build_target(form, base, promised, **fields)
    return make_question(target, judge_target(target, values, as_of=LATER))


def figures_of(question: Question | Refusal) -> tuple[object, ...]:
    assert isinstance(question, Question), question
    return question.base, question.latest, question.goal, question.way


def test_a_level() -> None:
    question = ask(Form.LEVEL, 100, 200, make_value(2022, 140))
    assert figures_of(question) == (100, 140, 200, Direction.UP)
    assert isinstance(question, Question)
    assert (question.years_gone, question.years_given, question.is_due) == (2, 5, False)


def test_units_are_brought_together() -> None:
    assert figures_of(ask(Form.LEVEL, "0.01", 200, make_value(2022, 140), base_unit="万亿元"))[0] == 100


def test_a_base_that_was_observed() -> None:
    question = ask(Form.LEVEL, None, 200, make_value(2020, 100), make_value(2022, 140))
    assert figures_of(question) == (100, 140, 200, Direction.UP)


def test_growth_of_levels_is_an_index_along_the_rate_promised() -> None:
    base, latest, goal, way = figures_of(
        ask(Form.GROWTH, 200, 10, make_value(2022, "242"), unit="%", base_unit="亿元", comparator=Comparator.AT_LEAST)
    )
    assert (base, latest, way) == (100, 121, Direction.UP)
    assert goal == 100 * Fraction("1.1") ** 5


def test_growth_of_rates_is_refused() -> None:
    rates = [make_value(year, 7, "%") for year in (2021, 2022)]
    assert ask(Form.GROWTH, None, 6, *rates, unit="%", kind=Kind.GROWTH) is Refusal.GROWTH_SERIES


def test_a_cut_is_an_index_from_a_hundred() -> None:
    question = ask(Form.CUT, 50, 20, make_value(2022, 45, "吨"), unit="%", base_unit="吨", direction=Direction.DOWN)
    assert figures_of(question) == (100, 90, 80, Direction.DOWN)


def test_a_sum_begins_at_nothing() -> None:
    values = [make_value(year, 10) for year in (2021, 2022)]
    assert figures_of(ask(Form.SUM, None, 50, *values, kind=Kind.FLOW)) == (0, 20, 50, Direction.UP)


def test_a_change_goes_from_the_base() -> None:
    down = ask(Form.CHANGE, 30, 5, make_value(2022, 28, "%"), direction=Direction.DOWN, **POINTS)
    assert figures_of(down) == (30, 28, 25, Direction.DOWN)


def test_about_goes_to_the_figure_and_not_to_the_edge_of_its_tolerance() -> None:
    fields = {"comparator": Comparator.ABOUT, "tolerance": Decimal("0.02")}
    question = ask(Form.ABOUT, 69, 75, make_value(2022, 72, "%"), **POINTS, **fields)
    assert figures_of(question) == (69, 72, 75, Direction.UP)
    near = ask(Form.ABOUT, 69, 75, make_value(2022, "73.5", "%"), **POINTS, **fields)
    assert isinstance(near, Question)
    assert near.is_reached


def test_about_from_inside_is_held() -> None:
    question = ask(Form.ABOUT, 74, 75, make_value(2022, 75, "%"), comparator=Comparator.ABOUT, **POINTS)
    assert isinstance(question, Question)
    assert (question.goal, question.refusal, question.is_reached) == (None, Refusal.HELD, True)


@pytest.mark.parametrize(
    ("base", "direction", "goal", "way"),
    [
        (50, Direction.NONE, 60, Direction.UP),
        (80, Direction.NONE, 70, Direction.DOWN),
        (50, Direction.UP, 60, Direction.UP),
        (80, Direction.DOWN, 70, Direction.DOWN),
        (80, Direction.UP, None, Direction.UP),
        (65, Direction.NONE, None, Direction.NONE),
    ],
)
def test_a_range_is_entered_at_its_nearer_end(
    base: int, direction: Direction, goal: int | None, way: Direction
) -> None:
    upper = make_quantity(70, "%")
    fields = {"comparator": Comparator.WITHIN, "value_max": upper, "direction": direction}
    _, _, end, found = figures_of(ask(Form.RANGE, base, 60, make_value(2022, 55, "%"), **POINTS, **fields))
    assert (end, found) == (goal, way)


def test_a_floor_whose_base_is_there_is_held() -> None:
    question = ask(Form.FLOOR, 13, "12.5", make_value(2022, "12.8", "%"), comparator=Comparator.AT_LEAST, **POINTS)
    assert isinstance(question, Question)
    assert (question.refusal, question.is_reached) == (Refusal.HELD, True)


@pytest.mark.parametrize(
    ("form", "base", "values", "reason"),
    [
        (Form.LEVEL, 100, (), Refusal.NO_VALUE),
        (Form.LEVEL, 100, ((2020, 100),), Refusal.NO_VALUE_AFTER_BASE),
        (Form.LEVEL, None, ((2022, 100),), Refusal.NO_BASE),
        (Form.RELATIVE, 100, ((2022, 100),), Refusal.GROWTH_MISSING),
        (Form.ASSIGNED, None, ((2022, 100),), Refusal.NO_FIGURE),
    ],
)
def test_what_cannot_be_judged_is_refused(form: Form, base: object, values: Any, reason: Refusal) -> None:
    given = [make_value(year, amount) for year, amount in values]
    fields = {"kind": Kind.GROWTH} if form is Form.RELATIVE else {}
    assert ask(form, base, 200, *given, **fields) is reason


@pytest.mark.parametrize(("base", "reason"), [(0, Refusal.ZERO_BASE), (-5, Refusal.NEGATIVE_BASE)])
def test_growth_from_no_base_says_which(base: int, reason: Refusal) -> None:
    assert ask(Form.GROWTH, base, 5, make_value(2022, 7), unit="%", base_unit="亿元") is reason


def test_a_limit_is_no_figure() -> None:
    value = make_value(2022, 300, bound=Comparator.MORE_THAN)
    assert ask(Form.LEVEL, 100, 200, value) is Refusal.ONLY_A_BOUND


def test_without_time_there_is_no_pace() -> None:
    held = ask(Form.FLOOR, 13, 12, make_value(2021, 13, "%"), years=(2020, 2020), **POINTS)
    assert held is Refusal.NO_TIME


def test_years_are_whole_at_the_end_of_a_year() -> None:
    assert count_years(date(2022, 12, 31), 2020) == 2
    assert count_years(date(2022, 6, 30), 2020) == 1 + Fraction(181, 365)
