"""A figure in prose against the same figure in a table of the same document."""

from lantu.check.rules.prose_table import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


PLAN = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，空气质量优良率达到{prose}%。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | {name} | % | {base} | 93 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""


def test_figures_that_round_to_one_another_agree() -> None:
    assert find_in(RULE, PLAN.format(prose="64", base="64.4", name="空气质量优良天数比率")) == []
    (found,) = find_in(RULE, PLAN.format(prose="66", base="64.4", name="空气质量优良天数比率"))
    assert found.severity is Severity.ERROR


def test_another_indicator_is_not_compared() -> None:
    assert find_in(RULE, PLAN.format(prose="66", base="64.4", name="水质优良率")) == []
