"""Targets of one document that a later report already meets.

In: promises of a document and reports of others about the same place, made after
it. Out: targets reached years before they are due. Left out on purpose: targets of
the same document, see `weaker_than_base`.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material, are_comparable, is_same_place
from lantu.check.meeting import is_met
from lantu.check.rows import is_falling
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellRole, Comparator, EntryKind
from lantu.core.finding import FindingKind

_MOST_REPORTS = 3
_FAR_APART = Decimal(3)


def find_met_targets(material: Material) -> Iterator[Draft]:
    """Targets that a report of a year before their due year meets."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        seen: set[tuple[int, int | None, frozenset[str]]] = set()
        for target in claims:
            at = (target.doc, target.year, target.key.scopes)
            if at in seen or target.kind is not EntryKind.TARGET or target.nature != "level" or target.value is None:
                continue
            reports = [c for c in claims if _is_later_report(material, target, c)]
            latest = max((c.year or 0 for c in reports), default=0)
            # The base of the next plan says it best.
            reports = sorted((c for c in reports if c.year == latest), key=lambda c: (not _is_base(c), not c.is_table))
            if reports and all(_meets(target, c) for c in reports):
                seen.add(at)
                yield _draft(material, target, reports[:_MOST_REPORTS])


def _is_base(claim: Claim) -> bool:
    return claim.cell is not None and claim.cell.role is CellRole.BASE


def _is_later_report(material: Material, target: Claim, report: Claim) -> bool:
    since = material.year_of(target.doc)
    if report.kind is not EntryKind.ACTUAL or report.value is None or report.doc == target.doc:
        return False
    if report.year is None or target.year is None or since is None or not since <= report.year < target.year:
        return False
    if report.comparator is not Comparator.EQUAL or report.entry.region or target.entry.region:
        return False
    is_here = is_same_place(material.readings[target.doc], material.readings[report.doc])
    return is_here and are_comparable(target, report)


def _meets(target: Claim, report: Claim) -> bool:
    if target.amount is None or report.amount is None or target.value is None or report.value is None:
        return False
    small, large = sorted((abs(target.value), abs(report.value)))
    if small == 0 or large / small > _FAR_APART:
        return False
    in_target_unit = report.value / target.factor
    return is_met(target.amount, target.comparator, in_target_unit, is_falling(target.entry.indicator)) is True


def _draft(material: Material, target: Claim, reports: list[Claim]) -> Draft:
    first = reports[0]
    name = target.name
    return Draft(
        Severity.WARNING,
        f"{name}：{target.year}年目标{target.amount}{target.unit}，{first.year}年已达到{first.amount}{first.unit}",
        f"这项目标定于{material.year_of(target.doc)}年，{first.year}年的报告值已经达到，离到期还有{(target.year or 0) - (first.year or 0)}年。"
        "评估时应当说明是提前完成还是目标偏低，后续规划应当提高。",
        (material.show(target), *(material.show(report) for report in reports)),
        (("target", target.amount or Decimal(0)), ("reported", first.amount or Decimal(0))),
    )


_PLAN = """临江市推进开放发展行动计划

2019年9月18日

到2025年，常住人口城镇化率达到70%，人均预期寿命达到83岁。
"""
_REPORT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，常住人口城镇化率达到{share}%。
"""

RULE = CheckRule(
    "C132",
    FindingKind.TARGET_ALREADY_MET,
    "目标已提前达到",
    "早已达到的目标不再起引导作用，继续沿用会让考核流于形式。",
    "在评估中写明提前完成，在新规划中另定目标。",
    find_met_targets,
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _REPORT.format(share="71.2"))),
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _REPORT.format(share="66.5"))),
)
