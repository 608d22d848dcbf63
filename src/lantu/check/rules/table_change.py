"""Base and change over the whole time against the figure at the end.

In: tables with a base, an end and a bracketed total. Out: rows where base + change
is not the end at any rounding. Left out on purpose: yearly growth, see `table_growth`.
"""

import re
from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.printed import Range, range_of, share_of_change, show
from lantu.check.rows import Side, name_of, split_row
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, TableRow
from lantu.core.finding import FindingKind

_FALL = re.compile(r"下降|降低|减少")


def find_slips(material: Material) -> Iterator[Draft]:
    """Rows whose change does not lead from base to end."""
    for doc, table in material.tables():
        for row in table.rows:
            for side in split_row(row):
                draft = _check_side(material, doc, row, side)
                if draft:
                    yield draft


def _check_side(material: Material, doc: int, row: TableRow, side: Side) -> Draft | None:
    base, level, change = side.base, side.level, side.change
    if base is None or level is None or change is None or level.cell.form is CellForm.CUMULATIVE:
        return None
    start, end, stated = range_of(base.value), range_of(level.value), range_of(change.value)
    steps = Range(end.low - start.high, end.high - start.low)
    if _FALL.search(change.raw):
        steps = Range(-steps.high, -steps.low)
    ways = [steps]
    if "%" in change.raw and start.low > 0:
        share = share_of_change(start, end)
        ways = [Range(-share.high, -share.low) if _FALL.search(change.raw) else share, steps]
    if any(way.touches(stated) for way in ways):
        return None
    name, what = name_of(row), "目标" if side.role is CellRole.TARGET else "完成数"
    return Draft(
        Severity.ERROR,
        f"{name}：{what}累计{change.raw}，两端相差{show(ways[0].middle)}",
        f"{base.year}年{base.raw}到{level.year}年{level.raw}，相差{show(ways[0].middle)}，表中累计数为{change.raw}，按所列小数位四舍五入也不能相符。",
        tuple(material.cite_span(doc, figure.span) for figure in (base, level, change)),
        (("recomputed", ways[0].middle), ("stated", change.value)),
    )


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 规划目标 年均增长(%)[累计] | 完成情况 2020年 | 完成情况 年均增长(%)[累计] |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 人均预期寿命（岁） | 80.2 | 81.2 | [1] | 82.0 | [{change}] |
| 2 | 高等教育毛入学率（%） | 58 | 62 | [4] | 63 | [5] |
"""

RULE = CheckRule(
    "C102",
    FindingKind.ARITHMETIC,
    "基期值加累计数不等于期末值",
    "同一行的三个数互相验证，不符说明至少一个数抄错或算错。",
    "核对三个数的来源，改正其中错误的一个。",
    find_slips,
    (Snippet("甲.txt", _TABLE.format(change="2.8")),),
    (Snippet("甲.txt", _TABLE.format(change="1.8")),),
)
