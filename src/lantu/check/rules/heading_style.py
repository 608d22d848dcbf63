"""Numbers of sibling headings that are punctuated in different ways.

In: headings under one parent. Out: a heading whose number ends in another mark than
its siblings'. Left out on purpose: the marks themselves; either is right alone.
"""

import re
from collections import Counter
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Section
from lantu.core.finding import FindingKind

_NUMBER = re.compile(r"\s*([（(]?)(?:\d+|[一二三四五六七八九十]+)([）)．.、，,：:]?)")
_AFTER = 1


def find_odd_numbers(material: Material) -> Iterator[Draft]:
    """Headings numbered unlike their siblings."""
    for doc, reading in enumerate(material.readings):
        siblings: dict[tuple[str, int, str], list[Section]] = {}
        for section in reading.sections:
            if section.kind == "heading" and section.number:
                siblings.setdefault((section.parent, section.level, _shape(section.number)), []).append(section)
        for found in siblings.values():
            styles = Counter(_style(section) for section in found)
            (usual, times), *others = styles.most_common()
            for section in found:
                if _style(section) != usual and times > len(found) / 2 and others:
                    yield _draft(material, doc, found, section, usual)


def _shape(number: str) -> str:
    """Digits or Chinese numerals: different levels, not different styles."""
    return "digits" if re.search(r"\d", number) else "han"


def _style(section: Section) -> tuple[str, str]:
    match = _NUMBER.match(section.span.quote)
    return (match[1], match[2]) if match else ("", "")


def _draft(material: Material, doc: int, found: list[Section], section: Section, usual: tuple[str, str]) -> Draft:
    like = [other for other in found if _style(other) == usual]
    near = min(like, key=lambda other: abs(other.span.start - section.span.start))
    mark, other_mark = (_style(s)[1] or "无标点" for s in (section, near))
    return Draft(
        Severity.INFO,
        f"标题序号的标点不统一：{section.span.quote[:12]}用“{mark}”，同级用“{other_mark}”",
        "同一级标题的序号应当用同一种标点和同一种括号。",
        tuple(material.cite(doc, s.span.start, s.span.end + _AFTER) for s in (near, section)),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、推进健康临江建设

1．完善公共卫生体系

加强疾病预防控制，健全监测预警机制，提高应急处置能力。

2．提高医疗服务质量

推进优质医疗资源下沉，方便群众就近看病。

3{mark}发展普惠托育服务

新建一批托育机构，支持用人单位办托，降低家庭养育成本。

二、推进平安临江建设
"""

RULE = CheckRule(
    "C220",
    FindingKind.HEADING_STYLE,
    "同级标题序号不统一",
    "序号格式混用说明文稿由多人拼成，未统一校对。",
    "按公文格式统一序号和标点。",
    find_odd_numbers,
    (Snippet("甲.txt", _TEXT.format(mark=".")),),
    (Snippet("甲.txt", _TEXT.format(mark="．")),),
)
