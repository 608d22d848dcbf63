"""Promises measured against something else: "与经济增长基本同步".

In: one stream's text. Out: places where an indicator is tied to another one or
to a benchmark, with both names. Left out on purpose: reported comparisons,
which `prose` does not ask for in passages that look back.
"""

import re
from dataclasses import dataclass

from lantu.core.entry import Comparator
from lantu.read.indicators import Name, find_left_name

_TIED = re.compile(
    r"(?P<sync>(?:保持)?(?:与|和|同)(?P<partner>[^,;。、:与和同]{2,24}?)(?:基本|保持|总体|大体|实现)*(?:同步(?:较快)?增?长?|同步提高|相适应|相匹配))"
    r"|(?P<above>(?:增[速幅长]|比重|水平|降幅|涨幅|占比|收入)?(?P<not>不)?(?P<rel>高于|快于|低于|优于|好于)(?P<mark>(?:全国|全省|全市|国家|省|市|GDP|地区生产总值|经济|同期|上年|周边|苏|浙)[^,;。、\d]{0,16}?)(?=[,;。、]|$))"
    r"|(?P<bench>达到(?P<level>[^,;。、\d达]{2,16}?(?:国家|经济体|地区|国际|先进|平均|中上|领先))水平)"
)
_BREAK = re.compile(r"[,;。:!?]")


@dataclass(frozen=True, slots=True)
class Relative:
    """One tie between an indicator and a partner.

    Attributes:
        name: The indicator.
        partner: What it is compared with.
        start: Where the tie's words begin.
        end: Where they end.
        comparator: How it is to stand to the partner.
    """

    name: Name
    partner: str
    start: int
    end: int
    comparator: Comparator


def find_relatives(text: str) -> tuple[Relative, ...]:
    """All ties of one stream."""
    found: list[Relative] = []
    for match in _TIED.finditer(text):
        start = 0
        for brk in _BREAK.finditer(text, 0, match.start()):
            start = brk.end()
        name = find_left_name(text, start, match.start(), True)
        if name is None:
            continue
        partner = match["partner"] or match["mark"] or match["level"] or ""
        found.append(Relative(name, partner, match.start(), match.end(), _compare(match)))
    return tuple(found)


def _compare(match: re.Match[str]) -> Comparator:
    if match["rel"] is None:
        return Comparator.ABOUT
    is_more = match["rel"] in ("高于", "快于", "优于", "好于")
    if match["not"]:
        return Comparator.AT_MOST if is_more else Comparator.AT_LEAST
    return Comparator.MORE_THAN if is_more else Comparator.LESS_THAN
