"""Figures of prose and tables in one shape."""

from decimal import Decimal

from lantu.check.claims import are_units_alike, figures_of, group_by_stem, half_digit
from lantu.check.collect import collect_claims
from lantu.read import read_text

TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，常住人口{people}万人，地区生产总值突破480亿元。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值 | 亿元 | 500 | 800 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
| 3 | 全员劳动生产率年均增长 | % | - | 7以上 | 预期性 |
"""


def test_values_are_in_the_own_unit_of_the_dimension() -> None:
    claims = collect_claims([read_text(TABLE.format(people="312.5"), "甲.txt")])
    (people,) = [c for c in claims if c.key.stem == "人口"]
    assert people.value == Decimal(3125000)
    assert people.slack == Decimal(500)
    assert not people.is_table
    assert people.name == "常住人口"


def test_figures_are_brought_to_one_unit() -> None:
    claims = collect_claims([read_text(TABLE.format(people="312"), "甲.txt")])
    a, b = (c for c in claims if c.key.stem == "gdp" and c.year == 2020)
    figures = figures_of(a, b)
    assert figures is not None
    assert sorted(figures) == [Decimal(48000000000), Decimal(50000000000)]


def test_units_and_digits() -> None:
    assert are_units_alike("倍", ":1")
    assert are_units_alike("亿元", "万元")
    assert not are_units_alike("亿元", "亿美元")
    assert half_digit(Decimal("0.50")) == Decimal("0.005")
    assert half_digit(None) == 0


def test_groups_hold_all_claims_of_a_stem() -> None:
    claims = collect_claims([read_text(TABLE.format(people="312"), "甲.txt")] * 2)
    groups = group_by_stem(claims)
    assert sum(len(found) for found in groups.values()) == len(claims)
    assert {c.doc for c in groups["gdp"]} == {0, 1}
