"""What two documents report of one indicator, place and year."""

from lantu.check.rules.reports_differ import RULE
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
