"""Levels of two years and the growth said of the second, in one document or in several.

In: reports about one place. Out: growth that the two levels do not give. Left out on
purpose: growth at comparable prices, and averages of several years.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim, figures_of
from lantu.check.material import Material, are_comparable
from lantu.check.names import relate_scopes
from lantu.check.printed import Range, range_of, show
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind, Relation

_REAL_BY_CUSTOM = re.compile(r"gdp|增加值|收入|劳动生产率|产值", re.IGNORECASE)
_FISCAL = re.compile(r"财政|预算")
_LEAST_GAP = Decimal(1)
_FAR_APART = Decimal(3)


def find_breaks(material: Material) -> Iterator[Draft]:
    """Growth that does not lead from one year's level to the next."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        exact = [c for c in claims if c.kind is EntryKind.ACTUAL and c.comparator is Comparator.EQUAL and c.year]
        levels = [c for c in exact if c.nature == "level" and c.amount is not None and c.amount > 0 and c.unit != "%"]
        told: set[tuple[int | None, frozenset[str]]] = set()
        for growth in exact:
            if growth.nature != "growth" or growth.is_average or not _is_nominal(growth):
                continue
            draft = _check(material, levels, growth)
            if draft and (growth.year, growth.key.scopes) not in told:
                told.add((growth.year, growth.key.scopes))
                yield draft


def _is_nominal(claim: Claim) -> bool:
    return bool(_FISCAL.search(claim.key.stem)) or not _REAL_BY_CUSTOM.search(claim.key.stem)


def _check(material: Material, levels: list[Claim], growth: Claim) -> Draft | None:
    """Compare with the nearest levels of the year and of the year before."""
    like = [c for c in levels if relate_scopes(c.key.scopes, growth.key.scopes)[0] is Relation.SAME]
    like = [c for c in like if not c.entry.region and not growth.entry.region]
    ends = [c for c in like if c.year == growth.year]
    starts = [c for c in like if c.year == (growth.year or 0) - 1]
    end = min(ends, key=lambda c: (c.doc != growth.doc, abs(c.span.start - growth.span.start)), default=None)
    if end is None or growth.amount is None:
        return None
    start = next((c for c in starts if are_comparable(c, end)), None)
    figures = figures_of(start, end) if start else None
    if start is None or figures is None or max(figures) / min(figures) > _FAR_APART:
        return None
    rate = _growth(figures, start, end)
    stated = range_of(growth.amount)
    gap = abs(rate.middle - growth.amount)
    if rate.touches(stated) or gap < _LEAST_GAP:
        return None
    return Draft(
        Severity.WARNING,
        f"{end.name}：{growth.year}年增长{growth.amount}%，按前后两年数值推算为{show(rate.middle, 1)}%",
        f"{start.year}年{start.amount}{start.unit}，{end.year}年{end.amount}{end.unit}，推算增长{show(rate.middle, 1)}%，"
        f"文中为{growth.amount}%。可能口径有调整或上年数有修订，应当注明。",
        tuple(material.show(claim) for claim in (start, end, growth)),
        (("recomputed", rate.middle), ("stated", growth.amount)),
    )


def _growth(figures: tuple[Decimal, Decimal], start: Claim, end: Claim) -> Range:
    first = Range(figures[0] - start.slack, figures[0] + start.slack)
    second = Range(figures[1] - end.slack, figures[1] + end.slack)
    return Range((second.low / first.high - 1) * 100, (second.high / first.low - 1) * 100)


_FIRST = """临江市2019年政府工作报告

2019年2月1日

一、2018年工作回顾

2018年，实际利用外资{first}亿美元。
"""
_SECOND = """临江市2020年政府工作报告

2020年2月1日

一、2019年工作回顾

2019年，实际利用外资33.0亿美元，增长10%。
"""

RULE = CheckRule(
    "C152",
    FindingKind.CROSS_DOCUMENT,
    "前后两年数值与增速不符",
    "两年的数和增速互相验证；不符而不说明，外界会认为数据不实。",
    "注明口径调整或修订后的上年数。",
    find_breaks,
    (Snippet("前.txt", _FIRST.format(first="41.2")), Snippet("后.txt", _SECOND)),
    (Snippet("前.txt", _FIRST.format(first="30.0")), Snippet("后.txt", _SECOND)),
)
