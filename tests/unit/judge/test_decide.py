"""Which rule decides a promise."""

from decimal import Decimal
from typing import Any

import pytest

from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Comparator, YearSource
from lantu.core.target import Form
from lantu.judge.decide import decide_form, kind_of, way_of
from tests.unit.judge.builders import make_entry

UP = Definition("a", "甲", "亿元", Direction.UP, Kind.LEVEL)
DOWN = Definition("b", "乙", "亿元", Direction.DOWN, Kind.LEVEL)
FLOW = Definition("c", "丙", "亿元", Direction.UP, Kind.FLOW)
GROWTH = Definition("d", "丁增长", "%", Direction.UP, Kind.GROWTH)
CUT = Definition("e", "单位地区生产总值能源消耗降低", "%", Direction.DOWN, Kind.LEVEL)
NEUTRAL = Definition("f", "己", "亿元", Direction.NONE, Kind.LEVEL)


@pytest.mark.parametrize(
    ("definition", "base", "fields", "form"),
    [
        (UP, 100, {}, Form.LEVEL),
        (UP, 100, {"comparator": Comparator.AT_LEAST}, Form.LEVEL),
        (DOWN, 300, {"comparator": Comparator.AT_MOST}, Form.LEVEL),
        (UP, 200, {}, Form.FLOOR),
        (UP, 201, {}, Form.FLOOR),
        (DOWN, 200, {}, Form.CEILING),
        (DOWN, 100, {}, Form.CEILING),
        (UP, None, {}, Form.FLOOR),
        (DOWN, None, {}, Form.CEILING),
        (NEUTRAL, None, {}, Form.UNDECIDED),
        (NEUTRAL, 100, {}, Form.LEVEL),
        (NEUTRAL, None, {"comparator": Comparator.AT_MOST}, Form.CEILING),
        (UP, 100, {"comparator": Comparator.ABOUT}, Form.ABOUT),
        (UP, 100, {"comparator": Comparator.WITHIN}, Form.RANGE),
        (UP, 100, {"year_source": YearSource.ANNUAL}, Form.FLOOR),
        (UP, None, {"measure": "growth_rate", "unit": "%"}, Form.GROWTH),
        (UP, None, {"measure": "growth_rate", "unit": "百分点"}, Form.UNDECIDED),
        (GROWTH, None, {"unit": "%"}, Form.GROWTH),
        (CUT, None, {"measure": "cumulative_cut", "unit": "%"}, Form.CUT),
        (CUT, None, {"measure": "cumulative_cut", "unit": "百分点"}, Form.SUM),
        (UP, None, {"measure": "cumulative_cut", "unit": "百分点"}, Form.CHANGE),
        (FLOW, None, {"measure": "sum"}, Form.SUM),
        (FLOW, None, {"is_cumulative": True}, Form.SUM),
        (UP, 100, {"measure": "increment", "is_cumulative": True}, Form.CHANGE),
        (UP, None, {"measure": "decrement"}, Form.UNDECIDED),
        (UP, None, {"measure": "assigned"}, Form.ASSIGNED),
        (UP, None, {"measure": "relative"}, Form.RELATIVE),
        (UP, None, {"measure": "coverage"}, Form.COVERAGE),
        (UP, None, {"measure": "rank"}, Form.UNDECIDED),
        (None, None, {"comparator": Comparator.AT_LEAST}, Form.FLOOR),
        (None, None, {}, Form.UNDECIDED),
    ],
)
def test_form(definition: Definition | None, base: int | None, fields: dict[str, Any], form: Form) -> None:
    entry = make_entry(**{"value": 200, "unit": "亿元", **fields})
    assert decide_form(entry, definition, None if base is None else Decimal(base), Decimal(200)) is form


def test_without_a_figure_nothing_is_decided() -> None:
    assert decide_form(make_entry(), UP, None, None) is Form.UNDECIDED


def test_yearly_cuts_are_growth_whatever_their_author_wrote() -> None:
    assert kind_of(CUT) is Kind.GROWTH
    assert kind_of(UP) is Kind.LEVEL
    assert kind_of(None) is Kind.LEVEL


def test_the_comparator_goes_before_the_direction() -> None:
    one, two = Decimal(1), Decimal(2)
    assert way_of(Comparator.AT_MOST, Direction.UP, one, two) is Direction.DOWN
    assert way_of(Comparator.EQUAL, Direction.UP, two, one) is Direction.UP
    assert way_of(Comparator.EQUAL, Direction.NONE, two, one) is Direction.DOWN
    assert way_of(Comparator.EQUAL, Direction.NONE, one, one) is Direction.NONE
