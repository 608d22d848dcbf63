"""Targets of an earlier plan that the place's later outline no longer names.

In: plans of one place with their years. Out: targets due within the outline's period
without any statement of that indicator for the time ahead. Left out on purpose:
special plans as successors, which need not name every indicator.
"""

from collections.abc import Iterator

from lantu.check.claims import Claim
from lantu.check.material import PLANS, Material, is_same_place
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import EntryKind, YearSource
from lantu.core.finding import Evidence, FindingKind

_SURE = frozenset({YearSource.EXPLICIT, YearSource.INHERITED})


def find_dropped(material: Material) -> Iterator[Draft]:
    """Targets without a successor."""
    for later in range(len(material.readings)):
        if material.readings[later].facts.kind == "outline":
            for earlier in range(len(material.readings)):
                if _precedes(material, earlier, later):
                    yield from _find_dropped(material, earlier, later)


def _precedes(material: Material, earlier: int, later: int) -> bool:
    a, b = material.readings[earlier], material.readings[later]
    first, second = material.year_of(earlier), material.year_of(later)
    if a.facts.kind not in PLANS or not is_same_place(a, b) or first is None or second is None:
        return False
    return first < second


def _find_dropped(material: Material, earlier: int, later: int) -> Iterator[Draft]:
    period = material.readings[later].facts.period
    seen: set[str] = set()
    for claim in material.claims:
        if claim.doc != earlier or claim.key.stem in seen or not _is_due(claim, period):
            continue
        seen.add(claim.key.stem)
        if not any(_goes_on(c, later, claim) for c in material.groups[claim.key.stem]):
            yield _draft(material, claim, later)


def _is_due(claim: Claim, period: tuple[int, int] | None) -> bool:
    if claim.kind is not EntryKind.TARGET or claim.year is None or claim.entry.year_source not in _SURE:
        return False
    return period is not None and period[0] <= claim.year <= period[1] and claim.value is not None


def _goes_on(other: Claim, later: int, claim: Claim) -> bool:
    return other.doc == later and other.kind is EntryKind.TARGET and (other.year or 0) >= (claim.year or 0)


def _draft(material: Material, claim: Claim, later: int) -> Draft:
    reading = material.readings[later]
    title = reading.facts.title or reading.facts.source
    evidence: tuple[Evidence, ...] = (material.show(claim),)
    return Draft(
        Severity.INFO,
        f"{claim.name}：{claim.year}年目标在后一份规划中没有下文",
        f"“{claim.span.quote}”在《{title}》的正文目标和指标表中都没有对应的指标。可能改用了别的指标，也可能漏了衔接。",
        evidence,
    )


_PLAN = """临江市推进开放发展行动计划

2019年9月18日

到2025年，轨道交通里程达到300公里。
"""
_LATER = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要目标

到2025年，{words}达到{figure}。
"""

RULE = CheckRule(
    "C141",
    FindingKind.TARGET_DROPPED,
    "原有目标没有下文",
    "仍未到期的承诺悄悄消失，会被看作放弃。",
    "在新规划中保留、替换并说明，或在评估报告中交代终止理由。",
    find_dropped,
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _LATER.format(words="人均预期寿命", figure="83岁"))),
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _LATER.format(words="轨道交通里程", figure="320公里"))),
)
