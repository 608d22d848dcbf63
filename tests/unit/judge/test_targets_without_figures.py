"""Promises whose words stand for a figure: ranks, multiples, coverage, clearing."""

from collections.abc import Sequence

import pytest

from lantu.core.absence import Absence
from lantu.core.definition import Definition, Direction, Kind
from lantu.core.entry import Entry
from lantu.core.quantity import Quantity
from lantu.core.span import span_of
from lantu.core.target import Form, Target
from lantu.judge.targets import make_target
from tests.unit.judge.builders import make_entry

SHARE = Definition("5g", "5G信号覆盖率", "%", Direction.UP, Kind.LEVEL)
COUNT = Definition("bad", "劣五类断面", "个", Direction.DOWN, Kind.LEVEL)
GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)
RANK = Definition("rank", "创新指数位次", "位", Direction.DOWN, Kind.LEVEL)


def make(definition: Definition | None, words: str = "实现全覆盖", **fields: object) -> tuple[Target, Sequence[str]]:
    entry: Entry = make_entry(span=span_of(words, 0, len(words)), **fields)
    target, diagnostics = make_target(
        entry, target_id="t", place_code="330400", definition=definition, base_year=2020, due_year=2025
    )
    return target, [d.code for d in diagnostics]


@pytest.mark.parametrize(
    ("words", "definition", "figure"), [("实现全覆盖", SHARE, "100 %"), ("动态清零", COUNT, "0 个")]
)
def test_words_that_stand_for_a_figure(words: str, definition: Definition, figure: str) -> None:
    target, codes = make(definition, words, measure="coverage")
    assert (target.form, str(target.value), codes) == (Form.COVERAGE, figure, [])


@pytest.mark.parametrize(
    ("words", "definition"), [("基本实现全覆盖", SHARE), ("实现全覆盖", COUNT), ("实现全覆盖", None)]
)
def test_words_that_leave_it_open_stay_words_and_are_named(words: str, definition: Definition | None) -> None:
    target, codes = make(definition, words, measure="coverage")
    assert isinstance(target.value, Absence)
    assert codes == ["J004"]


def test_a_multiple_keeps_its_number_whatever_the_indicators_unit() -> None:
    target, codes = make(GDP, "翻一番", measure="multiple", value=2, unit="倍", base_year=2018)
    assert (target.form, str(target.value), target.base.year, codes) == (Form.MULTIPLE, "2 倍", 2018, [])


def test_a_rank_is_a_place_or_a_better_one() -> None:
    target, codes = make(RANK, "进入前三", measure="rank", value=3, unit="位")
    assert (target.form, codes) == (Form.CEILING, [])
    assert isinstance(target.value, Quantity)
