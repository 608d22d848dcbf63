"""Targets that ask for less than there already is."""

from lantu.check.rules.weaker_than_base import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


PLAN = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | {name} | {unit} | {base} | {target} | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""


def find(name: str, unit: str, base: str, target: str) -> int:
    return len(find_in(RULE, PLAN.format(name=name, unit=unit, base=base, target=target)))


def test_less_is_better_for_some() -> None:
    assert find("城镇调查失业率", "%", "3.1", "5") == 1
    assert find("PM2.5浓度", "微克/立方米", "28", "27以下") == 0
    assert find("PM2.5浓度", "微克/立方米", "28", "30以下") == 1


def test_what_quotas_hold_down_may_fall() -> None:
    assert find("耕地保有量", "万亩", "45.8", "44.5") == 0


REPORT = """临江市2021年政府工作报告

2021年2月1日

一、2020年工作回顾

2020年，全市空气质量优良率达到{base}。

二、2021年工作安排

2021年，全市空气质量优良率{target}。
"""


def weigh(base: str, target: str) -> list[Severity]:
    return [finding.severity for finding in find_in(RULE, REPORT.format(base=base, target=target))]


def test_a_line_that_a_yearly_report_names_as_one_is_a_hint() -> None:
    assert weigh("91.7%", "达到88%") == [Severity.WARNING]
    assert weigh("91.7%", "保持在88%以上") == [Severity.INFO]
    assert weigh("91.7%", "保持在92%以上") == []


LIST = """临江市2021年政府工作报告

2021年2月1日

一、2020年工作回顾

2020年，全市PM2.5浓度为28微克/立方米，空气质量优良率达到91.7%。

二、2021年工作安排

2021年，{goals}。
"""


def test_a_guarantee_holds_for_every_goal_of_its_list() -> None:
    def told(goals: str) -> list[Severity]:
        return [finding.severity for finding in find_in(RULE, LIST.format(goals=goals)) if "优良" in finding.title]

    assert told("确保PM2.5浓度低于32微克/立方米、空气质量优良率达到88%") == [Severity.INFO]
    assert told("确保PM2.5浓度低于32微克/立方米，力争空气质量优良率达到88%") == [Severity.WARNING]


def test_a_line_in_a_plan_of_five_years_is_no_excuse() -> None:
    (finding,) = find_in(RULE, PLAN.format(name="PM2.5浓度", unit="微克/立方米", base="28", target="30以下"))
    assert finding.severity is Severity.WARNING


WORK = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长(%)[累计] | 完成情况 2020年 | 完成情况 年均增长(%)[累计] |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 城镇新增就业（万人） | 6 | [{before}] | — | [68] | — |
| 2 | 人均预期寿命（岁） | 80.2 | 81.2 | [1] | 82.0 | [1.8] |

到2025年，五年累计城镇新增就业50万人。
"""


def test_work_set_no_lower_than_before_is_a_hint() -> None:
    told = {before: [f.severity for f in find_in(RULE, WORK.format(before=before))] for before in ("30", "60")}
    assert told == {"30": [Severity.INFO], "60": [Severity.WARNING]}
