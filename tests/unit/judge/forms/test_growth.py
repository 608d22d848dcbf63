"""A mean yearly growth."""

from decimal import Decimal

from lantu.core.definition import Direction, Kind
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason
from lantu.core.target import Form, Target
from lantu.judge.forms.growth import find_growth_way, judge_growth
from tests.unit.judge.builders import build_target, make_case, make_value


def productivity(promised: object = 7, **fields: object) -> Target:
    kept = {"comparator": Comparator.AT_LEAST, "kind": Kind.GROWTH, **fields}
    return build_target(Form.GROWTH, None, promised, "%", **kept)


def test_the_mean_is_shown() -> None:
    standing = judge_growth(make_case(productivity(), make_value(2021, 10, "%"), make_value(2022, 5, "%")))
    assert standing.klass is Class.ON_COURSE
    assert standing.compared is not None
    assert round(standing.compared, 4) == Decimal("7.4709")
    assert standing.inputs == ("gdp-2021", "gdp-2022")
    assert (standing.done, standing.margin) == (None, None)


def test_less_growth_may_be_the_good_one() -> None:
    for target in (
        productivity(3, comparator=Comparator.AT_MOST),
        productivity(3, comparator=Comparator.EQUAL, direction=Direction.DOWN),
    ):
        assert find_growth_way(make_case(target)) is Direction.DOWN
        assert judge_growth(make_case(target, make_value(2021, 4, "%"))).klass is Class.BEHIND
        assert judge_growth(make_case(target, make_value(2021, "2.5", "%"))).klass is Class.ON_COURSE
        assert judge_growth(make_case(target, make_value(2021, 2, "%"))).klass is Class.AHEAD


def test_about_has_a_tolerance() -> None:
    target = productivity(7, comparator=Comparator.ABOUT)
    standing = judge_growth(make_case(target, make_value(2021, "6.86", "%")))
    assert (standing.klass, standing.tolerance) == (Class.ON_COURSE, Decimal("0.02"))
    assert judge_growth(make_case(target, make_value(2021, "6.85", "%"))).klass is Class.BEHIND


def test_a_rate_in_another_unit_cannot_be_said() -> None:
    target = build_target(Form.GROWTH, None, 7, "亿元", kind=Kind.GROWTH)
    assert judge_growth(make_case(target, make_value(2021, 7, "%"))).reason is Reason.UNIT_DIFFERS
    empty = build_target(Form.GROWTH, None, None, "%", kind=Kind.GROWTH)
    assert judge_growth(make_case(empty, make_value(2021, 7, "%"))).reason is Reason.FORM_NOT_JUDGED


def test_years_after_the_due_one_do_not_count() -> None:
    target = productivity(years=(2020, 2021))
    case = make_case(target, make_value(2021, 7, "%"), make_value(2022, 1, "%"))
    assert judge_growth(case).klass is Class.MET
