"""Two plans of the small city and its district, read and checked by the arrows themselves.

In: a registry with the small city's places. Out: the plans and the runs of the checker.
"""

from dataclasses import dataclass

from lantu.run.checking import check_versions
from lantu.run.plans import read_version, receive_plan
from lantu.store import models
from lantu.store.keep.plans import PlanFacts
from tests.unit.show.city import CITY, DISTRICT

TEXT = """{place}国民经济和社会发展第十四个五年规划纲要

一、发展目标

到2025年，{output}达到{prose}亿元，推进<绿色>发展，{place}河湖面貌明显改善。

表1 {place}“十四五”时期主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|
| 1 | 地区生产总值 | 亿元 | {base} | {goal} | 预期性 |
| 2 | 每万人高价值发明专利拥有量 | 件 | 8.9 | 18 | 预期性 |
| 3 | 空气质量优良天数比率 | % | 88.1 | {days} | 约束性 |
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """The two plans, what was read of them, and the run over both."""

    upper: models.Plan
    lower: models.Plan
    upper_version: int
    lower_version: int
    together: int

    @property
    def pair(self) -> str:
        """The lower plan's page with the upper one."""
        return f"/plan/{self.lower.pk}/check?with={self.upper.pk}"


def write_text(place: str, *, prose: str, base: str, goal: str, days: str, output: str = "地区生产总值") -> str:
    """A plan with a goal in its prose and three in its table."""
    return TEXT.format(place=place, prose=prose, base=base, goal=goal, days=days, output=output)


def read_text(text: str, title: str, place: str) -> int:
    """A version of the plan of that title."""
    facts = PlanFacts(title, place, slug="checked", first_year=2021, last_year=2025)
    key = receive_plan(text.encode(), "plan.md", facts, by="li")
    read_version(key, by="li")
    return key


def build_checked() -> Checked:
    """Read both plans and check them, the lower one also alone."""
    upper = read_text(write_text("示例市", prose="8800", base="5509.5", goal="9000", days="93"), "示例市纲要", CITY)
    lower = read_text(write_text("甲区", prose="700", base="503", goal="700", days="91"), "甲区纲要", DISTRICT)
    check_versions([lower], by="li")
    together = check_versions([upper, lower], by="li")
    plans = [models.PlanVersion.objects.get(pk=key).plan for key in (upper, lower)]
    return Checked(plans[0], plans[1], upper, lower, together)
