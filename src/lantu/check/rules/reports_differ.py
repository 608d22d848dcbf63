"""What two documents report of one indicator, place and year.

In: reports of different documents. Out: figures that differ, and a figure below a
bound that the other claims to have passed; a hint where one gives no date, or an average
no years. Left out on purpose: figures that round
to one another, and figures so far apart that they speak of different places.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from lantu.check.claims import Claim
from lantu.check.material import Material, are_comparable, is_same_place
from lantu.check.printed import Range
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellRole, Comparator, EntryKind
from lantu.core.finding import FindingKind

_BOUNDS = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
_FAR_APART = Decimal("1.6")
_NATURES = ("level", "growth")
_MOST_CLAIMS = 8
"""Of one indicator and document; more are repetitions."""
_NONE: frozenset[str] = frozenset()
_PERIOD = re.compile(
    r"十[一二三四五六七]五|(?:19|20)\d{2}年?\s*[-—–－~～至到]\s*(?:19|20)\d{2}|[二两三四五六七八九十\d]年(?:来|间)"
)
_BEFORE = 40
"""Characters before an average in which its years may be named."""


def find_conflicts(material: Material) -> Iterator[Draft]:
    """Reports of two documents that cannot both be right."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        carried = carry_scopes(claims)
        reports: dict[tuple[str, frozenset[str]], list[Claim]] = {}
        for claim in claims:
            if claim.kind is EntryKind.ACTUAL and claim.nature in _NATURES and claim.value is not None:
                found = reports.setdefault((claim.nature, claim.key.scopes | carried.get(_figure_of(claim), _NONE)), [])
                if sum(c.doc == claim.doc for c in found) < _MOST_CLAIMS:
                    found.append(claim)
        told: set[tuple[int, int, int | None, str]] = set()
        for found in reports.values():
            for a, b in combinations(found, 2):
                at = (a.doc, b.doc, a.year or b.year, a.nature)
                if at not in told and _is_conflict(material, a, b):
                    told.add(at)
                    yield _draft(material, a, b)


def carry_scopes(claims: Iterable[Claim]) -> dict[tuple[object, ...], frozenset[str]]:
    """By document, year and figure: the scopes that one of its places prints; another place means the same."""
    carried: dict[tuple[object, ...], frozenset[str]] = {}
    for claim in claims:
        if claim.key.scopes and claim.value is not None and claim.year is not None:
            at = _figure_of(claim)
            carried[at] = carried.get(at, _NONE) | claim.key.scopes
    return carried


def _figure_of(claim: Claim) -> tuple[object, ...]:
    return claim.doc, claim.nature, claim.year, claim.value


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
    has_period = _has_period(material, a) and _has_period(material, b)
    return Draft(
        Severity.WARNING if is_dated and has_period else Severity.INFO,
        f"{name}{'增速' if is_growth else ''}：一处{first}，另一处{second}",
        _explain(f"{first}，{second}", is_growth=is_growth, is_dated=is_dated, has_period=has_period),
        (material.show(a), material.show(b)),
        (("first", a.amount or Decimal(0)), ("second", b.amount or Decimal(0))),
    )


def _explain(figures: str, *, is_growth: bool, is_dated: bool, has_period: bool) -> str:
    if not has_period:
        return f"两份文件给出的平均增速不同：{figures}。其中一处没有写明起止年份，不能断定是同一时期；应当补上年份。"
    told = f"两份文件对同一指标、同一时期给出的数不同：{figures}。"
    if not is_dated:
        return f"{told}其中一处没有写明年份，可能不是同一时点的数；应当补上年份。"
    return told + ("平均增速应当写明起止年份。" if is_growth else "核对口径和时点；确有修订的，注明以哪次为准。")


def _has_period(material: Material, claim: Claim) -> bool:
    """Whether an average says over which years; any other figure has its year alone."""
    if claim.nature != "growth" or not claim.is_average:
        return True
    if claim.row is not None:
        return any(cell.role is CellRole.BASE and cell.year for cell in claim.row.cells)
    if claim.entry.base_year is not None:
        return True
    text, span = material.readings[claim.doc].text, claim.entry.span
    words = text[max(0, span.start - _BEFORE) : span.end]
    return bool(_PERIOD.search(re.split(r"[。；;\n]", words)[-1]))


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
    "查明口径、时点和修订情况，统一为经核定的数；平均增速写明起止年份，范围（如设区城市）处处写明。",
    find_conflicts,
    (Snippet("纲要.txt", _PLAN.format(figure="312.5")), Snippet("报告.txt", _REPORT.format(figure="330.1"))),
    (Snippet("纲要.txt", _PLAN.format(figure="312.5")), Snippet("报告.txt", _REPORT.format(figure="313"))),
)
