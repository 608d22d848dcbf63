"""Limits, with and without a way to go."""

from fractions import Fraction

from lantu.core.definition import Kind
from lantu.core.entry import Comparator
from lantu.core.quantity import parse_unit
from lantu.core.standing import Class, Reason
from lantu.core.target import Form
from lantu.judge.forms.promise import Promise, judge_promise
from lantu.judge.series import Point
from tests.unit.judge.builders import build_target, make_case, make_value

UNIT = parse_unit("亿元")
FLOOR = Promise((Fraction(10), None), Comparator.EQUAL)
BETWEEN = Promise((Fraction(10), Fraction(20)), Comparator.EQUAL)


def point(amount: int, bound: Comparator = Comparator.EQUAL) -> Point:
    return Point(make_value(2022, amount, bound=bound), Fraction(amount))


def test_kept_means_every_side() -> None:
    assert FLOOR.is_kept(point(10))
    assert BETWEEN.is_kept(point(20))
    assert BETWEEN.is_kept(point(21)) is False


def test_a_limit_keeps_or_says_nothing() -> None:
    assert FLOOR.is_kept(point(10, Comparator.MORE_THAN)) is True
    assert FLOOR.is_kept(point(9, Comparator.MORE_THAN)) is None
    assert FLOOR.is_kept(point(9, Comparator.LESS_THAN)) is None
    assert BETWEEN.is_kept(point(15, Comparator.MORE_THAN)) is None


def test_part_of_a_year_never_keeps_a_ceiling() -> None:
    target = build_target(Form.CEILING, None, 100, kind=Kind.FLOW)
    ceiling = Promise((None, Fraction(100)), Comparator.EQUAL)
    standing = judge_promise(make_case(target, make_value("2022-01/03", 20)), ceiling, UNIT)
    assert (standing.klass, standing.reason) == (Class.CANNOT_SAY, Reason.NO_FULL_YEAR)


def test_part_of_a_year_is_preliminary_and_says_so() -> None:
    target = build_target(Form.LEVEL, 5, 10, kind=Kind.FLOW)
    standing = judge_promise(make_case(target, make_value("2022-01/11", 12)), FLOOR, UNIT)
    assert standing.is_part_of_year
    assert standing.is_preliminary
    assert "2022-01/11" in standing.note
