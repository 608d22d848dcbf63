"""How fast a district means to grow, against its city.

In: forward tables of both with base and target. Out: totals for which the district
plans to grow much faster or slower than the city. Left out on purpose: ratios and
averages, which do not add up, and differences within a half.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.levels import is_total, pair_levels
from lantu.check.material import Material
from lantu.check.printed import range_of, show, yearly_growth
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator
from lantu.core.finding import FindingKind

_FASTER, _SLOWER = Decimal("1.5"), Decimal("0.67")
_LEAST = Decimal(1)


def find_gaps(material: Material) -> Iterator[Draft]:
    """Totals that grow at very different speed on the two levels."""
    for pair in pair_levels(material):
        below = _growth(pair.below_base, pair.below_target)
        above = _growth(pair.above_base, pair.above_target)
        if below is None or above is None or pair.below_target is None or above < _LEAST:
            continue
        ratio = below / above
        if _SLOWER < ratio < _FASTER:
            continue
        word = "快于" if ratio > 1 else "慢于"
        claims = [c for c in (pair.below_base, pair.below_target, pair.above_base, pair.above_target) if c]
        yield Draft(
            Severity.INFO,
            f"{pair.below_target.name}：区县年均{show(below, 1)}%，{word}全市{show(above, 1)}%",
            f"按两份规划的基期值和目标值推算，区县年均增长{show(below, 1)}%，全市{show(above, 1)}%，是全市的{show(ratio, 1)}倍。"
            + (
                "注意是否层层加码，支撑条件是否具备。"
                if ratio > 1
                else "区县占全市的份额将下降，全市目标须由别处补足。"
            ),
            tuple(material.show(claim) for claim in claims),
            (("district", below), ("city", above)),
        )


def _growth(base: Claim | None, target: Claim | None) -> Decimal | None:
    if base is None or target is None or base.amount is None or target.amount is None or base.year is None:
        return None
    if not is_total(target) or target.year is None or target.comparator is Comparator.ABOUT or base.amount <= 0:
        return None
    start, end = range_of(base.amount), range_of(target.amount)
    if start.low <= 0 or end.low <= 0:
        return None
    return yearly_growth(start, end, target.year - base.year).middle


_TABLE = """{place}国民经济和社会发展第十四个五年规划纲要

表1 {place}“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值 | 亿元 | {base} | {target} | 预期性 |
| 2 | 人均预期寿命 | 岁 | {age} | 84 | 预期性 |
"""
_CITY = Snippet("市.txt", _TABLE.format(place="嘉兴市", base="5000", target="7000", age="82.1"))

RULE = CheckRule(
    "C161",
    FindingKind.LEVEL_VS_LEVEL,
    "区县与全市增速相差悬殊",
    "各区县目标加起来应当撑得起全市目标；层层加码则难以实现。",
    "对照全市分解方案，说明高于或低于全市的理由。",
    find_gaps,
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="500", target="1000", age="82.9"))),
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="500", target="720", age="82.9"))),
)
