"""Rows called done without a figure that shows it.

In: tables with a column of status words. Out: rows whose target is a figure, whose
word is 完成 and whose report is empty. Left out on purpose: targets without a figure.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rows import find_figure, name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole
from lantu.core.finding import FindingKind

_DONE = re.compile(r"^(?:预计|已|全面|超额|提前|如期)?(?:完成|达标|实现|达到)$")


def find_unproved(material: Material) -> Iterator[Draft]:
    """Rows that are done by word only."""
    for doc, table in material.tables():
        if not any(find_figure(row, CellRole.ACTUAL) for row in table.rows):
            continue
        for row in table.rows:
            status = next((c for c in row.cells if c.role is CellRole.STATUS and c.raw.strip()), None)
            target = find_figure(row, CellRole.TARGET)
            told = [c for c in row.cells if c.role is CellRole.ACTUAL and c.form is not CellForm.DASH]
            if status is None or target is None or told or not _DONE.match("".join(status.raw.split())):
                continue
            yield Draft(
                Severity.INFO,
                f"{name_of(row)}：目标{target.raw}，写“{''.join(status.raw.split())}”而没有完成数",
                "只有结论没有数值，无法核对是否达到目标。",
                (material.cite_span(doc, target.span), material.cite_span(doc, status.span)),
                (("target", target.value),),
            )


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长 | 实际完成 2020年 | 实际完成 年均增长 | 完成情况 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | 全员劳动生产率（万元/人） | 10.0 | 14.0 | 7.0% | {actual} | {growth} | 完成 |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 0.2 | 81.5 | 0.3 | 完成 |
"""

RULE = CheckRule(
    "C114",
    FindingKind.STATUS_VS_VALUES,
    "写完成而没有完成数",
    "没有数值的“完成”经不起追问。",
    "补上完成数，或说明数据来源和时间。",
    find_unproved,
    (Snippet("甲.txt", _TABLE.format(actual="", growth="8.5%")),),
    (Snippet("甲.txt", _TABLE.format(actual="15.0", growth="8.5%")),),
)
