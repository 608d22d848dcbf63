"""A row of figures gets the standing its form asks for, and the panel beside it."""

from decimal import Decimal
from typing import Any

import pytest

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.method import Method, Refusal
from lantu.core.standing import Reason, Standing
from lantu.core.target import Form
from lantu.judge.plain_row import PlainRow, judge_row


def judge(form: Form, base: object, latest: object, target: object, **fields: Any) -> Standing:
    """A row of 2025–2030, seen in 2027."""
    amounts = [None if amount is None else Decimal(str(amount)) for amount in (base, latest, target)]
    direction = fields.pop("direction", Direction.UP)
    years = fields.pop("years", (2025, 2027, 2030))
    name = fields.pop("name", "x")
    return judge_row(
        PlainRow(name, form, direction, years[0], amounts[0], years[1], amounts[1], years[2], amounts[2], **fields)  # type: ignore[arg-type]
    )


def word_of(standing: Standing, method: Method) -> str:
    (opinion,) = (o for o in standing.panel if o.method is method)
    return opinion.klass or str(opinion.refused)


@pytest.mark.parametrize(
    ("form", "base", "latest", "target", "fields", "answer"),
    [
        (Form.LEVEL, 100, 140, 200, {}, "on_course"),
        (Form.LEVEL, 100, 200, 200, {}, "met"),
        (Form.LEVEL, None, 140, 200, {}, "cannot_say"),
        (Form.GROWTH, 100, 121, 9, {}, "ahead"),
        (Form.GROWTH, 100, 121, 10, {}, "on_course"),
        (Form.GROWTH, None, "9.9", 10, {}, "behind"),
        (Form.GROWTH, None, 10, 10, {}, "on_course"),
        (Form.CUT, 100, "93.5", 16, {"direction": Direction.DOWN}, "on_course"),
        (Form.CUT, None, 3, 16, {"direction": Direction.DOWN}, "behind"),
        (Form.SUM, None, 20, 50, {}, "on_course"),
        (Form.SUM, None, 10, 50, {}, "behind"),
        (Form.SUM, None, 50, 50, {}, "met"),
        (Form.FLOOR, None, 13, "12.5", {}, "on_course"),
        (Form.FLOOR, 12, "12.4", "12.5", {}, "behind"),
        (Form.FLOOR, None, "12.4", "12.5", {"years": (2025, 2030, 2030)}, "missed"),
        (Form.CEILING, None, 5, "5.5", {"direction": Direction.DOWN}, "on_course"),
        (Form.ABOUT, 69, 72, 75, {}, "on_course"),
        (Form.ABOUT, 69, "73.6", 75, {}, "met"),
        (Form.ABOUT, 69, "73.6", 75, {"tolerance": Decimal("0.01")}, "ahead"),
        (Form.RANGE, 0, 2, 2, {"target_max": Decimal(3)}, "met"),
        (Form.RANGE, 0, 0, 2, {"target_max": Decimal(3)}, "behind"),
    ],
)
def test_each_form_has_its_rule(
    form: Form, base: object, latest: object, target: object, fields: dict[str, Any], answer: str
) -> None:
    assert judge(form, base, latest, target, **fields).klass.value == answer


def test_zero_is_a_base_for_some_methods_and_for_others_a_reason() -> None:
    standing = judge(Form.LEVEL, 0, 4, 10)
    assert {m: word_of(standing, m) for m in Method} == {
        Method.LINEAR: "on_course",
        Method.STATCAN: "zero_base",
        Method.UNSD: "zero_base",
        Method.ESCAP: "maintain",
    }


def test_without_a_base_every_method_is_refused() -> None:
    standing = judge(Form.LEVEL, None, 4, 10)
    assert standing.reason is Reason.NO_BASE
    assert {o.refused for o in standing.panel} == {Refusal.NO_BASE}


@pytest.mark.parametrize("name", ["GDP增速", "社会消费品零售总额增长率", "GDP growth"])
def test_a_name_that_says_rates_is_not_grown(name: str) -> None:
    standing = judge(Form.LEVEL, "5.4", "5.9", 6, name=name)
    assert word_of(standing, Method.STATCAN) == word_of(standing, Method.UNSD) == "growth_series"
    assert word_of(standing, Method.LINEAR) == "on_course"
    mean = judge(Form.GROWTH, "5.4", "5.9", 6, name=name)
    assert (mean.klass.value, mean.compared) == ("behind", Decimal("5.9"))
    assert {o.refused for o in mean.panel} == {Refusal.GROWTH_SERIES}


def test_a_cut_stated_as_a_cut_is_an_index() -> None:
    stated = judge(Form.CUT, None, "5.7", "13.5", direction=Direction.DOWN)
    levels = judge(Form.LEVEL, 100, "94.3", "86.5", direction=Direction.DOWN)
    assert stated.panel == levels.panel


def test_a_limit_judges_only_what_it_shows() -> None:
    over = judge(Form.LEVEL, 100, 210, 200, bound=Comparator.MORE_THAN)
    under = judge(Form.LEVEL, 100, 150, 200, bound=Comparator.MORE_THAN)
    assert (over.klass.value, under.klass.value) == ("met", "cannot_say")
    assert {o.refused for o in (*over.panel, *under.panel)} == {Refusal.ONLY_A_BOUND}


def test_a_row_without_a_latest_figure_says_so() -> None:
    standing = judge(Form.LEVEL, 100, None, 200, years=(2025, None, 2030))
    assert standing.reason is Reason.NO_VALUE
    assert {o.refused for o in standing.panel} == {Refusal.NO_VALUE}


def test_the_band_of_the_standing_is_not_that_of_the_line() -> None:
    standing = judge(Form.LEVEL, 72, "73.5", 76)
    assert (standing.klass.value, word_of(standing, Method.LINEAR)) == ("on_course", "behind")
