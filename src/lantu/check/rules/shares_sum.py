"""Shares of the three sectors that should add up to a hundred.

In: ratios written as a:b:c in the words. Out: ratios whose sum is not a hundred.
Left out on purpose: ratios of other things, which need not be shares.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import half_digit
from lantu.check.material import Material
from lantu.check.printed import show
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_RATIO = re.compile(
    r"(?<![\d.])(\d{1,2}(?:\.\d+)?)\s*[:：∶]\s*(\d{1,2}(?:\.\d+)?)\s*[:：∶]\s*(\d{1,2}(?:\.\d+)?)(?![\d:：∶])"
)
_SECTORS = re.compile(r"产业(?:增加值)?(?:结构|比重|比例|比)")
_BEFORE = 40
_WHOLE = Decimal(100)


def find_bad_sums(material: Material) -> Iterator[Draft]:
    """Sector shares that do not add up."""
    for doc, reading in enumerate(material.readings):
        for match in _RATIO.finditer(reading.text):
            parts = [Decimal(part) for part in match.groups()]
            total = sum(parts, Decimal(0))
            slack = sum((half_digit(part) for part in parts), Decimal(0))
            is_about_sectors = _SECTORS.search(reading.text[max(0, match.start() - _BEFORE) : match.start()])
            if is_about_sectors and abs(total - _WHOLE) > slack:
                yield Draft(
                    Severity.ERROR,
                    f"三次产业比重{match[0]}合计为{show(total)}",
                    "三次产业比重之和应当是100，按所列小数位四舍五入也不能相符。",
                    (material.cite(doc, match.start(), match.end()),),
                    (("sum", total),),
                )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

2020年，三次产业结构为{ratio}，服务业比重继续提高。
"""

RULE = CheckRule(
    "C104",
    FindingKind.ARITHMETIC,
    "三次产业比重之和不是100",
    "比重相加必须等于100，不等说明抄错了一个数。",
    "对照统计公报改正。",
    find_bad_sums,
    (Snippet("甲.txt", _TEXT.format(ratio="2.3:52.9:45.8")),),
    (Snippet("甲.txt", _TEXT.format(ratio="2.3:51.9:45.8")),),
)
