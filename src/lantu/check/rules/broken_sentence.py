"""Paragraphs that end in the middle of a sentence, or begin in the middle of one.

In: running text. Out: one finding a document for the breaks, and one for each lost
beginning. Left out on purpose: headings, list items and cells of tables, which have
no full stop.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lantu.check.material import Material
from lantu.check.paragraphs import Paragraph
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_SENTENCES = re.compile(r"[。；][^。；]*[，,。]")
_COMMAS = re.compile(r"[，,、]")
_FRESH = re.compile(r"^(?:[一二三四五六七八九十]+[是、]|[（(]|\d|[●•▲■—-]|专栏|附|注|图|表|第)")
_LOST = re.compile(r"^(?:[^一二三四五六七八九十甲乙丙丁\W\d_a-zA-Z]、(?!.、)|[，。、；：）])")
_LEAST_HAN = 24
_MOST_SHOWN = 12
_AROUND = 4
_MANY = 10
"""So many breaks come from the pages of a conversion and hardly from lost words."""
_WRAPPED = 4
"""Where more than one paragraph in so many breaks off, lines were wrapped and nothing is lost."""


def find_breaks(material: Material) -> Iterator[Draft]:
    """Breaks and lost beginnings."""
    for doc, paragraphs in enumerate(material.paragraphs):
        breaks = [(a, b) for a, b in pairwise(paragraphs) if _is_broken(a, b)]
        long = {p.start for p in paragraphs if p.role == "text" and p.han >= _LEAST_HAN}
        if breaks and len(breaks) * _WRAPPED <= len(long):
            yield Draft(
                Severity.WARNING if len(breaks) <= _MANY else Severity.INFO,
                f"有{len(breaks)}处句子在中间断开：…{breaks[0][0].text[-6:]}／{breaks[0][1].text[:6]}…",
                "前一段没有说完就换了段，后一段接不上或只是被截断。可能缺字，也可能是分页造成的，应当对照原稿。",
                tuple(material.cite(doc, a.end - _AROUND, b.start + _AROUND) for a, b in breaks[:_MOST_SHOWN]),
            )
        for before, paragraph in pairwise(paragraphs):
            is_whole = before.role != "text" or before.is_finished
            if is_whole and paragraph.start in long and _LOST.match(paragraph.text):
                yield Draft(
                    Severity.WARNING,
                    f"段落开头缺字：{paragraph.text[:14]}…",
                    "段落从半个词或标点开始，前面的文字丢失了，应当对照原稿补全。",
                    (material.cite(doc, paragraph.start, paragraph.start + 13),),
                )


def _is_broken(a: Paragraph, b: Paragraph) -> bool:
    """Whether the first stops short and the second is running text that may go on with it."""
    if a.role != "text" or b.role != "text" or a.is_finished or _FRESH.match(b.text):
        return False
    is_prose = a.han >= _LEAST_HAN and (bool(_SENTENCES.search(a.text)) or len(_COMMAS.findall(a.text)) >= 2)
    return is_prose and b.text.endswith(("。", "！", "；"))


_TEXT = """临江市创新发展纪实

临江市把创新作为第一动力，建设一批实验室，引进一批团队，以服务{end}

{second}
"""

RULE = CheckRule(
    "C200",
    FindingKind.TEXT_DAMAGE,
    "句子断开或缺字",
    "断开的句子会让数字失去主语，也会让机器把两件事读成一件。",
    "对照原稿接好句子，补上缺字。",
    find_breaks,
    (
        Snippet("甲.txt", _TEXT.format(end="企业为", second="中心，营造良好的环境，让各类人才安心创业。")),
        Snippet(
            "乙.txt",
            _TEXT.format(
                end="企业为中心。", second="率、出水水质达标率均有提高，河湖面貌焕然一新，沿岸居民的满意度逐年上升。"
            ),
        ),
    ),
    (Snippet("甲.txt", _TEXT.format(end="企业为中心。", second="全市营造良好的环境，让各类人才安心创业。")),),
)
