"""A title that promises a round number, against the figure below it.

In: titles such as 百家企业行动 and the targets in their text. Out: titles whose number
is far from the target. Left out on purpose: targets a little above, as slogans round.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import EntryKind
from lantu.core.finding import FindingKind

_TITLE = re.compile(
    r"(?:^|(?<=[\s.．、)）“]))([十百千万])([名家个])([一-鿿]{2,8}?)(?:集聚|培育|引进|招引|倍增|提升)?(?:行动|工程|计划)"
)
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_REACH = 260
_MOST = 3
_PREFIX = 2


def find_gaps(material: Material) -> Iterator[Draft]:
    """Titles whose number is not that of their target."""
    by_doc: dict[int, list[Claim]] = {}
    for claim in material.claims:
        if claim.kind is EntryKind.TARGET and claim.value is not None and not claim.is_table:
            by_doc.setdefault(claim.doc, []).append(claim)
    for doc, reading in enumerate(material.readings):
        for match in _TITLE.finditer(reading.text):
            named = Decimal(_POWERS[match[1]])
            end = reading.text.find("\n", match.end())
            reach = range(match.end(), min(end if end >= 0 else match.end() + _REACH, match.end() + _REACH))
            below = [c for c in by_doc.get(doc, ()) if c.span.start in reach and _is_about(c, match[3])]
            if below and _is_far(below[0], named):
                yield _draft(material, doc, match, below[0], named)


def _is_about(claim: Claim, noun: str) -> bool:
    return noun[:_PREFIX] in claim.entry.indicator or noun[-_PREFIX:] in claim.entry.indicator


def _is_far(claim: Claim, named: Decimal) -> bool:
    return claim.value is not None and (claim.value < named or claim.value >= named * _MOST)


def _draft(material: Material, doc: int, match: re.Match[str], claim: Claim, named: Decimal) -> Draft:
    return Draft(
        Severity.INFO,
        f"标题“{match[0]}”，目标为{claim.amount}{claim.unit}",
        "标题里的数与正文目标相差较大，宣传和考核时会各说各的。",
        (material.cite(doc, match.start(), match.end()), material.show(claim)),
        (("named", named), ("target", claim.value or Decimal(0))),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要任务

1.百家企业培育行动。建立培育清单，开展梯次服务，到2025年，培育企业{figure}家以上。
"""

RULE = CheckRule(
    "C182",
    FindingKind.NAME_VS_VALUE,
    "标题中的数与目标不符",
    "“百名”行动的目标是五百名，口号和任务对不上。",
    "修改标题或目标，使两者一致。",
    find_gaps,
    (Snippet("甲.txt", _TEXT.format(figure="500")),),
    (Snippet("甲.txt", _TEXT.format(figure="100")),),
)
