"""What two documents report of one indicator, place and year."""

from lantu.check.rules.reports_differ import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


PLAN = "临江市国民经济和社会发展第十四个五年规划纲要\n\n一、发展基础\n\n2020年，{words}。\n"
REPORT = "临江市2021年政府工作报告\n\n2021年2月1日\n\n2020年，{words}。\n"


def find(plan: str, report: str) -> list[str]:
    return [f.title for f in find_in(RULE, PLAN.format(words=plan), REPORT.format(words=report))]


def test_a_bound_that_is_kept_is_no_conflict() -> None:
    assert find("进出口总额突破3000亿元", "进出口总额3052.3亿元") == []
    assert find("进出口总额突破3100亿元", "进出口总额3052.3亿元") != []


def test_other_populations_are_no_conflict() -> None:
    assert find("常住人口480.2万人", "户籍人口367.4万人") == []


def test_a_figure_without_a_date_is_a_hint() -> None:
    where = "嘉兴市地处平原，陆域面积4223平方公里，户籍人口367.4万，常住人口330.1万。"
    undated = f"嘉兴市创新发展纪实\n\n{where}\n\n2020年，嘉兴市新增城镇就业5万人。\n"
    dated = PLAN.replace("临江市", "嘉兴市").format(words="常住人口312.5万人")
    assert [finding.severity for finding in find_in(RULE, dated, undated)] == [Severity.INFO]
    told = find_in(RULE, dated, undated.replace("地处平原", "2020年末"))
    assert [finding.severity for finding in told] == [Severity.WARNING]


def test_an_average_without_years_is_a_hint() -> None:
    dated = PLAN.replace("2020年，{words}", "2016—2020年，农村居民人均可支配收入年均增长8.2%")
    article = "临江市2021年政府工作报告\n\n2021年2月1日\n\n{lead}农村居民人均可支配收入年均增长11.6%。\n"
    told = [find_in(RULE, dated, article.format(lead=lead)) for lead in ("2020年，", "“十三五”以来，到2020年，")]
    assert [[finding.severity for finding in found] for found in told] == [[Severity.INFO], [Severity.WARNING]]
    assert "起止年份" in told[0][0].explanation


TABLED = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，空气质量优良天数比率87.2%。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | {name}空气质量优良天数比率 | % | {base} | 93以上 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""


def test_a_scope_named_where_the_same_figure_stands_carries_over() -> None:
    def told(name: str, base: str) -> list[str]:
        report = REPORT.format(words="空气质量优良天数比率91.7%")
        return [finding.title for finding in find_in(RULE, TABLED.format(name=name, base=base), report)]

    assert told("设区城市", "87.2") == []
    assert told("设区城市", "86.0") != []
    assert told("", "87.2") != []
