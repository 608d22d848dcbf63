"""Formal names that are not written the same way everywhere.

In: names of institutions, zones and fairs in the words of all documents. Out: names
that share beginning and end and differ between. Left out on purpose: short forms
that only drop the end, and names that differ in what they are about.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.catalogue import fold_name
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_SUFFIX = "博览会|试验区|示范区|创新区|论坛|交易会|开发区|高新区|保税区"
_FORMAL = re.compile(rf"中国(?:[（(][一-鿿]{{2,4}}[）)])?[一-鿿]{{2,18}}(?:{_SUFFIX})")
_CITY = re.compile(r"科学城|科技城|科创城")
_HAN = re.compile(r"[一-鿿]+$")
_PLACE, _BETWEEN = 3, 2
_SHARED_END = 5
_COMMON, _RARE = 3, 2

Spot = tuple[int, int, int]
"""Number of the reading, start and end."""


def find_drift(material: Material) -> Iterator[Draft]:
    """Names that differ in the middle, or in the words between place and 城."""
    places: dict[str, dict[int, tuple[int, int]]] = {}
    for doc, reading in enumerate(material.readings):
        for match in _FORMAL.finditer(reading.text):
            places.setdefault(fold_name(match[0]), {}).setdefault(doc, match.span())
    ends: dict[str, list[str]] = {}
    for name in places:
        ends.setdefault(name[-_SHARED_END:], []).append(name)
    for names in ends.values():
        for a, b in combinations(names, 2):
            if _is_drift(a, b):
                yield _draft(material, *_nearest(places[a], places[b]))
    for doc in range(len(material.readings)):
        yield from _find_city_drift(material, doc)


def _nearest(a: dict[int, tuple[int, int]], b: dict[int, tuple[int, int]]) -> tuple[Spot, Spot]:
    """A place of each, in one document where there is such a one."""
    shared = sorted(a.keys() & b.keys())
    first, second = (shared[0], shared[0]) if shared else (min(a), min(b))
    return (first, *a[first]), (second, *b[second])


def _is_drift(a: str, b: str) -> bool:
    """Whether two names begin and end alike and neither is the other shortened."""
    if a in b or b in a:
        return False
    end = next((n for n, (x, y) in enumerate(zip(reversed(a), reversed(b), strict=False)) if x != y), 0)
    middle_a, middle_b = a[2 : len(a) - end], b[2 : len(b) - end]
    return max(len(middle_a), len(middle_b)) <= 14 and (len(middle_a) <= 4 or middle_a[:4] == middle_b[:4])


def _find_city_drift(material: Material, doc: int) -> Iterator[Draft]:
    """One place whose 科学城 is called by several names."""
    text = material.readings[doc].text
    found: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    for match in _CITY.finditer(text):
        before = _HAN.search(text[max(0, match.start() - _PLACE - _BETWEEN) : match.start()])
        for length in range(_PLACE, len(before[0]) + 1 if before else 0):
            name = text[match.start() - length : match.end()]
            found.setdefault(name[:_PLACE], Counter())[name] += 1
            first.setdefault(name, match.start() - length)
    for names in found.values():
        (common, count), *others = names.most_common()
        for rare, times in others:
            if count >= _COMMON and times <= _RARE:
                spots = [(doc, first[name], first[name] + len(name)) for name in (common, rare)]
                yield _draft(material, spots[0], spots[1])


def _draft(material: Material, a: Spot, b: Spot) -> Draft:
    places = tuple(material.cite(*spot) for spot in (a, b))
    return Draft(
        Severity.INFO,
        f"名称写法不一致：{places[0].span.quote}、{places[1].span.quote}",
        "像是同一个机构、区域或活动的两种写法。正式文件里应当用批准的全称，简称在首次出现时说明。",
        places,
    )


_TEXT = """临江市开放发展规划

办好中国国际茶叶博览会配套活动，拓展茶叶销路。主动对接{name}，吸引企业落户。
"""

RULE = CheckRule(
    "C215",
    FindingKind.NAMING,
    "名称写法不一致",
    "机构和平台的名称经过批准，写错会让人以为是另一个。",
    "统一为批准的全称，首次出现时注明简称。",
    find_drift,
    (Snippet("甲.txt", _TEXT.format(name="中国临江茶叶博览会")),),
    (Snippet("甲.txt", _TEXT.format(name="中国国际茶叶博览会")),),
)
