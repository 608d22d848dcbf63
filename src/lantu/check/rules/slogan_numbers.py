"""Numbered slogans whose numbers changed.

In: words in quotes made of numerals and single characters (“两环五射”). Out:
slogans of one shape and subject with other numbers. Left out on purpose: slogans of
one shape about different things; the words behind must begin alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import Evidence, FindingKind

_SLOGAN = re.compile(r"[“\"]((?:[一二两三四五六七八九十][一-鿿]){2,5})[”\"]([一-鿿]{3,8})")


@dataclass(frozen=True, slots=True)
class Slogan:
    """A slogan with its place."""

    words: str
    numbers: str
    evidence: Evidence


def find_changed_numbers(material: Material) -> Iterator[Draft]:
    """Slogans of one shape and subject with other numbers."""
    known: dict[tuple[str, str], dict[str, Slogan]] = {}
    for doc, reading in enumerate(material.readings):
        for match in _SLOGAN.finditer(reading.text):
            words = match[1]
            slogan = Slogan(words, words[::2], material.cite(doc, match.start(), match.end()))
            known.setdefault((words[1::2], match[2][:3]), {}).setdefault(slogan.numbers, slogan)
    for variants in known.values():
        found = list(variants.values())
        if len(found) > 1:
            yield Draft(
                Severity.INFO,
                f"数字口号不一致：{'、'.join(slogan.words for slogan in found[:3])}",
                "同一件事的数字口号，数字前后不同。可能是方案有调整，也可能有一处写错，应当说明。",
                tuple(slogan.evidence for slogan in found[:4]),
            )


_TEXT = """临江市综合交通规划

建设“两环五射”快速路网络，推进城乡公交一体化。到2025年，“两环{number}射”快速路网络基本建成。
"""

RULE = CheckRule(
    "C213",
    FindingKind.CROSS_DOCUMENT,
    "数字口号不一致",
    "数字口号代表一组具体项目，数字变了就意味着项目增减。",
    "核对口号所指的具体项目，统一说法；确有调整的作出说明。",
    find_changed_numbers,
    (Snippet("甲.txt", _TEXT.format(number="六")),),
    (Snippet("甲.txt", _TEXT.format(number="五")),),
)
