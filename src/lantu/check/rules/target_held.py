"""Targets that equal their base.

In: rows of forward tables. Out: rows whose base already is the target. Left out on
purpose: review tables, whose period is over.
"""

from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rows import name_of, split_row
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellRole
from lantu.core.finding import FindingKind


def find_held_targets(material: Material) -> Iterator[Draft]:
    """Rows whose target is the base figure."""
    for doc, table in material.tables():
        since = material.year_of(doc) or 0
        for row in table.rows:
            for side in split_row(row):
                base, level = side.base, side.level
                if side.role is not CellRole.TARGET or base is None or level is None or base.value != level.value:
                    continue
                if (level.year or 0) < since:
                    continue
                yield Draft(
                    Severity.INFO,
                    f"{name_of(row)}：{level.year}年目标{level.raw}与{base.year}年现状相同",
                    "目标就是现状，属于保持型目标。评估时应当按“保持”或“不低于”逐年核对，建议在表中写明。",
                    (material.cite_span(doc, base.span), material.cite_span(doc, level.span)),
                    (("base", base.value), ("target", level.value)),
                )


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 农产品冷藏能力 | 万吨 | 20.5 | {target} | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C131",
    FindingKind.TARGET_ALREADY_MET,
    "目标等于现状",
    "保持型目标容易被当作已经完成，应当让读者看出它是底线。",
    "在表中写“不低于”或“保持”，并明确逐年考核。",
    find_held_targets,
    (Snippet("甲.txt", _TABLE.format(target="20.5")),),
    (Snippet("甲.txt", _TABLE.format(target="21.0")),),
)
