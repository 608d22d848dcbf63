"""Output and output per head imply a population; is it one the documents speak of?

In: promises of both for one year and statements of the population. Out: implied
populations far from the stated one. Left out on purpose: figures in foreign
currency, whose rate is not stated.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim, figures_of
from lantu.check.material import Material, is_same_place
from lantu.check.printed import show
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind
from lantu.core.finding import FindingKind

_OUTPUT, _PER_HEAD, _PEOPLE = "gdp", "人均gdp", "人口"
_TOLERANCE = Decimal("0.12")
_MOST_SHOWN = 2
_FLOORS = frozenset({Comparator.AT_LEAST, Comparator.MORE_THAN})


def find_clashes(material: Material) -> Iterator[Draft]:
    """Implied populations that clash with stated ones."""
    outputs = [c for c in material.groups.get(_OUTPUT, ()) if _is_money(c)]
    heads = [c for c in material.groups.get(_PER_HEAD, ()) if _is_money(c)]
    told: set[tuple[int, int | None]] = set()
    for head in heads:
        output = next((c for c in outputs if (c.doc, c.year, c.kind) == (head.doc, head.year, head.kind)), None)
        if output is None or (head.doc, head.year) in told:
            continue
        people = _find_people(material, head)
        draft = _compare(material, output, head, people) if people else _ask(material, output, head)
        if draft:
            told.add((head.doc, head.year))
            yield draft


def _is_money(claim: Claim) -> bool:
    is_level = claim.nature == "level" and claim.value is not None and claim.value > 0
    return is_level and claim.unit.endswith("元") and "美元" not in claim.unit and not claim.entry.region


def _find_people(material: Material, head: Claim) -> list[Claim]:
    """What is said of the population of the place, nearest in time first; the document's own word goes before others'."""
    here = material.readings[head.doc]
    found = [
        c
        for c in material.groups.get(_PEOPLE, ())
        if c.nature == "level"
        and c.value is not None
        and "常住" in c.key.scopes
        and not c.entry.region
        and is_same_place(here, material.readings[c.doc])
    ]
    own = [c for c in found if c.doc == head.doc]
    return sorted(own or found, key=lambda c: abs((c.year or (head.year or 0)) - (head.year or 0)))


def _ask(material: Material, output: Claim, head: Claim) -> Draft | None:
    """A promise of both that implies a population, where none is stated."""
    figures = figures_of(output, head)
    if figures is None or head.kind is not EntryKind.TARGET:
        return None
    in_wan = figures[0] / figures[1] / 10000
    return Draft(
        Severity.INFO,
        f"由生产总值与人均生产总值推算，{head.year}年人口约{show(in_wan, 1)}万人，文件没有人口数可对照",
        f"{output.amount}{output.unit}除以{head.amount}{head.unit}约为{show(in_wan, 1)}万人。应当补充常住人口现状和目标，使三个数一致。",
        (material.show(output), material.show(head)),
        (("implied_population_wan", in_wan),),
    )


def _compare(material: Material, output: Claim, head: Claim, people: list[Claim]) -> Draft | None:
    assert output.value is not None
    assert head.value is not None
    implied = output.value / head.value
    if any(c.value is not None and abs(implied / c.value - 1) <= _TOLERANCE for c in people):
        return None
    stated = people[0]
    in_wan = implied / 10000
    is_promise = head.kind is EntryKind.TARGET
    # Two floors leave the population open: more output with fewer people keeps both.
    is_open = output.comparator in _FLOORS and head.comparator in _FLOORS
    return Draft(
        Severity.INFO if is_open else Severity.WARNING,
        f"由生产总值与人均生产总值推算，{head.year}年人口约{show(in_wan, 1)}万人，而文件中为{stated.amount}{stated.unit}",
        f"{output.amount}{output.unit}除以{head.amount}{head.unit}约为{show(in_wan, 1)}万人。"
        + (
            "两个目标都是下限，人口并不因此确定；以下限推算与现状差得多，最好补充人口目标。"
            if is_open
            else "两个目标同时实现意味着人口大幅变化，应当有人口目标与之衔接。"
            if is_promise
            else "三个数中至少一个需要核对。"
        ),
        (material.show(output), material.show(head), *(material.show(c) for c in people[:_MOST_SHOWN])),
        (("implied_population_wan", in_wan),),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，常住人口300万人。

二、主要目标

到2025年，地区生产总值达到5000亿元，人均地区生产总值达到{head}万元。
"""

_ALONE = """临海市国民经济和社会发展第十四个五年规划纲要

到2025年，地区生产总值达到700亿元，人均地区生产总值达到13万元。
"""

RULE = CheckRule(
    "C151",
    FindingKind.IMPLIED,
    "总量与人均目标隐含的人口对不上",
    "总量、人均、人口三个数只有两个是自由的，分头提出时常常互相矛盾。",
    "补充人口目标，或调整总量、人均目标使三者一致。",
    find_clashes,
    (Snippet("甲.txt", _TEXT.format(head="12")), Snippet("乙.txt", _ALONE)),
    (Snippet("甲.txt", _TEXT.format(head="16")),),
)
