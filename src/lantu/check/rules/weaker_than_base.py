"""Targets that ask for less than there already is.

In: promises with the figures reported before them, in the same document. Out:
targets worse than their base or than what the period before brought; a line that a
yearly report names as one, or guarantees, is only a hint. Left out on purpose: shares that are full already, and other scopes.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.guarantee import is_guaranteed
from lantu.check.material import Material, are_comparable
from lantu.check.meeting import is_beyond
from lantu.check.rows import is_falling, is_share
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind, Modality, YearSource
from lantu.core.finding import FindingKind

_NATURES = ("level", "sum")
_STATE = re.compile(r"率|比例|比重|占比|浓度|寿命|指数|差距")
_SETTLED = ("耕地", "永久基本农田", "建设用地", "用水总量")
"""Held down by quotas from above, so that falling is no slip."""
_LINES = (Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN)
_WEAK = "目标低于已经达到的水平。如为守住底线或口径调整，应当说明；如为笔误，应当改正；需要写“以内”“以上”的应当写明。"
_RAISED = "低于上一个五年实际完成数，但不低于上一个五年的目标。累计工作量不是水平，可备说明。"
_LINE = "这是写明要守住的年度底线，低于上年已经达到的水平。年度工作守底线是常见写法，不算错；可备说明，并核对两处范围是否相同。"


def find_weak_targets(material: Material) -> Iterator[Draft]:
    """Targets worse than what was reached before."""
    for claims in material.groups.values():
        seen: set[tuple[int, int | None, str, frozenset[str]]] = set()
        for target in claims:
            at = (target.doc, target.year, target.nature, target.key.scopes)
            if at in seen or not _is_forward(material, target):
                continue
            base = _find_base(claims, target)
            if base and _is_weaker(target, base):
                seen.add(at)
                yield _draft(material, target, base, is_raised=_is_raised(claims, target, base))


def _is_forward(material: Material, claim: Claim) -> bool:
    year = material.year_of(claim.doc)
    is_promise = claim.kind is EntryKind.TARGET and claim.value is not None and claim.nature in _NATURES
    is_yearly = claim.entry.year_source is YearSource.ANNUAL or "年" in claim.entry.per
    if not is_promise or is_yearly or claim.year is None or year is None:
        return False
    # What is to be counted within the year itself is work to do, not a level to keep.
    return claim.year > year or (claim.year == year and claim.nature == "level" and claim.entry.measure != "count")


def _find_base(claims: tuple[Claim, ...], target: Claim) -> Claim | None:
    """The latest exact report before the target's year in the same document; tables first."""
    assert target.year is not None
    reports = [
        c
        for c in claims
        if c.doc == target.doc
        and c.kind is EntryKind.ACTUAL
        and c.value is not None
        and c.year is not None
        and c.year < target.year
        and c.comparator is Comparator.EQUAL
        and are_comparable(c, target)
        and (c.nature != "sum" or c.entry.is_cumulative)
    ]
    reports = [c for c in reports if c.is_table] or [c for c in reports if not target.is_table]
    return max(reports, key=lambda c: (c.year or 0, c.row is target.row), default=None)


def _is_weaker(target: Claim, base: Claim) -> bool:
    assert target.value is not None
    assert base.value is not None
    if target.unit in ("%", "％") and not target.is_table and not is_share(target.name):
        return False
    if any(word in target.key.stem for word in _SETTLED) or target.comparator is Comparator.WITHIN:
        return False
    if target.nature == "sum" and target.entry.modality is Modality.PLAN:
        return False
    if target.value == base.value:
        return False
    if abs(base.value - target.value) <= base.slack + target.slack and base.amount != target.amount:
        return False
    return is_beyond(target.value, target.comparator, base.value, is_falling(target.entry.indicator))


def _is_raised(claims: tuple[Claim, ...], target: Claim, base: Claim) -> bool:
    """Whether work to be counted over the years is set no lower than it was for the years before."""
    earlier = [
        c.value
        for c in claims
        if c.doc == target.doc and c.kind is EntryKind.TARGET and c.year == base.year and are_comparable(c, target)
    ]
    known = [value for value in earlier if value is not None]
    return target.nature == "sum" and target.value is not None and bool(known) and target.value >= max(known)


def _draft(material: Material, target: Claim, base: Claim, *, is_raised: bool) -> Draft:
    name = target.name
    is_sum = target.nature == "sum"
    before = "上一个五年累计" if is_sum else f"{base.year}年已为"
    is_for_the_year = target.year == material.year_of(target.doc)
    # A yearly report holds a line that its words name as one; a plan of five years should move it.
    is_line = is_for_the_year and (target.comparator in _LINES or _is_held(material, target))
    is_work = is_for_the_year and not _STATE.search(target.name)
    return Draft(
        Severity.INFO if is_line or is_work or is_raised else Severity.WARNING,
        f"{name}：{target.year}年目标{_figure(target)}，{before}{_figure(base)}",
        _LINE if is_line else _RAISED if is_raised else _WEAK,
        (material.show(base), material.show(target)),
        (("base", base.amount or Decimal(0)), ("target", target.amount or Decimal(0))),
    )


def _is_held(material: Material, target: Claim) -> bool:
    """Whether the words guarantee the goal, alone or in a list."""
    place = target.entry.value_span or target.span
    return is_guaranteed(material.readings[target.doc].text, place.start)


def _figure(claim: Claim) -> str:
    if claim.cell:
        return "".join(claim.cell.raw.split())
    span = claim.entry.value_span
    return span.quote if span else claim.span.quote


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 失业保险参保人数 | 万人 | 30.5 | {target} | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C130",
    FindingKind.TARGET_WEAKER_THAN_BASE,
    "目标低于现状",
    "目标低于已经达到的水平，五年里什么都不做也算完成。",
    "核对基期值和目标值；属于守底线的，写明“确保”“不低于”“控制在…以内”。",
    find_weak_targets,
    (Snippet("甲.txt", _TABLE.format(target="29.5")),),
    (Snippet("甲.txt", _TABLE.format(target="31.5")),),
)
