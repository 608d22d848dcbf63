"""A document that says all targets were reached, against its own review table.

In: the words and the tables of one document. Out: the claim with the rows that
contradict it. Left out on purpose: claims that hedge (基本完成, 绝大部分).
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rows import name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.check.shortfalls import Shortfall, find_shortfalls
from lantu.core.diagnostic import Severity
from lantu.core.entry import TableRow
from lantu.core.finding import FindingKind

_CLAIM = re.compile(
    r"(?:“[^”，。\n]{2,6}”)?(?:规划)?(?:确定的)?(?:各项|全部|所有)?(?:主要)?(?:目标任务|目标|指标任务)"
    r"(?:全部|全面|胜利|圆满|如期|顺利|均已)+(?:完成|实现)"
)
_WISH = re.compile(r"确保|保证|推动|推进|促进|为|以|力争|争取|保障")
_BEFORE = 6
_MOST_ROWS = 4


def find_claims(material: Material) -> Iterator[Draft]:
    """Claims that rows of the same document contradict."""
    for doc, reading in enumerate(material.readings):
        claims = (c for c in _CLAIM.finditer(reading.text) if not _WISH.search(reading.text[: c.start()][-_BEFORE:]))
        claim = next(claims, None)
        if claim is None:
            continue
        rows = [(row, found[0]) for table in reading.tables for row in table.rows if (found := find_shortfalls(row))]
        if rows:
            yield _draft(material, doc, claim, rows)


def _draft(material: Material, doc: int, claim: re.Match[str], rows: list[tuple[TableRow, Shortfall]]) -> Draft:
    told = "；".join(f"{name_of(row)}{short}" for row, short in rows[:_MOST_ROWS])
    spans = [figure.span for _, short in rows[:_MOST_ROWS] for figure in (short.promised, short.reported)]
    return Draft(
        Severity.ERROR,
        f"正文称“{re.sub('[“”]', '', claim[0])}”，表中有{len(rows)}项未达到",
        f"{told}。正文的总体结论应当与完成情况表一致。",
        (material.cite(doc, claim.start(), claim.end()), *(material.cite_span(doc, span) for span in spans)),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

过去五年，全市上下共同努力，“十三五”规划目标任务{word}完成。

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 技术改造投资（亿元） | 200 | 300 | 8.4% | 240 | 3.7% |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 0.2 | 81.5 | 0.3 |
"""

RULE = CheckRule(
    "C111",
    FindingKind.PROSE_VS_TABLE,
    "总体结论与完成情况表不符",
    "“全面完成”是对过去五年的总评价，与表中数字不符会影响整份规划的可信度。",
    "改用与表一致的说法，如“主要指标基本完成”，并说明未达到的几项。",
    find_claims,
    (Snippet("甲.txt", _TEXT.format(word="全面")),),
    (Snippet("甲.txt", _TEXT.format(word="基本")),),
)
