"""A district's target that asks for less than its city's.

In: forward tables of both with ratios and averages. Out: targets of the district
that are worse than the city's. Left out on purpose: totals, which are parts.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim, figures_of
from lantu.check.levels import pair_levels
from lantu.check.material import Material
from lantu.check.rows import is_falling
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_SHARED = ("率", "比重", "占比", "比例", "每", "人均", "浓度", "年限", "寿命", "收入比")

_LAND = ("森林", "林木", "湿地", "水面", "耕地", "岸线")
"""What the lie of the land gives: plains have fewer woods, hills less water."""


def find_weaker(material: Material) -> Iterator[Draft]:
    """Targets of the district worse than the city's."""
    for pair in pair_levels(material):
        low, high = pair.below_target, pair.above_target
        if low is None or high is None or not any(word in low.key.stem for word in _SHARED):
            continue
        if _is_worse(low, high):
            is_binding = "约束" in high.entry.attribute
            is_given = any(word in low.key.stem for word in _LAND)
            yield Draft(
                Severity.WARNING if is_binding and not is_given else Severity.INFO,
                f"{low.name}：区县目标{_say(low)}，低于全市{_say(high)}",
                f"全市{'约束性' if is_binding else ''}目标为{_say(high)}，区县为{_say(low)}。可能条件不同，也可能没有衔接，应当说明。",
                tuple(material.show(claim) for claim in (low, high)),
                (("district", low.amount or Decimal(0)), ("city", high.amount or Decimal(0))),
            )


def _is_worse(low: Claim, high: Claim) -> bool:
    figures = figures_of(low, high)
    if figures is None:
        return False
    mine, yours = figures
    return mine > yours if is_falling(low.entry.indicator) else mine < yours


def _say(claim: Claim) -> str:
    return "".join(claim.cell.raw.split()) if claim.cell else str(claim.amount)


_TABLE = """{place}国民经济和社会发展第十四个五年规划纲要

表1 {place}“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 空气质量优良天数比率 | % | {base} | {target} | 约束性 |
| 2 | 人均预期寿命 | 岁 | {age} | 84 | 预期性 |
"""
_CITY = Snippet("市.txt", _TABLE.format(place="嘉兴市", base="88", target="93", age="82.1"))

RULE = CheckRule(
    "C162",
    FindingKind.LEVEL_VS_LEVEL,
    "区县目标低于全市",
    "平均性的目标，区县低于全市，就要有别的区县高于全市来补。",
    "与上级规划衔接，或说明本地条件。",
    find_weaker,
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="86", target="91", age="82.9"))),
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="86", target="93", age="82.9"))),
)
