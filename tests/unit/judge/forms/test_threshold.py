"""A floor or ceiling to be held."""

from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.threshold import judge_threshold
from tests.unit.judge.builders import build_target, make_case, make_value


def test_forest_cover() -> None:
    target = build_target(Form.FLOOR, None, "12.5", "%", comparator=Comparator.AT_LEAST)
    assert judge_threshold(make_case(target, make_value(2022, "12.6", "%"))).klass is Class.ON_COURSE
    assert judge_threshold(make_case(target, make_value(2025, "12.4", "%"))).klass is Class.MISSED


def test_unemployment_below_its_ceiling() -> None:
    target = build_target(Form.CEILING, "1.73", "3.5", "%")
    assert judge_threshold(make_case(target, make_value(2021, "1.82", "%"))).klass is Class.ON_COURSE


def test_no_figure_promised() -> None:
    target = build_target(Form.FLOOR, None, None)
    assert judge_threshold(make_case(target, make_value(2021, 1))).reason is Reason.FORM_NOT_JUDGED
