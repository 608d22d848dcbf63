"""Marks that a conversion lost: brackets, dates, numbers of sessions, classes, stars."""

from lantu.check.rules.lost_marks import RULE
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


NOTE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 人均预期寿命{star} | 岁 | 80.0 | 81.0 | 预期性 |

注：标★的为省级指标；标▲的为市级指标。
"""


def test_stars_of_one_note_are_one_fault() -> None:
    (both,) = find_in(RULE, NOTE.format(star=""))
    assert "★、▲" in both.title
    assert len(both.evidence) == 2
    (one,) = find_in(RULE, NOTE.format(star="★"))
    assert [evidence.span.quote[:2] for evidence in one.evidence] == ["标▲"]


def test_counted_and_shown_are_both_said() -> None:
    lines = [f"第{n}条 各县区完成造林(亩，由林业部门负责验收，结果向社会公布" for n in range(1, 15)]
    (finding,) = find_in(RULE, "临江市造林工作安排\n\n" + "\n\n".join(lines))
    assert "14处" in finding.title
    assert len(finding.evidence) == 12
    assert "前12处，其余2处" in finding.explanation
