"""A relative cut over the whole period."""

from decimal import Decimal

import pytest

from lantu.core.definition import Direction, Kind
from lantu.core.standing import Class, Reason
from lantu.core.target import Form, Target
from lantu.judge.forms.cut import judge_cut
from tests.unit.judge.builders import build_target, make_case, make_value


def water(promised: object = 16, **fields: object) -> Target:
    return build_target(Form.CUT, None, promised, "%", kind=Kind.GROWTH, direction=Direction.DOWN, **fields)


def test_published_chain() -> None:
    # cuts of 8.01, 1.79 and 5.35 % make 14.49 % (national formula, a province's figures)
    values = [make_value(year, cut, "%") for year, cut in ((2021, "8.01"), (2022, "1.79"), (2023, "5.35"))]
    standing = judge_cut(make_case(water(), *values))
    assert standing.compared is not None
    assert round(standing.compared, 2) == Decimal("14.49")


def test_an_equal_yearly_rate_is_exactly_on_schedule() -> None:
    # 20 % in five years is 4.3648 % a year
    values = [make_value(year, "4.3648", "%") for year in (2021, 2022)]
    standing = judge_cut(make_case(water(20), *values))
    assert standing.klass is Class.ON_COURSE
    assert standing.done is not None
    assert standing.expected is not None
    assert abs(standing.done - standing.expected) < Decimal("0.00001")
    assert standing.expected > standing.elapsed


def test_from_levels_with_a_printed_base() -> None:
    target = build_target(Form.CUT, 50, 20, "%", base_unit="立方米", kind=Kind.RATIO, direction=Direction.DOWN)
    standing = judge_cut(make_case(target, make_value(2022, 45, "立方米")))
    assert (standing.compared, standing.base_version) == (Decimal(10), "plan")


@pytest.mark.parametrize("promised", [0, -3, 100, None])
def test_a_cut_of_nothing_or_all_is_not_judged(promised: object) -> None:
    assert judge_cut(make_case(water(promised), make_value(2021, 3, "%"))).reason is Reason.FORM_NOT_JUDGED


def test_a_rising_intensity_is_behind() -> None:
    standing = judge_cut(make_case(water(), make_value(2021, -2, "%")))
    assert standing.klass is Class.BEHIND
    assert standing.done is not None
    assert standing.done < 0


def test_without_time_it_is_not_judged() -> None:
    target = water(years=(2020, 2020))
    assert judge_cut(make_case(target, make_value(2021, 3, "%"))).klass is Class.CANNOT_SAY


def test_a_cut_of_all_in_one_year_is_no_link_of_a_chain() -> None:
    assert judge_cut(make_case(water(), make_value(2021, 100, "%"))).reason is Reason.GROWTH_MISSING
