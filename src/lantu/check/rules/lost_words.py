"""Short words that were lost: 以, 在, 与, the kind or the number of a road.

In: running text and cells of tables. Out: one finding for each place; neighbours
in one list are told together. Left out on
purpose: words whose loss leaves a sentence that reads well.
"""

import re
from collections.abc import Iterable, Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, Reading
from lantu.core.finding import FindingKind

_PARTNER = re.compile(r"与|和|同|跟|快于|高于|不低于")
_STROKE = re.compile(r"[一-鿿]/[一-鿿](?:$|[^一-鿿])")
_LOSSES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("公路编号缺少数字", re.compile(r"(?<![\d.])0\d\s?(?:省道|国道|县道)"), "公路编号是三位数，前面的数字丢了。"),
    (
        "公路编号后缺少“省道”或“国道”",
        re.compile(r"(?<=[、:：])\d{3}(?=、(?:[一-鿿]+|\d{3})(?:、|公路|国道|省道))"),
        "只剩编号，不知道是哪一级公路。",
    ),
    (
        "句首缺少“以”",
        re.compile(
            r"(?m)^[^\S\n]*((?:(?!以|把|将|作为|成为)[^，。,；;：:\n]){4,30}(?<![成作])为(?:牵引|抓手|引领|统领|纽带))[，,]"
        ),
        "“以…为…”少了前一个字，句子不通。",
    ),
    (
        "句首缺少“在”",
        re.compile(r"(?m)^[^\S\n]*((?:(?!在|从|于)[^，。,；;：:\n]){4,30}(?:的|发展)基础上)[，,]"),
        "“在…基础上”少了前一个字，句子不通。",
    ),
)


def find_losses(material: Material) -> Iterator[Draft]:
    """Places where the words do not read without one more."""
    for doc, reading in enumerate(material.readings):
        for title, pattern, explanation in _LOSSES:
            for near in _join_neighbours(pattern.finditer(reading.text)):
                places = tuple(material.cite(doc, *match.span(pattern.groups and 1)) for match in near)
                quotes = "、".join(place.span.quote for place in places)
                yield Draft(Severity.WARNING, f"{title}：{quotes}", explanation, places)
        yield from _find_lost_partners(material, doc, reading)


def _join_neighbours(matches: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Matches with one mark of a list between them together."""
    group: list[re.Match[str]] = []
    for match in matches:
        if group and match.start() - group[-1].end() > 1:
            yield group
            group = []
        group.append(match)
    if group:
        yield group


def _find_lost_partners(material: Material, doc: int, reading: Reading) -> Iterator[Draft]:
    """Cells that say 同步 without 与, and names broken by a stroke."""
    for table in reading.tables:
        for row in table.rows:
            for cell in row.cells:
                words = "".join(cell.raw.split())
                if cell.form is CellForm.RELATIVE and words.endswith("同步") and not _PARTNER.match(words):
                    place = material.cite_span(doc, cell.span)
                    yield Draft(
                        Severity.WARNING, f"目标缺少“与”：{words}", "“与…同步”少了“与”，读起来像另一个指标。", (place,)
                    )
            if _STROKE.search(row.name):
                place = material.cite_span(doc, row.name_span)
                yield Draft(
                    Severity.INFO, f"指标名称中有多余的斜线：{row.name}", "斜线像是换行留下的，应当删去。", (place,)
                )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、深化改革

{with_}数字化改革和要素市场化改革为牵引，全面深化改革，优化营商环境。

实施{road}省道改建工程，推进城乡公交一体化。
"""

RULE = CheckRule(
    "C203",
    FindingKind.TEXT_DAMAGE,
    "漏字",
    "少一个字，句子就不通；少一位编号，就不知道是哪一条路。",
    "对照原稿补上。",
    find_losses,
    (Snippet("甲.txt", _TEXT.format(with_="", road="05")),),
    (Snippet("甲.txt", _TEXT.format(with_="以", road="205")),),
)
