"""Output and output per head imply a population; is it one the documents speak of?"""

from lantu.check.rules.implied_population import RULE
from lantu.core.diagnostic import Severity
from tests.unit.check.proof import find_in, prove


def test_finds_its_example_and_leaves_the_other() -> None:
    prove(RULE)


PLAN = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，常住人口{people}万人。

二、主要目标

到2025年，地区生产总值达到5000亿元{bound}，人均地区生产总值达到12万元{bound}。
"""
ARTICLE = "临江市创新发展纪实\n\n2020年，临江市常住人口{people}万人。\n"


def test_two_floors_leave_the_population_open() -> None:
    def weigh(bound: str) -> list[Severity]:
        return [finding.severity for finding in find_in(RULE, PLAN.format(people="300", bound=bound))]

    assert weigh("") == [Severity.WARNING]
    assert weigh("以上") == [Severity.INFO]


def test_the_plan_s_own_population_goes_before_that_of_others() -> None:
    article = ARTICLE.format(people="416")
    (told,) = find_in(RULE, PLAN.format(people="300", bound=""), article)
    assert "300万人" in told.title
    assert len({evidence.source for evidence in told.evidence}) == 1
