"""Contents against the headings of the body.

In: lines of contents and headings. Out: lines whose heading reads differently, or
is not there. Left out on purpose: documents without contents.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.catalogue import fold_name
from lantu.core.diagnostic import Severity
from lantu.core.entry import Section
from lantu.core.finding import FindingKind

_LIKE = 0.6


def find_differences(material: Material) -> Iterator[Draft]:
    """Lines of contents without the same heading in the body."""
    for doc, reading in enumerate(material.readings):
        lines = [s for s in reading.sections if s.kind == "toc" and s.number]
        heads = [s for s in reading.sections if s.kind in ("heading", "runin", "box") and s.number]
        titles = {(fold_name(s.number), fold_name(s.title)) for s in heads}
        listed = {(fold_name(s.number), fold_name(s.title)) for s in lines}
        spare = [s for s in heads if (fold_name(s.number), fold_name(s.title)) not in listed]
        for line in lines:
            if (fold_name(line.number), fold_name(line.title)) not in titles and titles:
                yield _draft(material, doc, line, _nearest(line, spare))


def _nearest(line: Section, heads: list[Section]) -> Section | None:
    """The heading of the same number that reads most like it."""
    same = [s for s in heads if fold_name(s.number) == fold_name(line.number)]
    scored = [(SequenceMatcher(None, line.title, s.title, autojunk=False).ratio(), s) for s in same]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _LIKE else None


def _draft(material: Material, doc: int, line: Section, head: Section | None) -> Draft:
    if head is None:
        return Draft(
            Severity.INFO,
            f"目录中的“{line.title[:20]}”在正文里没有同名标题",
            "目录列出的标题，正文里没有找到编号和文字都对应的一处。",
            (material.cite_span(doc, line.span),),
        )
    return Draft(
        Severity.WARNING,
        f"目录为“{line.title[:20]}”，正文为“{head.title[:20]}”",
        "目录和正文的标题文字不同，应当是定稿后目录没有更新。",
        (material.cite_span(doc, line.span), material.cite_span(doc, head.span)),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

目录

一、发展基础

二、发展目标

三、完善公共服务体系

四、保障措施

一、发展基础

过去五年，全市经济持续增长，城乡面貌明显改善，人民生活水平不断提高。

二、发展目标

今后五年，全市要实现更高质量的发展，努力走在全省前列，群众更加满意。

三、{title}

扩大学位和床位供给，发展养老托育，建设文体设施，方便群众办事。

四、保障措施

加强组织领导，落实要素保障，开展监测评估，接受社会监督。
"""

RULE = CheckRule(
    "C221",
    FindingKind.TOC_VS_BODY,
    "目录与正文标题不一致",
    "目录没有随正文更新，读者按目录找不到内容。",
    "重新生成目录。",
    find_differences,
    (Snippet("甲.txt", _TEXT.format(title="健全公共服务体系")),),
    (Snippet("甲.txt", _TEXT.format(title="完善公共服务体系")),),
)
