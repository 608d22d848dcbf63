"""A base that the plan does not print is taken from what was reported for the base year, and says so."""

import pytest

from lantu.core.entry import Comparator
from lantu.core.quantity import make_quantity
from lantu.core.standing import Class
from lantu.core.target import Form
from lantu.judge.observed_base import OBSERVED, fill_base
from lantu.judge.standing import judge_target
from tests.unit.judge.builders import LATER, build_target, make_value


def test_a_printed_base_is_never_replaced() -> None:
    target = build_target(Form.LEVEL, 5509.5, 9000)
    assert fill_base(target, [make_value(2020, 5563.58)], LATER) is target


def test_a_floor_short_of_its_promise_becomes_a_level() -> None:
    target = build_target(Form.FLOOR, None, 9000, comparator=Comparator.AT_LEAST)
    filled = fill_base(target, [make_value(2019, 5000), make_value(2020, 5563.58)], LATER)
    assert (filled.form, filled.base.version, str(filled.base.quantity)) == (Form.LEVEL, OBSERVED, "5563.58 亿元")


def test_a_floor_kept_at_the_base_is_still_to_be_held() -> None:
    target = build_target(Form.FLOOR, None, 5000, comparator=Comparator.AT_LEAST)
    assert fill_base(target, [make_value(2020, 5563.58)], LATER).form is Form.FLOOR


@pytest.mark.parametrize("form", [Form.FLOOR, Form.CEILING])
def test_a_base_exactly_at_the_promise_is_to_be_held(form: Form) -> None:
    target = build_target(form, None, "5563.58")
    assert fill_base(target, [make_value(2020, "5563.58")], LATER).form is form


def test_parts_of_a_year_limits_and_other_years_are_no_base() -> None:
    target = build_target(Form.FLOOR, None, 9000)
    values = [
        make_value("2020-01/09", 4000),
        make_value(2020, 5600, bound=Comparator.LESS_THAN),
        make_value(2021, 6388.38),
        make_value(2020, 5563.58, code="other"),
    ]
    assert fill_base(target, values, LATER) is target


def test_a_unit_of_another_dimension_is_no_base() -> None:
    target = build_target(Form.FLOOR, None, 9000)
    assert fill_base(target, [make_value(2020, 5563.58, unit="亿美元")], LATER) is target


def test_other_forms_need_no_base() -> None:
    target = build_target(Form.GROWTH, None, 7, unit="%")
    assert fill_base(target, [make_value(2020, 6, unit="%")], LATER) is target


def test_a_promise_of_every_year_has_no_way_to_go() -> None:
    yearly = build_target(Form.FLOOR, None, 9000, is_yearly=True)
    values = [make_value(2020, 5563.58), make_value(2021, 6388.38)]
    assert fill_base(yearly, values, LATER) is yearly
    assert judge_target(yearly, values, as_of=LATER).klass is Class.BEHIND


def test_the_observation_of_the_base_is_among_the_inputs() -> None:
    target = build_target(Form.FLOOR, None, 9000)
    values = [make_value(2020, 5563.58), make_value(2021, 6388.38)]
    standing = judge_target(target, values, as_of=LATER)
    assert (standing.form, standing.base_version) == (Form.LEVEL, OBSERVED)
    assert standing.inputs == ("gdp-2020", "gdp-2021")
    assert standing.base == make_quantity("5563.58", "亿元")


def test_a_range_has_a_way_from_an_observed_base() -> None:
    target = build_target(Form.RANGE, None, 2, value_max=make_quantity(3, "亿元"))
    standing = judge_target(target, [make_value(2020, 0), make_value(2022, 1)], as_of=LATER)
    assert (standing.klass, str(standing.done)) == (Class.ON_COURSE, "0.5")
