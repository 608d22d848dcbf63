"""Marks that a conversion lost: brackets, dates, numbers of sessions, classes, stars.

In: running text and tables. Out: one finding for brackets, one for the stars of a
note, one for each other loss.
Left out on purpose: numbered lists such as 1), whose bracket has no partner.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import Evidence, FindingKind

_ITEM = re.compile(r"(?:^|[\s；。：])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）]")
_MOST_SHOWN = 12
_LOSSES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "日期缺少年月日",
        re.compile(r"(?m)^[^\S\n]*(20\d{2}(?:1[0-2]|[1-9])(?:[12]\d|3[01]|[1-9]))[^\S\n]*$"),
        "一行只有连写的数字，像是年、月、日三个字丢了。",
    ),
    (
        "会议届次缺少数字",
        re.compile(r"(?:经|经过|[区市县省])届(?:人大|人民代表大会|政协|党代会)[^，。\n]{0,6}次(?:会议|全会)"),
        "第几届、第几次的数字丢了。",
    ),
    ("类别缺少数字", re.compile(r"(?:好于|优于|劣于|[或到]好于)类(?:水|标准)[^，。\n]{0,6}"), "几类的罗马数字丢了。"),
    ("引号或括号是空的", re.compile(r"“”|《》|（）|\(\)"), "引号、书名号或括号里的内容丢了。"),
)
_STARS = re.compile(r"标\s*([★▲●◆■☆△])")


def find_losses(material: Material) -> Iterator[Draft]:
    """What the words show to be missing."""
    for doc, reading in enumerate(material.readings):
        lone = tuple(_find_lone_brackets(material, doc))
        if lone:
            yield Draft(
                Severity.WARNING,
                f"有{len(lone)}处括号不成对：{lone[0].span.quote[-16:]}",
                f"左右括号数目不等，多为转换格式时丢失，括号里的单位和说明会被误读。{_say_shown(len(lone))}",
                lone[:_MOST_SHOWN],
            )
        for title, pattern, explanation in _LOSSES:
            for match in pattern.finditer(reading.text):
                place = material.cite(doc, *match.span(pattern.groups and 1))
                yield Draft(Severity.WARNING, f"{title}：{place.span.quote}", explanation, (place,))
        yield from _find_lost_stars(material, doc, reading)


def _find_lone_brackets(material: Material, doc: int) -> Iterator[Evidence]:
    """Paragraphs whose brackets do not pair, even together with their neighbours."""
    paragraphs = material.paragraphs[doc]
    surplus = [_surplus(p.text) for p in paragraphs]
    for at, paragraph in enumerate(paragraphs):
        if surplus[at] == 0 or sum(surplus[max(0, at - 1) : at + 3]) == 0 or sum(surplus[max(0, at - 2) : at + 1]) == 0:
            continue
        bracket = max(paragraph.text.rfind(mark) for mark in "(（)）")
        start = max(paragraph.start, paragraph.start + bracket - 20)
        yield material.cite(doc, start, min(paragraph.end, paragraph.start + bracket + 6))


def _surplus(text: str) -> int:
    bare = _ITEM.sub("", text)
    return sum(bare.count(c) for c in "(（") - sum(bare.count(c) for c in ")）")


def _say_shown(count: int) -> str:
    return f"这里列出前{_MOST_SHOWN}处，其余{count - _MOST_SHOWN}处请通查全文。" if count > _MOST_SHOWN else ""


def _find_lost_stars(material: Material, doc: int, reading: Reading) -> Iterator[Draft]:
    """The marks that one line explains and nothing carries, together."""
    lost = [match for match in _STARS.finditer(reading.text) if reading.text.count(match[1]) == 1]
    for _, group in groupby(lost, key=lambda match: reading.text.count("\n", 0, match.start())):
        found = list(group)
        marks = "、".join(match[1] for match in found)
        yield Draft(
            Severity.WARNING,
            f"注中说明了{marks}，表中却没有",
            f"注释解释了标{marks}的含义，但表里没有任何指标带这{'些' if len(found) > 1 else '个'}符号，应当是转换时丢失。",
            tuple(material.cite(doc, match.start(), match.end() + 8) for match in found),
        )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

{date}

一、发展基础

饮用水源水质优于{grade}标准的比例{bracket}达到90%，水环境持续改善。
"""

RULE = CheckRule(
    "C202",
    FindingKind.TEXT_DAMAGE,
    "转换时丢失的符号",
    "丢了括号和数字，指标的单位、类别、日期就读不出来。",
    "对照原稿补上；发布前用原文件重新转换。",
    find_losses,
    (Snippet("甲.txt", _TEXT.format(date="2022315", grade="类", bracket="(省控断面")),),
    (Snippet("甲.txt", _TEXT.format(date="2022年3月15日", grade="Ⅲ类", bracket="(省控断面)")),),
)
