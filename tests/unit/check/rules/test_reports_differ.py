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
