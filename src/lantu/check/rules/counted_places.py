"""How many counties, towns or streets a place says it has.

In: counts of administrative areas that are said to be all of them, and lists of them
by sort. Out: counts of one sort that differ within a document. Left out on purpose:
counts of some of them; a count that says it takes in the city proper counts one less.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_NUMBER = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})"
_COUNTIES = "县(市、区)"
_SORT = r"县[（(]市、区[）)]|县市区|镇[（(]街道[）)]|(?:乡镇|镇|街道)(?=[，。、；和])"
_COUNT = re.compile(rf"({_NUMBER})个({_SORT})")
_WHOLE = re.compile(r"(?:全市|全区|全县|全域|包括[^，。；]{1,8}在内的|下辖|所有|全部)(?:的|共|有)*$")
_WITH_PROPER = re.compile(r"包括[^，。；]*本级[^，。；]*在内的$")
_AREA = r"个(?:区|县级市|县市区|县|市)(?![（(])"
_PART = re.compile(rf"({_NUMBER}){_AREA}")
_LISTED = re.compile(rf"(?:下辖|现辖|辖有)(?:(?!全市|全县)[^。；]){{0,120}}{_NUMBER}{_AREA}")
_SHORT = re.compile(rf"({_NUMBER})县[（(]市[）)]({_NUMBER})区")
_DIGITS = {"两": 2} | {word: n for n, word in enumerate("零一二三四五六七八九")}
_BEFORE = 16
_MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Count:
    """How many areas of a sort there are, as one place in the text says.

    Attributes:
        sort: What is counted.
        number: How many, the city proper taken off.
        start: Where the words begin.
        end: Where they end.
    """

    sort: str
    number: int
    start: int
    end: int


def find_differences(material: Material) -> Iterator[Draft]:
    """Counts of all areas of one sort that differ."""
    for doc, reading in enumerate(material.readings):
        by_sort: dict[str, list[Count]] = {}
        for count in (*_counts(reading.text), *_sums(reading.text)):
            by_sort.setdefault(count.sort, []).append(count)
        for sort, counts in by_sort.items():
            told = sorted({count.number for count in counts})
            if len(told) > 1:
                numbers = "、".join(map(str, told))
                shown = {(c.number, reading.text[c.start : c.end]): c for c in reversed(counts)}
                places = sorted(shown.values(), key=lambda c: c.start)[:_MOST_SHOWN]
                yield Draft(
                    Severity.WARNING,
                    f"全部{sort}的个数不一致：{numbers}",
                    f"文件里几处说的都是全部的{sort}，个数却是{numbers}（写明包括市本级的，已经减去）。"
                    "可能是否包括开发区的口径不同，应当统一或注明。",
                    tuple(material.cite(doc, count.start, count.end) for count in places),
                )


def _counts(text: str) -> Iterator[Count]:
    """Numbers of areas that are said to be all."""
    for match in _COUNT.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        whole = _WHOLE.search(before)
        if whole:
            sort = match[2].replace("（", "(").replace("）", ")")
            sort = _COUNTIES if sort == "县市区" else sort
            number = _number(match[1]) - bool(_WITH_PROPER.search(before))
            yield Count(sort, number, match.start() - len(before) + whole.start(), match.end())


def _sums(text: str) -> Iterator[Count]:
    """Lists of all counties, cities and districts by sort ("下辖两个区，3个县级市和2个县"), and their short form."""
    for match in _LISTED.finditer(text):
        parts = [_number(word) for word in _PART.findall(match[0])]
        if len(parts) > 1:
            yield Count(_COUNTIES, sum(parts), match.start(), match.end())
    for match in _SHORT.finditer(text):
        yield Count(_COUNTIES, _number(match[1]) + _number(match[2]), match.start(), match.end())


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, has_ten, ones = word.rpartition("十")
    if not has_ten:
        return _DIGITS.get(word[-1], 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


_TEXT = """临江市推进政务服务改革

临江下辖东山、西塘两个区和南湾、北岸等{count}个县，全市6个县(市、区)政务服务大厅都设立了专窗，群众可以就近办理跨省事项。

目前，包括市本级在内的7个县(市、区)之间可以互相切换，材料一次收齐。
"""

RULE = CheckRule(
    "C180",
    FindingKind.COUNT_CHECK,
    "辖区个数前后不一",
    "辖区个数是最基本的事实，前后不一会影响对“全覆盖”一类目标的判断。",
    "以民政部门公布的区划为准统一；含开发区的，注明“含开发区”。",
    find_differences,
    (Snippet("甲.txt", _TEXT.format(count="3")),),
    (Snippet("甲.txt", _TEXT.format(count="4")),),
)
