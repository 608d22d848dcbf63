"""Growth at comparable prices beside levels at the prices of their years, without a word of it.

In: review tables. Out: rows of output or income whose growth is far below what the
levels give, in documents that nowhere speak of price bases. Left out on purpose:
documents that do, since there the two are not comparable and need not agree.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.printed import range_of, show, yearly_growth
from lantu.check.rows import Side, name_of, split_row
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.finding import FindingKind

_AT_PRICES = re.compile(r"生产总值|GDP|增加值|可支配收入|劳动生产率|总产值", re.IGNORECASE)
_SHARE = re.compile(r"比重|占比|比例")
_TOLD = re.compile(r"可比价|不变价|扣除价格|当年价|现价")
_LEAST_GAP = 1


def find_untold(material: Material) -> Iterator[Draft]:
    """Rows whose growth needs a word on prices."""
    for doc, table in material.tables():
        if _TOLD.search(material.readings[doc].text):
            continue
        for row in table.rows:
            name = name_of(row)
            if _AT_PRICES.search(name) and not _SHARE.search(name):
                yield from (_draft(material, doc, name, side) for side in split_row(row) if _is_far(side))


def _is_far(side: Side) -> bool:
    """Whether the levels grow faster than the growth says by more than slips explain."""
    if side.base is None or side.level is None or side.growth is None or not side.years:
        return False
    start, end = range_of(side.base.value), range_of(side.level.value)
    if start.low <= 0 or end.low <= 0 or "百分点" in side.growth.raw:
        return False
    return yearly_growth(start, end, side.years).middle - side.growth.value > _LEAST_GAP


def _draft(material: Material, doc: int, name: str, side: Side) -> Draft:
    assert side.base is not None
    assert side.level is not None
    assert side.growth is not None
    nominal = yearly_growth(range_of(side.base.value), range_of(side.level.value), side.years).middle
    return Draft(
        Severity.INFO,
        f"{name}：增速{side.growth.raw}与两端数值推算的{show(nominal)}%相差较大，没有注明价格口径",
        f"按{side.base.raw}到{side.level.raw}推算年均增长{show(nominal)}%，所列为{side.growth.raw}。如增速按可比价计算，应当在表注中写明。",
        tuple(material.cite_span(doc, figure.span) for figure in (side.base, side.level, side.growth)),
        (("nominal", nominal), ("stated", side.growth.value)),
    )


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值（亿元） | 300 | 450 | 8.4% | 500 | 6.2% |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 0.2 | 81.5 | 0.3 |

注：{note}
"""

RULE = CheckRule(
    "C106",
    FindingKind.ARITHMETIC,
    "增速的价格口径未注明",
    "总量按当年价、增速按可比价时，两者推算不出；不注明，读者会以为算错。",
    "在表注中写明“增速按可比价格计算”。",
    find_untold,
    (Snippet("甲.txt", _TABLE.format(note="数据来自统计部门。")),),
    (Snippet("甲.txt", _TABLE.format(note="地区生产总值增速按可比价格计算。")),),
)
