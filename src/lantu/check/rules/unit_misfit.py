"""Units that an indicator cannot have.

In: rows of tables. Out: rows whose unit does not go with the name, with another row
of the same indicator, or whose base cannot be a figure of that unit. Left out on
purpose: rows without a unit.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material
from lantu.check.names import relate_scopes
from lantu.check.rows import find_figure, name_of
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, TableRow
from lantu.core.finding import FindingKind, Relation
from lantu.core.quantity import parse_unit

_NO_PERCENT = re.compile(
    r"^每[百千万]|^人均(?!.*(?:增长|比重|率))|亿元.*死亡率|寿命|年限$|(?:总量|总额|人数|床位数|医师数)$"
)
_CUT = re.compile(r"(?:降低|下降|减少)(?:率)?$")
_PERCENT = ("%", "％")


def find_misfits(material: Material) -> Iterator[Draft]:
    """Rows whose unit cannot be right."""
    told: set[tuple[int, int]] = set()
    for doc, table in material.tables():
        for row in table.rows:
            if row.unit in _PERCENT and _NO_PERCENT.search(name_of(row)):
                told.add((doc, row.name_span.start))
                other = _find_like(material, doc, row)
                yield Draft(
                    Severity.WARNING,
                    f"{name_of(row)}：单位写作{row.unit}",
                    "这个指标不是百分数，单位应当是绝对数或比值的单位。"
                    + (f"别处的单位为{other.row.unit}。" if other and other.row else ""),
                    tuple(
                        material.cite_span(at, span)
                        for at, span in [
                            (doc, row.name_span),
                            *([(other.doc, other.row.name_span)] if other and other.row else []),
                        ]
                    ),
                )
            yield from _find_level_in_cut(material, doc, row)


def _find_like(material: Material, doc: int, row: TableRow) -> Claim | None:
    """A row of the same indicator with a unit of another dimension."""
    mine = next((c for c in material.claims if c.doc == doc and c.row is row), None)
    if mine is None:
        return None
    for claim in material.groups[mine.key.stem]:
        is_same = relate_scopes(claim.key.scopes, mine.key.scopes)[0] is Relation.SAME
        if is_same and claim.row and claim.row.unit and not parse_unit(claim.row.unit).fits(parse_unit(row.unit)):
            return claim
    return None


def _find_level_in_cut(material: Material, doc: int, row: TableRow) -> Iterator[Draft]:
    """Rows that count a cut in per cent and give a level as their base."""
    base = find_figure(row, CellRole.BASE)
    targets = [c for c in row.cells if c.role is CellRole.TARGET]
    if base is None or row.unit not in _PERCENT or not _CUT.search(name_of(row)):
        return
    if base.value > 0 and any(c.form in (CellForm.ASSIGNED, CellForm.CUMULATIVE) for c in targets):
        yield Draft(
            Severity.WARNING,
            f"{name_of(row)}：基期值{base.raw}不像降低的百分数",
            "指标是累计降低的百分数，基期没有“降低”可言；这里像是填了水平值。应当删去，或另列水平指标并写明单位。",
            (material.cite_span(doc, row.name_span), material.cite_span(doc, base.span)),
            (("base", Decimal(base.value)),),
        )


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 每千人口医疗机构床位数 | {unit} | 5.1 | 6.3 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C170",
    FindingKind.UNIT_MISMATCH,
    "单位与指标不符",
    "单位错了，数值相差成百上千倍，也无法与别处比较。",
    "按指标定义改正单位。",
    find_misfits,
    (Snippet("甲.txt", _TABLE.format(unit="%")),),
    (Snippet("甲.txt", _TABLE.format(unit="张")),),
)
