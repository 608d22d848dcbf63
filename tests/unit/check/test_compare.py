"""Two documents target by target."""

from lantu.check.compare import Verdict, compare_readings, say_target
from lantu.read import read_text
from lantu.run.gazetteer import read_gazetteer

TEXT = """{place}国民经济和社会发展第十四个五年规划纲要

表1 {place}“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值 | 亿元 | 500 | {output} | 预期性 |
| 2 | PM2.5浓度 | 微克/立方米 | 30 | {dust} | 约束性 |
| 3 | {rate}失业率 | % | 3.1 | 4.5 | 预期性 |
| 4 | {last} | 岁 | 80.1 | 84 | 预期性 |
"""


def read(place: str, output: str, dust: str, rate: str, last: str):  # type: ignore[no-untyped-def]
    return read_text(
        TEXT.format(place=place, output=output, dust=dust, rate=rate, last=last),
        f"{place}{output}.txt",
        places=read_gazetteer(),
    )


def test_each_target_has_a_verdict() -> None:
    first = read("临江市", "700", "28", "城镇登记", "人均预期寿命")
    second = read("临江市", "800", "29", "城镇调查", "平均退休年龄")
    rows = compare_readings(first, second)
    told = {row.name: (row.verdict, row.is_easier) for row in rows}
    assert told == {
        "地区生产总值": (Verdict.HIGHER, False),
        "PM2.5浓度": (Verdict.HIGHER, True),
        "城镇登记失业率": (Verdict.NOT_COMPARABLE, None),
        "人均预期寿命": (Verdict.ONLY_FIRST, None),
        "平均退休年龄": (Verdict.ONLY_SECOND, None),
    }
    assert say_target(rows[0].second) == "800亿元"
    assert say_target(None) == ""


def test_a_document_is_the_same_as_itself() -> None:
    plan = read("临江市", "700", "28", "城镇登记", "人均预期寿命")
    assert {row.verdict for row in compare_readings(plan, plan)} == {Verdict.SAME}


def test_totals_of_two_levels_are_not_compared() -> None:
    city = read("嘉兴市", "7000", "28", "城镇登记", "人均预期寿命")
    district = read("嘉兴市秀洲区", "700", "28", "城镇登记", "人均预期寿命")
    row = compare_readings(city, district)[0]
    assert row.verdict is Verdict.NOT_COMPARABLE
    assert "总量" in row.reason
