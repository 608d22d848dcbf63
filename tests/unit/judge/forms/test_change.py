"""A change over the whole period of a level."""

from lantu.core.definition import Direction
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.change import judge_change
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_case, make_value


def test_the_printed_base_goes_first() -> None:
    target = build_target(Form.CHANGE, "60.9", "7.1", "%", years=(2015, 2020))
    case = make_case(target, make_value(2015, 65, "%"), make_value(2020, 68, "%"))
    standing = judge_change(case)
    assert (standing.klass, standing.base_version) == (Class.MET, "plan")


def test_the_observed_base_serves_where_none_is_printed() -> None:
    target = build_target(Form.CHANGE, None, "7.1", "%", years=(2015, 2020))
    values = (make_value(2015, 65, "%"), make_value(2020, 68, "%"))
    standing = judge_target(target, values, as_of=LATER)
    assert (standing.klass, standing.base_version) == (Class.MISSED, "observed")
    assert standing.inputs == ("gdp-2015", "gdp-2020")


def test_points_down_where_less_is_good() -> None:
    target = build_target(Form.CHANGE, None, 5, "百分点", direction=Direction.DOWN)
    values = (make_value(2020, 60, "%"), make_value(2025, "55.1", "%"))
    assert judge_target(target, values, as_of=LATER).klass is Class.MISSED


def test_no_base_and_no_change() -> None:
    target = build_target(Form.CHANGE, None, 5)
    assert judge_change(make_case(target, make_value(2022, 1))).reason is Reason.NO_BASE
    still = build_target(Form.CHANGE, 5, 0)
    assert judge_change(make_case(still, make_value(2022, 1))).reason is Reason.FORM_NOT_JUDGED
