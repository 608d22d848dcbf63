"""The same target for the same year in two documents about one place.

In: promises of documents in the order of their years. Out: targets raised, lowered,
tightened, or put in another form. Left out on purpose: targets that stayed, and
changes of scope; `lantu compare` shows those.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material, are_comparable, is_same_place
from lantu.check.names import relate_scopes
from lantu.check.printed import show
from lantu.check.rows import is_falling
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind, Relation

_NATURES = ("level", "growth", "multiple")
_SIGNS = {
    Comparator.AT_LEAST: "以上",
    Comparator.AT_MOST: "以下",
    Comparator.ABOUT: "左右",
    Comparator.MORE_THAN: "（超过）",
    Comparator.LESS_THAN: "（低于）",
}


def find_changes(material: Material) -> Iterator[Draft]:
    """Targets of one year that a later document states otherwise."""
    for claims in (here for group in material.groups.values() for here in material.split_by_place(group)):
        promises = [c for c in claims if c.kind is EntryKind.TARGET and c.value is not None and c.nature in _NATURES]
        stated: dict[tuple[int | None, frozenset[str], int], list[Claim]] = {}
        for claim in promises:
            stated.setdefault((claim.year, frozenset(claim.key.scopes), claim.doc), []).append(claim)
        leads = [_lead(found) for found in stated.values() if found[0].year is not None]
        leads.sort(key=lambda c: (material.year_of(c.doc) or 0, c.doc))
        for at, later in enumerate(leads):
            if (later.year or 0) < (material.year_of(later.doc) or 0):
                continue  # a review repeats what was promised before
            earlier = next((c for c in reversed(leads[:at]) if _is_about_same(material, c, later)), None)
            if earlier is not None:
                same = stated[later.year, frozenset(later.key.scopes), later.doc]
                yield from _compare(material, earlier, later, same)


def _lead(claims: list[Claim]) -> Claim:
    """The claim of a table, else the first."""
    return next((c for c in claims if c.is_table), claims[0])


def _is_about_same(material: Material, a: Claim, b: Claim) -> bool:
    if a.doc == b.doc or a.year != b.year or a.entry.region or b.entry.region:
        return False
    if material.year_of(a.doc) is None or material.year_of(b.doc) is None:
        return False
    if not is_same_place(material.readings[a.doc], material.readings[b.doc]):
        return False
    return relate_scopes(a.key.scopes, b.key.scopes)[0] is Relation.SAME


def _compare(material: Material, earlier: Claim, later: Claim, same: list[Claim]) -> Iterator[Draft]:
    if "multiple" in (earlier.nature, later.nature) and earlier.nature != later.nature:
        yield _draft(
            material, earlier, later, same, "改变了表述方式", "一处说翻番或倍数，一处说数值，需要基期值才能比较。"
        )
        return
    if not are_comparable(earlier, later) or earlier.value is None or later.value is None:
        return
    gap = later.value - earlier.value
    if abs(gap) <= (earlier.slack if earlier.amount != later.amount else Decimal(0)) and gap != 0:
        return
    if gap == 0:
        return
    falling = is_falling(earlier.entry.indicator) or later.comparator is Comparator.AT_MOST
    word = "收紧" if falling and gap < 0 else "放宽" if falling else "提高" if gap > 0 else "降低"
    yield _draft(
        material,
        earlier,
        later,
        same,
        word,
        f"同一年份的目标由{_say(earlier)}变为{_say(later)}。衔接时以后一份为准，并说明调整理由。",
    )


def _draft(material: Material, earlier: Claim, later: Claim, same: list[Claim], word: str, explanation: str) -> Draft:
    name = earlier.name
    prose = [c for c in same if c is not later and not c.is_table][:1]
    figures = (("earlier", earlier.amount or Decimal(0)), ("later", later.amount or Decimal(0)))
    return Draft(
        Severity.WARNING if word in ("放宽", "降低") else Severity.INFO,
        f"{name}：{earlier.year}年目标{word}，{_say(earlier)}→{_say(later)}",
        explanation,
        tuple(material.show(claim) for claim in (earlier, later, *prose)),
        figures,
    )


def _say(claim: Claim) -> str:
    return f"{show(claim.amount or Decimal(0), 4)}{claim.unit}{_SIGNS.get(claim.comparator, '')}"


_PLAN = """临江市推进开放发展行动计划

2019年9月18日

到2025年，常住人口城镇化率达到70%。
"""
_LATER = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要目标

到2025年，常住人口城镇化率达到{share}%。
"""

RULE = CheckRule(
    "C140",
    FindingKind.TARGET_CHANGE,
    "同一目标前后两份文件不同",
    "目标被调高或调低而没有交代，部门和区县不知道执行哪一个。",
    "在新文件中说明调整及理由；旧文件的目标应当明确废止或沿用。",
    find_changes,
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _LATER.format(share="75"))),
    (Snippet("计划.txt", _PLAN), Snippet("纲要.txt", _LATER.format(share="70"))),
)
