"""The word that says how a row stands, against the row's own figures.

In: tables with a column of status words. Out: rows called done that are not, and
rows called not done that are. Left out on purpose: 基本完成 within a twentieth.
总量完成 speaks of the level only, so a growth that fell short is told as a hint.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.material import Material
from lantu.check.remarks import is_set_aside
from lantu.check.rows import name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.check.shortfalls import Shortfall, find_shortfalls
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellRole, TableCell, TableRow
from lantu.core.finding import FindingKind

_DONE = re.compile(r"^(?:已|全面|超额|提前|如期)?(?:完成|达标|实现|达到)$")
_NEARLY = re.compile(r"基本(?:完成|达标|实现)")
_LEVEL_ONLY = re.compile(r"总量(?:完成|达标)")
_NEAR = Decimal("0.95")


def find_wrong_words(material: Material) -> Iterator[Draft]:
    """Rows whose word and figures do not go together."""
    for doc, table in material.tables():
        notes = material.notes_of(doc, table)
        for row in table.rows:
            status = next((c for c in row.cells if c.role is CellRole.STATUS and c.raw.strip()), None)
            if status is None:
                continue
            short = [s for s in find_shortfalls(row) if _counts(s, "".join(status.raw.split()))]
            if short:
                yield _draft(material, doc, row, status, short, notes)
            elif _LEVEL_ONLY.search("".join(status.raw.split())) and find_shortfalls(row):
                yield _draft(material, doc, row, status, list(find_shortfalls(row)), notes, Severity.INFO)


def _counts(short: Shortfall, word: str) -> bool:
    """Whether a shortfall contradicts the word."""
    if _DONE.match(word):
        return True
    if _LEVEL_ONLY.search(word):
        return short.is_level
    if _NEARLY.search(word) and short.promised.value > 0 and short.is_level:
        return short.reported.value / short.promised.value < _NEAR
    return False


def _draft(
    material: Material,
    doc: int,
    row: TableRow,
    status: TableCell,
    short: list[Shortfall],
    notes: tuple[str, ...],
    severity: Severity = Severity.ERROR,
) -> Draft:
    word = "".join(status.raw.split())
    excused = [s for s in short if s.is_level and is_set_aside(notes, name_of(row))]
    told = sorted((s for s in short if s not in excused), key=lambda s: s.gap, reverse=True)
    ordered = [*told, *excused]
    figures = [figure for s in ordered for figure in (s.promised, s.reported)]
    first = ordered[0]
    return Draft(
        severity if told else Severity.INFO,
        f"{name_of(row)}：写“{word}”，但{first}",
        _explain(told, excused, word),
        (*(material.cite_span(doc, figure.span) for figure in figures), material.cite_span(doc, status.span)),
        (("promised", first.promised.value), ("reported", first.reported.value)),
    )


def _explain(told: list[Shortfall], excused: list[Shortfall], word: str) -> str:
    """What contradicts the word, and what a note has set aside already."""
    aside = f"表注已说明总量不可比，{'；'.join(str(s) for s in excused)}不作依据。" if excused else ""
    if not told:
        return f"{aside}“{word}”还没有可比的数支持，应当写明按什么口径判定。"
    advice = "应当改写完成情况。" if excused else "数值口径有变的，应当在表注中写明并改写完成情况。"
    return f"同一行中{'；'.join(str(s) for s in told)}，与“{word}”不符。{aside}{advice}"


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 | 完成情况 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 技术改造投资（亿元） | 200 | 300 | 8.4% | {actual} | {growth} | 完成 |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 0.2 | 81.5 | 0.3 | 完成 |
"""

RULE = CheckRule(
    "C110",
    FindingKind.STATUS_VS_VALUES,
    "完成情况与数值不符",
    "把没有达到的写成完成，评估结论就站不住，人大审议时最容易被问到。",
    "核对数值；确未达到的，如实写未完成并说明原因。",
    find_wrong_words,
    (Snippet("甲.txt", _TABLE.format(actual="240", growth="3.7%")),),
    (Snippet("甲.txt", _TABLE.format(actual="310", growth="9.2%")),),
)
