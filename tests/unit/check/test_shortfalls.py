"""Rows that fall short."""

from decimal import Decimal

import pytest

from lantu.check.shortfalls import find_shortfalls
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 固定资产投资（亿元） | 200 | 300 | 8.4% | {invested} | {growth} |
| 2 | PM2.5浓度（微克/立方米） | 50 | 40 | -4.4% | {dust} | -8.0% |
"""


@pytest.mark.parametrize(
    ("invested", "growth", "dust", "told"),
    [
        ("310", "9.2%", "33", []),
        ("240", "3.7%", "33", ["目标300，完成240", "增速目标8.4%，完成3.7%"]),
        ("310", "9.2%", "44", ["目标40，完成44"]),
    ],
)
def test_level_and_growth_by_direction(invested: str, growth: str, dust: str, told: list[str]) -> None:
    rows = read_text(TEXT.format(invested=invested, growth=growth, dust=dust), "甲.txt").tables[0].rows
    found = [short for row in rows for short in find_shortfalls(row) if short.is_level or row is rows[0]]
    assert [str(short) for short in found] == told
    assert all(short.share.endswith("%") for short in found)


def test_the_gap_is_a_part_of_the_promise() -> None:
    rows = read_text(TEXT.format(invested="240", growth="4.2%", dust="33"), "甲.txt").tables[0].rows
    assert [short.gap for short in find_shortfalls(rows[0])] == [Decimal("0.2"), Decimal("0.5")]
