"""The word that says how a row stands, against the row's own figures."""

from lantu.check.rules.row_status import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


REVIEW = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 | 完成情况 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 技术改造投资（亿元） | 200 | 300 | 8.4% | 210 | {growth} | 完成 |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 0.2 | 81.5 | 0.3 | 完成 |

注：{note}
"""
ASIDE = "技术改造投资统计口径调整，总量不可比。"


def test_what_a_note_sets_aside_does_not_lead() -> None:
    (told,) = find_in(RULE, REVIEW.format(growth="6.1%", note=ASIDE))
    assert told.severity is Severity.ERROR
    assert told.title.endswith("但增速目标8.4%，完成6.1%")
    assert "应当在表注中写明" not in told.explanation
    assert "不作依据" in told.explanation


def test_the_larger_gap_leads_where_nothing_is_set_aside() -> None:
    (told,) = find_in(RULE, REVIEW.format(growth="1.0%", note="数据来自统计部门。"))
    assert told.title.endswith("但增速目标8.4%，完成1.0%")
    (other,) = find_in(RULE, REVIEW.format(growth="8.0%", note="数据来自统计部门。"))
    assert other.title.endswith("但目标300，完成210")


def test_a_row_that_a_note_excuses_is_a_hint() -> None:
    (told,) = find_in(RULE, REVIEW.format(growth="8.9%", note=ASIDE))
    assert told.severity is Severity.INFO
