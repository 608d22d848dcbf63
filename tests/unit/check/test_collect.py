"""Claims are found in prose and tables."""

from decimal import Decimal

from lantu.check.collect import collect_claims, places_of, row_name
from lantu.core.entry import EntryKind
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


def test_tables_give_targets_and_bases_and_prose_gives_reports() -> None:
    claims = collect_claims([read_text(TABLE.format(people="312"), "甲.txt")])
    output = {(c.kind, c.year, c.amount) for c in claims if c.key.stem == "gdp"}
    assert output == {
        (EntryKind.ACTUAL, 2020, Decimal(480)),
        (EntryKind.ACTUAL, 2020, Decimal(500)),
        (EntryKind.TARGET, 2025, Decimal(800)),
    }
    growth = [c for c in claims if c.key.stem == "全员劳动生产率"]
    assert [c.nature for c in growth] == ["growth"]


def test_a_row_that_makes_no_sense_alone_takes_the_name_of_its_group() -> None:
    text = TABLE.format(people="312")
    reading = read_text(text, "甲.txt")
    assert [row_name(row) for row in reading.tables[0].rows][:1] == ["地区生产总值"]
    assert "临江市" in places_of(reading)
