"""翻番: base times the multiple, from the observed base first."""

from lantu.core.definition import Direction, Kind
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.multiple import judge_multiple
from lantu.judge.methods.question import Question, make_question
from tests.unit.judge.builders import build_target, make_case, make_value

TWICE = build_target(Form.MULTIPLE, None, 2, "倍", years=(2018, 2025))


def test_on_the_way_to_twice_the_observed_base() -> None:
    standing = judge_multiple(make_case(TWICE, make_value(2018, 500), make_value(2023, 700)))
    assert standing.klass is Class.BEHIND
    assert standing.done is not None
    assert float(standing.done) == 0.4
    assert str(standing.base) == "500 亿元"
    assert (standing.base_version, standing.inputs) == ("observed", ("gdp-2018", "gdp-2023"))


def test_reached_and_missed() -> None:
    values = (make_value(2018, 500), make_value(2024, 1000))
    assert judge_multiple(make_case(TWICE, *values)).klass is Class.MET
    assert judge_multiple(make_case(TWICE, make_value(2018, 500), make_value(2025, 999))).klass is Class.MISSED


def test_the_printed_base_where_none_is_observed() -> None:
    target = build_target(Form.MULTIPLE, 500, 2, "倍", base_unit="亿元", years=(2018, 2025))
    standing = judge_multiple(make_case(target, make_value(2024, 1001)))
    assert (standing.klass, standing.base_version) == (Class.MET, "plan")


def test_a_base_year_ahead_has_no_figure_yet() -> None:
    standing = judge_multiple(
        make_case(build_target(Form.MULTIPLE, None, 2, "倍", years=(2025, 2035)), make_value(2023, 700))
    )
    assert (standing.klass, standing.reason) == (Class.CANNOT_SAY, Reason.NO_BASE)


def test_what_falls_or_is_a_rate_is_not_multiplied() -> None:
    for fields in ({"direction": Direction.DOWN}, {"kind": Kind.GROWTH}):
        target = build_target(Form.MULTIPLE, None, 2, "倍", years=(2018, 2025), **fields)
        assert (
            judge_multiple(make_case(target, make_value(2018, 5), make_value(2023, 9))).reason is Reason.FORM_NOT_JUDGED
        )


def test_the_methods_are_asked_the_same_way() -> None:
    standing = judge_multiple(make_case(TWICE, make_value(2018, 500), make_value(2023, 700)))
    asked = make_question(TWICE, standing)
    assert isinstance(asked, Question)
    assert (asked.base, asked.latest, asked.goal) == (500, 700, 1000)
