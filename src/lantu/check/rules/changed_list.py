"""Fixed lists of names of which one item changed.

In: lists joined by 、. Out: lists that agree in all items but one. Left out on
purpose: lists of short words, which change freely; items are long, or each begins
with a numeral.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, FindingKind

_ITEM = r"[^、，。；：,;:“”（）()《》\s]{2,26}"
_LIST = re.compile(rf"{_ITEM}(?:、{_ITEM}){{2,9}}")
_NUMERAL = re.compile(r"[一二三四五六七八九十百千万]")
_LONG = 6
_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with the list's other items in its window."""

    doc: int
    start: int
    end: int
    words: str


def find_changed_items(material: Material) -> Iterator[Draft]:
    """Lists that agree but for one item."""
    windows: dict[tuple[str, ...], list[Item]] = {}
    for doc, reading in enumerate(material.readings):
        for match in _LIST.finditer(reading.text):
            for key, item in _windows(doc, match):
                windows.setdefault(key, []).append(item)
    told: set[frozenset[str]] = set()
    for items in windows.values():
        first = items[0]
        for other in items[1:]:
            pair = frozenset((first.words, other.words))
            if pair not in told and _is_changed(first.words, other.words):
                told.add(pair)
                yield _draft(first, other, material)


def _windows(doc: int, match: re.Match[str]) -> Iterator[tuple[tuple[str, ...], Item]]:
    """Each item that may have changed, under the items around it."""
    words = match[0].split("、")
    starts = [match.start()]
    for word in words[:-1]:
        starts.append(starts[-1] + len(word) + 1)
    is_numbered = len(words) >= 3 and all(_NUMERAL.match(word) and len(word) >= 3 for word in words)
    size = len(words) if is_numbered else 3
    for first in range(len(words) - size + 1):
        window = words[first : first + size]
        for at in range(size):
            rest = [word for n, word in enumerate(window) if n != at]
            if is_numbered or all(len(word) >= _LONG for word in window):
                start = starts[first + at]
                yield (str(at), *rest), Item(doc, start, start + len(window[at]), window[at])


def _is_changed(a: str, b: str) -> bool:
    if a == b or a.startswith(b) or b.startswith(a) or a[-_LONG:] == b[-_LONG:]:
        return False
    if _NUMERAL.match(a) and _NUMERAL.match(b) and len(a) == len(b) <= _LONG:
        return True
    return len(a) >= _LONG and SequenceMatcher(None, a, b, autojunk=False).ratio() >= _LIKE


def _draft(first: Item, other: Item, material: Material) -> Draft:
    evidence: tuple[Evidence, ...] = tuple(material.cite(i.doc, i.start, i.end) for i in (first, other))
    return Draft(
        Severity.INFO,
        f"固定提法不一致：{first.words}、{other.words}",
        "一组并列的提法，其余各项都相同，只有一项不同。可能是提法有调整，也可能有一处写错。",
        evidence,
    )


_TEXT = """临江市开放发展规划

打造山水宜居文化名城、面向海洋开放新城、创新驱动制造高地、城乡融合改革先行地，全面提升城市能级。

建设山水宜居文化名城、面向海洋开放新城、创新驱动制造高地、{last}，取得明显进展。
"""

RULE = CheckRule(
    "C214",
    FindingKind.CROSS_DOCUMENT,
    "固定提法不一致",
    "战略定位一类的提法经过会议确定，前后不一会引起误读。",
    "以最近一次正式文件的提法为准统一。",
    find_changed_items,
    (Snippet("甲.txt", _TEXT.format(last="城乡融合改革先行区")),),
    (Snippet("甲.txt", _TEXT.format(last="城乡融合改革先行地")),),
)
