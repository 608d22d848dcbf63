"""Promises measured against something else: "与经济增长基本同步".

In: one stream's text. Out: places where an indicator is tied to another one or
to a benchmark, with both names. Left out on purpose: reported comparisons,
which `prose` does not ask for in passages that look back.
"""

import re
from dataclasses import dataclass

from lantu.core.entry import Comparator
from lantu.read.indicators import Name, find_left_name

_SIGN = re.compile(r"同步|高于|快于|低于|优于|好于|水平")
_SYNC = re.compile(r"(?:保持)?[与和同](?P<partner>[^,;。、:与和同]{2,24}?)(?:基本|保持|总体|大体|实现)*同步$")
_ABOVE = re.compile(
    r"(?P<not>不)?(?P<rel>[高快低优好]于)(?P<mark>(?:全国|全省|全市|国家|省|市|GDP|地区生产总值|经济|同期|上年|周边)[^,;。、\d]{0,16}?)(?=[,;。、]|$)"
)
_BENCH = re.compile(r"达到(?P<level>(?:(?!达到)[^,;。、\d]){2,16}?(?:国家|经济体|地区|国际|先进|平均|中上|领先))水平$")
_COMPARED = re.compile(r"[比较](?=20\d\d年)")
_MEASURABLE = re.compile(
    r"收入|支出|投资|增速|增长|增幅|报酬|生产率|产值|总值|增加值|出口|进口|消费|税收|利润|人口|水平|率$|比重|降幅|涨幅|养老金|工资|指数|贷款|存款"
)


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
    for sign in _SIGN.finditer(text):
        start = _clause_start(text, sign.start())
        if found and start < found[-1].end < sign.start():
            start = found[-1].end + (1 if text[found[-1].end] in "、和" else 0)
        tie = _read_tie(text, start, sign)
        if tie is None:
            continue
        begin, end, partner, comparator = tie
        compared = _COMPARED.search(text, start, begin)
        begin = compared.start() if compared is not None else begin
        name = find_left_name(text, start, begin, True)
        if name is not None and _MEASURABLE.search(name.text):
            found.append(Relative(name, partner, begin, end, comparator))
    return tuple(found)


def _clause_start(text: str, position: int) -> int:
    for i in range(position - 1, max(-1, position - 90), -1):
        if text[i] in ",;。:!?":
            return i + 1
    return max(0, position - 90)


def _read_tie(text: str, start: int, sign: re.Match[str]) -> tuple[int, int, str, Comparator] | None:
    """Where the tie's words begin and end, the partner and the comparator."""
    if sign.group().endswith("于"):
        at = sign.start() - (1 if text[sign.start() - 1 : sign.start()] == "不" else 0)
        match = _ABOVE.match(text, at)
        if match is None:
            return None
        return at, match.end(), match["mark"], _compare(match["rel"], bool(match["not"]))
    pattern = _BENCH if sign.group() == "水平" else _SYNC
    found = pattern.search(text[start : sign.end()])
    if found is None:
        return None
    return start + found.start(), sign.end(), found[1], Comparator.ABOUT


def _compare(word: str, is_negated: bool) -> Comparator:
    is_more = word != "低于"
    if is_negated:
        return Comparator.AT_MOST if is_more else Comparator.AT_LEAST
    return Comparator.MORE_THAN if is_more else Comparator.LESS_THAN
