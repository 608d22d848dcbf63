"""A level between two figures."""

from lantu.core.definition import Direction
from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.standing import Class, Reason
from lantu.core.target import Form, Target
from lantu.judge.forms.range import judge_range
from tests.unit.judge.builders import build_target, make_case, make_value


def laboratories(base: object = None, upper: str = "3", direction: Direction = Direction.UP) -> Target:
    return build_target(
        Form.RANGE,
        base,
        2,
        "家",
        comparator=Comparator.WITHIN,
        direction=direction,
        value_max=make_quantity(upper, "家"),
    )


def test_the_lower_end_is_enough() -> None:
    assert judge_range(make_case(laboratories(), make_value(2025, 2, "家"))).klass is Class.MET
    assert judge_range(make_case(laboratories(), make_value(2025, 1, "家"))).klass is Class.MISSED


def test_a_base_below_has_a_way_to_the_nearer_end() -> None:
    standing = judge_range(make_case(laboratories(base=0), make_value(2022, 1, "家")))
    assert standing.klass is Class.ON_COURSE
    assert str(standing.done) == "0.5"


def test_a_base_above_comes_down_to_the_upper_end() -> None:
    target = laboratories(base=5, direction=Direction.DOWN)
    assert str(judge_range(make_case(target, make_value(2022, 4, "家"))).done) == "0.5"


def test_ends_in_any_order_and_of_one_dimension() -> None:
    assert judge_range(make_case(laboratories(upper="1"), make_value(2025, 1, "家"))).klass is Class.MET
    odd = build_target(Form.RANGE, None, 2, "家", value_max=make_quantity(3, "万人"))
    assert judge_range(make_case(odd, make_value(2025, 2, "家"))).reason is Reason.UNIT_DIFFERS
    open_end = build_target(Form.RANGE, None, 2, "家")
    assert judge_range(make_case(open_end, make_value(2025, 2, "家"))).reason is Reason.FORM_NOT_JUDGED
