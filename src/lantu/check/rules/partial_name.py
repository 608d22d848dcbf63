"""Names of indicators that lost the word which makes them one.

In: rows counted in per cent. Out: rows whose name says neither rate nor share nor
growth, and shares without the 占 that tells of what. Left out on purpose: other units.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rows import is_share, name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import TableRow
from lantu.core.finding import FindingKind

_OF_WHAT = re.compile(r"(?<!占)(?<!占地区)(?<!占国内)生产总值比重$|(?<!占)GDP比重$")
_POLLUTANTS = ("化学需氧量", "氨氮", "二氧化硫", "氮氧化物", "挥发性有机物", "总磷", "总氮", "有机物")


def find_partial_names(material: Material) -> Iterator[Draft]:
    """Rows in per cent with a name that is not one of a share or a change."""
    for doc, table in material.tables():
        for row in table.rows:
            if _is_partial(row):
                yield Draft(
                    Severity.INFO,
                    f"指标名称不完整：{name_of(row)}（{row.unit or '无单位'}）",
                    "名称看不出是什么的比率或占什么的比重，像是漏了“率”“占”一类的字。",
                    (material.cite_span(doc, row.name_span),),
                )


def _is_partial(row: TableRow) -> bool:
    name = name_of(row)
    if _OF_WHAT.search(name):
        return True
    has_percent = row.unit in ("%", "％") and not row.group
    return has_percent and not is_share(name) and not any(word in name for word in _POLLUTANTS)


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | {name} | % | 80 | 92 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C211",
    FindingKind.NAMING,
    "指标名称不完整",
    "少一个“率”字，指标就从比率变成了件数，口径说不清。",
    "对照统计制度补全名称。",
    find_partial_names,
    (Snippet("甲.txt", _TABLE.format(name="依申请政务服务事项一网通办")),),
    (Snippet("甲.txt", _TABLE.format(name="依申请政务服务事项一网通办率")),),
)
