"""A level to be reached from a base."""

from decimal import Decimal
from fractions import Fraction

from lantu.core.definition import Direction
from lantu.core.quantity import make_quantity
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.level import base_amount, find_way, judge_level
from tests.unit.judge.builders import build_target, make_case, make_value


def test_gross_product_of_2025() -> None:
    target = build_target(Form.LEVEL, "5509.5", 9000)
    standing = judge_level(make_case(target, make_value(2025, 7851)))
    assert standing.klass is Class.MISSED
    assert standing.done is not None
    assert round(standing.done, 4) == Decimal("0.6708")


def test_a_promise_weaker_than_its_base_is_held() -> None:
    target = build_target(Form.LEVEL, "29.3", "28.5")
    standing = judge_level(make_case(target, make_value(2022, 29)))
    assert (standing.klass, standing.done) == (Class.ON_COURSE, None)


def test_base_in_another_unit() -> None:
    target = build_target(Form.LEVEL, 1, 20000, base_unit="万亿元")
    assert base_amount(target, make_quantity(20000, "亿元")) == Fraction(10000)


def test_no_way_and_no_figure() -> None:
    flat = build_target(Form.LEVEL, 100, 100, direction=Direction.NONE)
    assert judge_level(make_case(flat, make_value(2022, 100))).reason is Reason.FORM_NOT_JUDGED
    empty = build_target(Form.LEVEL, 100, None)
    assert judge_level(make_case(empty, make_value(2022, 100))).reason is Reason.FORM_NOT_JUDGED
    assert find_way(build_target(Form.LEVEL, 1, 2, direction=Direction.NONE), make_quantity(2, "亿元")) is Direction.UP
