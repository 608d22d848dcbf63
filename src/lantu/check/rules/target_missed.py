"""A target of one document that a later report of the due year does not reach.

In: promises with a year and reports of that year in other documents of the place.
Out: targets that were not reached. Left out on purpose: 左右 and ranges, whose
tolerance `judge` knows, and growth of several years against that of one.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim, figures_of
from lantu.check.material import Material, are_comparable, is_same_place
from lantu.check.meeting import is_met
from lantu.check.rows import is_falling
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind

_NATURES = ("level", "growth")
_FAR_APART = Decimal(3)
_SIGNS = {Comparator.AT_LEAST: "以上", Comparator.AT_MOST: "以下"}


def find_missed(material: Material) -> Iterator[Draft]:
    """Targets whose year came without them."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        seen: set[tuple[int, int | None, str, frozenset[str]]] = set()
        for target in claims:
            at = (target.doc, target.year, target.nature, target.key.scopes)
            if at in seen or target.kind is not EntryKind.TARGET or target.nature not in _NATURES:
                continue
            report = next((c for c in claims if _is_report_of(material, target, c)), None)
            if report is not None and _is_missed(target, report):
                seen.add(at)
                yield _draft(material, target, report)


def _is_report_of(material: Material, target: Claim, report: Claim) -> bool:
    if report.kind is not EntryKind.ACTUAL or report.doc == target.doc or target.year is None:
        return False
    if report.year != target.year or report.comparator is not Comparator.EQUAL or report.entry.region:
        return False
    before, after = material.year_of(target.doc), material.year_of(report.doc)
    if before is None or after is None or not before <= target.year < after or target.entry.region:
        return False
    is_here = is_same_place(material.readings[target.doc], material.readings[report.doc])
    return is_here and are_comparable(target, report)


def _is_missed(target: Claim, report: Claim) -> bool:
    figures = figures_of(target, report)
    if figures is None or target.amount is None or figures[0] <= 0 or figures[1] <= 0:
        return False
    if max(figures) / min(figures) > _FAR_APART:
        return False
    in_target_unit = figures[1] / (figures[0] / target.amount)
    falling = is_falling(target.name) and target.nature == "level"
    return is_met(target.amount, target.comparator, in_target_unit, falling) is False


def _draft(material: Material, target: Claim, report: Claim) -> Draft:
    wanted = f"{target.amount}{target.unit}{_SIGNS.get(target.comparator, '')}"
    got = f"{report.amount}{report.unit}"
    return Draft(
        Severity.INFO,
        f"{target.name}：{target.year}年目标{wanted}，报告为{got}",
        f"前一份文件提出{target.year}年{wanted}，后一份文件报告{got}，没有达到。报告中应当说明原因，后续目标应当据此调整。",
        (material.show(target), material.show(report)),
        (("promised", target.amount or Decimal(0)), ("reported", report.amount or Decimal(0))),
    )


_PLAN = """临江市2019年政府工作报告

2019年2月1日

二、2019年工作安排

2019年，全市一般公共预算收入增长{goal}%。
"""
_REPORT = """临江市2020年政府工作报告

2020年2月1日

一、2019年工作回顾

2019年，全市一般公共预算收入增长6.1%。
"""

RULE = CheckRule(
    "C133",
    FindingKind.TARGET_MISSED,
    "前一份文件的目标没有达到",
    "去年定的目标今年没有交代，是审议时最常见的追问。",
    "在报告中说明未达到的原因和后续措施。",
    find_missed,
    (Snippet("前.txt", _PLAN.format(goal="8")), Snippet("后.txt", _REPORT)),
    (Snippet("前.txt", _PLAN.format(goal="6")), Snippet("后.txt", _REPORT)),
)
