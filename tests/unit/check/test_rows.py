"""A row taken apart."""

from decimal import Decimal

import pytest

from lantu.check.rows import find_figure, is_falling, name_of, split_row
from lantu.core.entry import CellRole
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长(%)[累计] | 完成情况 2020年 | 完成情况 年均增长(%)[累计] |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 人均预期寿命（岁） | 80.2 | 81.2 | [1] | 82.0 | [1.8] |
| 2 | 发明专利授权量（项） | 100 | 161 | 10% | — | — |
"""


def test_both_sides_have_base_level_growth_and_change() -> None:
    life, patents = read_text(TEXT, "甲.txt").tables[0].rows
    promised, reported = split_row(life)
    assert (promised.role, promised.years) == (CellRole.TARGET, 5)
    assert reported.level is not None
    assert reported.change is not None
    assert (reported.level.value, reported.change.value) == (Decimal("82.0"), Decimal("1.8"))
    assert [side.role for side in split_row(patents)] == [CellRole.TARGET]
    assert name_of(life) == "人均预期寿命"
    assert find_figure(patents, CellRole.ACTUAL) is None


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("细颗粒物（PM2.5）浓度", True),
        ("城镇登记失业率", True),
        ("城乡居民收入比", True),
        ("单位地区生产总值能耗降低", False),
        ("地区生产总值", False),
    ],
)
def test_which_way_is_good(name: str, answer: bool) -> None:
    assert is_falling(name) is answer
