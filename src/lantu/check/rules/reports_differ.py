"""What two documents report of one indicator, place and year.

In: reports of different documents. Out: figures that differ, and a figure below a
bound that the other claims to have passed; a hint where one gives no date. Left out on purpose: figures that round
to one another, and figures so far apart that they speak of different places.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from lantu.check.claims import Claim
from lantu.check.material import Material, are_comparable, is_same_place
from lantu.check.printed import Range
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind

_BOUNDS = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
_FAR_APART = Decimal("1.6")
_NATURES = ("level", "growth")
_MOST_CLAIMS = 8
"""Of one indicator and document; more are repetitions."""


def find_conflicts(material: Material) -> Iterator[Draft]:
    """Reports of two documents that cannot both be right."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        reports: dict[tuple[str, frozenset[str]], list[Claim]] = {}
        for claim in claims:
            if claim.kind is EntryKind.ACTUAL and claim.nature in _NATURES and claim.value is not None:
                found = reports.setdefault((claim.nature, claim.key.scopes), [])
                if sum(c.doc == claim.doc for c in found) < _MOST_CLAIMS:
                    found.append(claim)
        told: set[tuple[int, int, int | None, str]] = set()
        for found in reports.values():
            for a, b in combinations(found, 2):
                at = (a.doc, b.doc, a.year or b.year, a.nature)
                if at not in told and _is_conflict(material, a, b):
                    told.add(at)
                    yield _draft(material, a, b)


def _is_conflict(material: Material, a: Claim, b: Claim) -> bool:
    if a.doc == b.doc or a.entry.region or b.entry.region or not _is_same_year(material, a, b):
        return False
    if not is_same_place(material.readings[a.doc], material.readings[b.doc]) or not are_comparable(a, b):
        return False
    if a.value is None or b.value is None or a.value <= 0 or b.value <= 0:
        return False
    if max(a.value, b.value) / min(a.value, b.value) > _FAR_APART or Comparator.ABOUT in (a.comparator, b.comparator):
        return False
    if a.comparator in _BOUNDS and b.comparator in _BOUNDS:
        return False
    for bound, exact in ((a, b), (b, a)):
        if bound.comparator in _BOUNDS:
            return exact.value is not None and bound.value is not None and exact.value + exact.slack < bound.value
    # Twice the slack: a figure may have been cut instead of rounded.
    ranges = [Range(c.value - 2 * c.slack, c.value + 2 * c.slack) for c in (a, b) if c.value is not None]
    return not ranges[0].touches(ranges[1])


def _is_same_year(material: Material, a: Claim, b: Claim) -> bool:
    """One year; a report without a year is of the last year before its document's own."""
    years = [c.year if c.year is not None else _latest(material, c) for c in (a, b)]
    if a.nature == "growth" and None in (a.year, b.year):
        return False
    return years[0] is not None and years[0] == years[1]


def _latest(material: Material, claim: Claim) -> int | None:
    year = material.year_of(claim.doc)
    return None if year is None else year - 1


def _draft(material: Material, a: Claim, b: Claim) -> Draft:
    name = a.name
    first, second = (f"{'超过' if c.comparator in _BOUNDS else ''}{c.amount}{c.unit}" for c in (a, b))
    is_growth = a.nature == "growth"
    is_dated = a.year is not None and b.year is not None
    hint = "平均增速应当写明起止年份。" if is_growth else "核对口径和时点；确有修订的，注明以哪次为准。"
    hint = hint if is_dated else "其中一处没有写明年份，可能不是同一时点的数；应当补上年份。"
    return Draft(
        Severity.WARNING if is_dated else Severity.INFO,
        f"{name}{'增速' if is_growth else ''}：一处{first}，另一处{second}",
        f"两份文件对同一指标、同一时期给出的数不同：{first}，{second}。{hint}",
        (material.show(a), material.show(b)),
        (("first", a.amount or Decimal(0)), ("second", b.amount or Decimal(0))),
    )


_PLAN = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，常住人口{figure}万人。
"""
_REPORT = """临江市2021年政府工作报告

2021年2月1日

2020年，常住人口{figure}万人，发展势头良好。
"""

RULE = CheckRule(
    "C150",
    FindingKind.CROSS_DOCUMENT,
    "两份文件报告的数不同",
    "同一年的同一个数在不同文件里不一样，引用者无从判断真假。",
    "查明口径、时点和修订情况，统一为经核定的数。",
    find_conflicts,
    (Snippet("纲要.txt", _PLAN.format(figure="312.5")), Snippet("报告.txt", _REPORT.format(figure="330.1"))),
    (Snippet("纲要.txt", _PLAN.format(figure="312.5")), Snippet("报告.txt", _REPORT.format(figure="313"))),
)
