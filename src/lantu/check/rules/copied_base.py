"""Base figures of a district that are the city's own.

In: forward tables of a city and of a district in it. Out: indicators with the same
base figure at both levels; a hint where the targets are not known to be the same
too, since figures of two or three digits agree by chance. Left out on purpose: bases
of one digit, and full shares.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.levels import pair_levels
from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_FULL = Decimal(100)


def find_copies(material: Material) -> Iterator[Draft]:
    """Indicators whose bases are equal at both levels."""
    for pair in pair_levels(material):
        low, high = pair.below_base, pair.above_base
        if low is None or high is None or low.amount != high.amount or not _says_much(low.amount):
            continue
        targets = [claim for claim in (pair.below_target, pair.above_target) if claim is not None]
        both = len(targets) == 2 and targets[0].value == targets[1].value
        yield Draft(
            Severity.WARNING if both and not _is_of_the_air(low) else Severity.INFO,
            f"{low.name}：区县与市的基期值同为{low.amount}{'，目标也相同' if both else ''}",
            "区县的现状与全市完全相同，可能直接抄用了全市数据。没有分区县数据的，应当注明“引用全市数据”，目标也要说明如何分解。",
            tuple(material.show(claim) for claim in (low, high, *targets)),
            (("base", low.amount or Decimal(0)),),
        )


def _is_of_the_air(claim: Claim) -> bool:
    """Whether it is a concentration: neighbours breathe the same air, and few digits are printed."""
    return "浓度" in claim.key.stem or "微克" in claim.unit


def _says_much(amount: Decimal | None) -> bool:
    """Whether a figure has at least two digits that count."""
    return amount is not None and amount != _FULL and len(str(amount).replace(".", "").strip("0")) >= 2


_TABLE = """{place}国民经济和社会发展第十四个五年规划纲要

表1 {place}“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 每万人高价值发明专利拥有量 | 件 | {base} | {target} | 预期性 |
| 2 | 人均预期寿命 | 岁 | {age} | 84 | 预期性 |
"""
_CITY = Snippet("市.txt", _TABLE.format(place="嘉兴市", base="7.6", target="15", age="82.1"))

RULE = CheckRule(
    "C160",
    FindingKind.DISTRICT_VS_CITY,
    "区县基期值与全市相同",
    "把全市数当作区县数，目标进度从起点就错了，也无法考核区县。",
    "补充区县自己的数；确无分区县数据的，在表中注明。",
    find_copies,
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="7.6", target="15", age="82.9"))),
    (_CITY, Snippet("区.txt", _TABLE.format(place="嘉兴市秀洲区", base="6.4", target="15", age="82.9"))),
)
