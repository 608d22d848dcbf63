"""Growth said in prose against the two levels of the same sentence.

In: reports with an earlier level and a growth that follows. Out: growth that the
levels do not give. Left out on purpose: growth at comparable prices, which levels at
the prices of their years cannot give.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material
from lantu.check.printed import range_of, show_beside, yearly_growth
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator
from lantu.core.finding import FindingKind

_REAL_BY_CUSTOM = re.compile(r"生产总值|GDP|增加值|可支配收入|劳动生产率|可比价|不变价", re.IGNORECASE)
_AVERAGE = re.compile(r"年均(?:增长|增速|递增|增幅)[^，。；,]{0,4}$")
_REACH = 24


def find_slips(material: Material) -> Iterator[Draft]:
    """Growth that does not follow from the levels before it."""
    for level in material.claims:
        entry = level.entry
        if level.is_table or level.nature != "level" or entry.base_value is None or entry.base_year is None:
            continue
        if level.amount is None or level.year is None or level.year <= entry.base_year:
            continue
        growth = _find_growth(material, level)
        if growth and growth.amount is not None and not _REAL_BY_CUSTOM.search(level.name):
            yield from _compare(material, level, growth, growth.amount)


def _find_growth(material: Material, level: Claim) -> Claim | None:
    """The average growth said right behind the level."""
    text = material.readings[level.doc].text
    for claim in material.groups[level.key.stem]:
        gap = claim.span.start - level.span.end
        if claim.doc != level.doc or claim.nature != "growth" or claim.is_table or not 0 <= gap <= _REACH:
            continue
        before = text[level.span.end : claim.entry.value_span.start if claim.entry.value_span else claim.span.end]
        if _AVERAGE.search(before) and claim.comparator is Comparator.EQUAL and not re.search("[。；\n]", before):
            return claim
    return None


def _compare(material: Material, level: Claim, growth: Claim, stated: Decimal) -> Iterator[Draft]:
    entry = level.entry
    if entry.base_value is None or entry.base_year is None or level.amount is None or level.year is None:
        return
    start, end = range_of(entry.base_value), range_of(level.amount)
    years = level.year - entry.base_year
    if start.low <= 0 or end.low <= 0:
        return
    computed = yearly_growth(start, end, years)
    if computed.touches(range_of(stated)):
        return
    right = show_beside(computed.middle, stated)
    yield Draft(
        Severity.WARNING,
        f"{level.name}：年均增长{stated}%，按两端数值推算为{right}%",
        f"{entry.base_year}年{entry.base_value}到{level.year}年{level.amount}共{years}年，推算年均增长{right}%，文中为{stated}%。"
        "如为可比价或口径有调整，应当写明。",
        (material.show(level), material.show(growth)),
        (("recomputed", computed.middle), ("stated", stated)),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

社会消费品零售总额从2015年的80亿元增长至2020年的120亿元，年均增长{growth}%。
"""

RULE = CheckRule(
    "C103",
    FindingKind.ARITHMETIC,
    "正文增速与两端数值不符",
    "一句话里的三个数互相验证，不符说明至少一个数有误。",
    "重算增速；按可比价计算的应当写明。",
    find_slips,
    (Snippet("甲.txt", _TEXT.format(growth="6.5")),),
    (Snippet("甲.txt", _TEXT.format(growth="8.4")),),
)
