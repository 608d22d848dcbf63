"""Words often written wrong in official documents, and other small slips of the pen.

In: running text. Out: known wrong words, blanks inside a word, a beginning without
its first character, and an odd item among names of towns. Left out on purpose:
words that are right in some context.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Reading
from lantu.core.finding import FindingKind

_WRONG: tuple[tuple[str, str], ...] = (
    ("样版", "样板"),
    ("布署", "部署"),
    ("帐户", "账户"),
    ("截止目前", "截至目前"),
    ("既使", "即使"),
    ("按装", "安装"),
    ("座落", "坐落"),
    ("渡过难关", "度过难关"),
    ("份内", "分内"),
    ("竟争", "竞争"),
    ("副射", "辐射"),
    ("幅射", "辐射"),
    ("松驰", "松弛"),
    ("迫不急待", "迫不及待"),
    ("再接再励", "再接再厉"),
    ("一如继往", "一如既往"),
    ("承上起下", "承上启下"),
    ("坚苦奋斗", "艰苦奋斗"),
)
_BLANK = re.compile(r"(?<=[，。；、一-鿿])[一-鿿] [一-鿿](?=[一-鿿，。；、])")
_HEADLESS = re.compile(
    r"^(?:快(?![速递捷乐报手车])|善(?![于待治意])|化(?![工解学肥石妆害险])|升(?![级学华]))[一-鿿]{2,14}?"
    r"(?:化|展|设|升|力|平|系|量|度|务)"
)
_TOWNS = re.compile(r"[一-鿿]{2,6}?(?:镇|街道|乡)(?P<odd>[一-鿿]?)(?=[、。；，])")
_TOWN_LIST = re.compile(r"[一-鿿]{2,5}(?:镇|街道|乡)[一-鿿]?(?:、[一-鿿]{2,5}(?:镇|街道|乡)[一-鿿]?){3,}")
_MOST_BLANKS = 6
_LONG = 40


def find_slips(material: Material) -> Iterator[Draft]:
    """Slips of the pen."""
    for doc, reading in enumerate(material.readings):
        for wrong, right in _WRONG:
            at = reading.text.find(wrong)
            if at >= 0:
                yield _draft(material, doc, at, at + len(wrong), f"疑为错字：{wrong}，应为{right}", "常见的错别字。")
        yield from _find_blanks(material, doc)
        yield from _find_headless(material, doc)
        yield from _find_odd_towns(material, doc, reading)


def _find_blanks(material: Material, doc: int) -> Iterator[Draft]:
    """Blanks inside words, where they are few; many come from justified lines."""
    text = material.readings[doc].text
    places = [
        (p.start + match.start(), p.start + match.end())
        for p in material.paragraphs[doc]
        if p.role == "text" and p.han >= _LONG
        for match in _BLANK.finditer(p.text)
    ]
    if len(places) <= _MOST_BLANKS:
        for start, end in places:
            yield _draft(
                material, doc, start, end, f"词中有多余的空格：{text[start:end]}", "一个词被空格断开，检索时找不到。"
            )


def _find_headless(material: Material, doc: int) -> Iterator[Draft]:
    for before, p in pairwise(material.paragraphs[doc]):
        is_fresh = p.role in ("text", "head") and (before.role != "text" or before.is_finished)
        match = _HEADLESS.match(p.text) if is_fresh else None
        if match:
            yield _draft(
                material,
                doc,
                p.start,
                p.start + match.end(),
                f"段首像是少了一个字：{match[0]}",
                "开头的动词只剩后半个字。",
            )


def _find_odd_towns(material: Material, doc: int, reading: Reading) -> Iterator[Draft]:
    """Lists of towns in which one name has a character too many."""
    for listed in _TOWN_LIST.finditer(reading.text):
        odd = [m for m in _TOWNS.finditer(reading.text, listed.start(), listed.end() + 1) if m["odd"]]
        if len(odd) == 1 and odd[0].end() < listed.end():
            start, end = odd[0].span()
            yield _draft(
                material,
                doc,
                start,
                end,
                f"地名后多了一个字：{odd[0][0]}",
                "并列的镇、街道名称中，只有这一个多出一字。",
            )


def _draft(material: Material, doc: int, start: int, end: int, title: str, explanation: str) -> Draft:
    return Draft(Severity.WARNING, title, explanation, (material.cite(doc, start, end),))


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要任务

{first}生活性服务业品质化发展，打造全省{word}，提升服务质量。
"""

RULE = CheckRule(
    "C204",
    FindingKind.TYPO,
    "常见错别字和笔误",
    "正式文件里的错字会被要求更正，检索时也会漏掉。",
    "改正。",
    find_slips,
    (Snippet("甲.txt", _TEXT.format(first="快", word="样版")),),
    (Snippet("甲.txt", _TEXT.format(first="加快", word="样板")),),
)
