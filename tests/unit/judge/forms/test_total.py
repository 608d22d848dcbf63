"""A sum over the whole period."""

from decimal import Decimal

from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.standing import Class, Reason
from lantu.core.target import Form, Target
from lantu.judge.forms.total import judge_total
from tests.unit.judge.builders import build_target, make_case, make_value


def jobs(promised: object = 50, **fields: object) -> Target:
    return build_target(Form.SUM, None, promised, "万人", kind=Kind.FLOW, **fields)


JOBS = (make_value(2021, "18.88", "万人"), make_value(2022, "14.56", "万人"))


def test_new_jobs_in_the_city() -> None:
    standing = judge_total(make_case(jobs(), *JOBS))
    assert (standing.klass, standing.compared, standing.done) == (Class.AHEAD, Decimal("33.44"), Decimal("0.6688"))
    assert standing.inputs == ("gdp-2021", "gdp-2022")


def test_more_than_is_strict() -> None:
    exactly = jobs("33.44", comparator=Comparator.MORE_THAN, years=(2020, 2022))
    assert judge_total(make_case(exactly, *JOBS)).klass is Class.MISSED
    assert judge_total(make_case(jobs("33.44"), *JOBS)).klass is Class.MET


def test_part_of_a_year_counts_only_where_it_completes_the_sum() -> None:
    part = make_value("2023-01/06", 10, "万人")
    assert judge_total(make_case(jobs(40), *JOBS, part)).is_part_of_year
    assert not judge_total(make_case(jobs(50), *JOBS, part)).is_part_of_year
    exactly = judge_total(make_case(jobs("43.44"), *JOBS, part))
    assert (exactly.klass, exactly.done) == (Class.MET, 1)


def test_what_cannot_be_summed() -> None:
    assert judge_total(make_case(jobs(0), *JOBS)).reason is Reason.FORM_NOT_JUDGED
    assert judge_total(make_case(jobs(), make_value(2022, 3, "亿元"))).reason is Reason.UNIT_DIFFERS
    limit = make_value(2021, 10, "万人", bound=Comparator.MORE_THAN)
    assert judge_total(make_case(jobs(), limit)).reason is Reason.NO_FULL_YEAR
