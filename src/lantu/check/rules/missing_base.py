"""Targets of a forward table without the figure that they start from.

In: tables in which other rows have a base. Out: one finding a table, with the rows.
Left out on purpose: growth and cuts, which start from nothing, and targets without
a figure.
"""

import re
from collections.abc import Iterator

from lantu.check.collect import row_name
from lantu.check.material import Material
from lantu.check.names import key_of
from lantu.check.rows import find_figure, name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, Table, TableRow
from lantu.core.finding import FindingKind

_CUT = re.compile(r"(?:降低|下降|减少)(?:率)?$")
_MOST_SHOWN = 12


def find_gaps(material: Material) -> Iterator[Draft]:
    """Tables with targets that have no base."""
    for doc, table in material.tables():
        bare = _bare_rows(table)
        if bare:
            names = "、".join(name_of(row) for row in bare)
            yield Draft(
                Severity.INFO,
                f"有{len(bare)}项目标没有基期值：{names[:40]}{'…' if len(names) > 40 else ''}",
                f"下列指标有目标值而没有现状值：{names}。没有起点就无法计算进度，评估时只能看期末。",
                tuple(material.cite_span(doc, row.name_span) for row in bare[:_MOST_SHOWN]),
            )


def _bare_rows(table: Table) -> list[TableRow]:
    if not any(find_figure(row, CellRole.BASE) for row in table.rows):
        return []
    return [row for row in table.rows if find_figure(row, CellRole.TARGET) and _lacks_base(row)]


def _lacks_base(row: TableRow) -> bool:
    if _CUT.search(name_of(row)) or key_of(row_name(row)).is_growth:
        return False
    if any(c.role is CellRole.TARGET and c.form is CellForm.CUMULATIVE for c in row.cells):
        return False
    return all(c.form is CellForm.DASH for c in row.cells if c.role is CellRole.BASE)


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 森林覆盖率 | % | {base} | 12.5 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C113",
    FindingKind.MISSING_ACTUAL,
    "有目标、无基期值",
    "不知道从哪里出发，就不能判断目标高低，也不能逐年看进度。",
    "补上基期值；没有统计的，写明何时建立统计。",
    find_gaps,
    (Snippet("甲.txt", _TABLE.format(base="-")),),
    (Snippet("甲.txt", _TABLE.format(base="11.2")),),
)
