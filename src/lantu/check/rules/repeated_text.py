"""Paragraphs and sentences that stand in a document more than once.

In: running text. Out: one finding for each repeated paragraph, and for each
sentence repeated at once. Left out on purpose: contents, whose lines stand again as
headings, and cells of tables.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.paragraphs import Paragraph
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_LEAST_HAN = 10
_MOST_SHOWN = 6
_TWICE = re.compile(r"(?<![^。！？\n])([^。！？\n]{8,}[。！？])\s?\1")


def find_repeats(material: Material) -> Iterator[Draft]:
    """Paragraphs that come again, and sentences said twice in a row."""
    for doc, reading in enumerate(material.readings):
        places: dict[str, list[int]] = {}
        for at, paragraph in enumerate(material.paragraphs[doc]):
            if paragraph.role in ("text", "head") and paragraph.han >= _LEAST_HAN:
                places.setdefault("".join(paragraph.text.split()), []).append(at)
        again = {at for found in places.values() if len(found) > 1 for at in found}
        for found in places.values():
            if len(found) > 1:
                paragraphs = [material.paragraphs[doc][at] for at in found]
                yield _draft(material, doc, paragraphs, max(_measure_run(at, again) for at in found))
        for match in _TWICE.finditer(reading.text):
            middle = match.start() + len(match[1])
            yield Draft(
                Severity.WARNING,
                f"同一句话连写两遍：{match[1][:20]}",
                "相邻两句完全相同，应当是粘贴时多了一遍。",
                (
                    material.cite(doc, match.start(), middle),
                    material.cite(doc, match.end() - len(match[1]), match.end()),
                ),
            )


def _measure_run(at: int, again: set[int]) -> int:
    """How many paragraphs in a row, this one among them, stand in the document more than once."""
    first = last = at
    while first - 1 in again:
        first -= 1
    while last + 1 in again:
        last += 1
    return last - first + 1


def _draft(material: Material, doc: int, found: list[Paragraph], run: int) -> Draft:
    words = found[0].text
    # Each paragraph keeps its finding, so that each can be closed; the words say that one cut mends them all.
    mend = f"这一段与前后相连的共{run}段都有重复，多半是同一次粘贴造成，可一并处理。" if run > 1 else ""
    return Draft(
        Severity.WARNING,
        f"同一段文字出现{len(found)}次：{words[:20]}{'…' if len(words) > 20 else ''}",
        "整段文字完全相同，可能是排版或粘贴时重复，也可能是网页分页造成的。引用和统计时会把同一件事数两遍。" + mend,
        tuple(material.cite(doc, p.start, p.end) for p in found[:_MOST_SHOWN]),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

过去五年，全市坚持绿色发展，河湖面貌明显改善，群众满意度持续提高。

{second}

二、发展目标
"""

RULE = CheckRule(
    "C190",
    FindingKind.DUPLICATE_TEXT,
    "文字重复",
    "重复的段落让人怀疑文件未经校对，机器统计也会重复计数。",
    "删去多余的一处；确需重申的，改写为概括的说法。",
    find_repeats,
    (Snippet("甲.txt", _TEXT.format(second="过去五年，全市坚持绿色发展，河湖面貌明显改善，群众满意度持续提高。")),),
    (Snippet("甲.txt", _TEXT.format(second="过去五年，全市坚持创新发展，研发投入逐年增加，企业活力持续提高。")),),
)
