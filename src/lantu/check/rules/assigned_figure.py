"""A figure in prose where the table leaves the target to be assigned.

In: promises of one indicator in prose and in a table of the same document. Out:
figures for what the table says will be set by the level above. Left out on purpose:
targets that are only relative.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim
from lantu.check.material import Material
from lantu.check.names import relate_scopes
from lantu.check.rows import find_figure
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, EntryKind
from lantu.core.finding import FindingKind, Relation


def find_figures(material: Material) -> Iterator[Draft]:
    """Figures in prose for targets that the table leaves open."""
    for claims in material.groups.values():
        open_rows = [c for c in claims if c.cell is not None and c.cell.form is CellForm.ASSIGNED]
        for cell in open_rows:
            prose = next((c for c in claims if _is_figure_for(c, cell)), None)
            if prose is not None:
                yield _draft(material, prose, cell)


def _is_figure_for(claim: Claim, cell: Claim) -> bool:
    is_promise = claim.kind is EntryKind.TARGET and not claim.is_table and claim.amount is not None
    if not is_promise or claim.doc != cell.doc or claim.year != cell.year:
        return False
    return relate_scopes(claim.key.scopes, cell.key.scopes)[0] is Relation.SAME


def _draft(material: Material, prose: Claim, cell: Claim) -> Draft:
    words = "".join(cell.cell.raw.split()) if cell.cell else ""
    base = find_figure(cell.row, CellRole.BASE) if cell.row else None
    is_binding = "约束" in cell.entry.attribute
    return Draft(
        Severity.WARNING if is_binding else Severity.INFO,
        f"{cell.name}：正文写{prose.amount}{prose.unit}，{'约束性' if is_binding else ''}目标表中为“{words}”",
        "表中说目标由上级下达，正文却给出了数值。两处应当一致；数值低于现状或低于下达数的，更应当核对。",
        (
            material.show(prose),
            material.show(cell),
            *((material.cite_span(cell.doc, base.span),) if base else ()),
        ),
        (("prose", prose.amount or Decimal(0)),),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要目标

到2025年，农产品冷藏能力达到22万吨。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 农产品冷藏能力 | 万吨 | 20 | {target} | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C121",
    FindingKind.PROSE_VS_TABLE,
    "正文有数值，表中由上级下达",
    "约束性指标以上级下达为准，正文另写一个数，执行时会出现两个标准。",
    "删去正文的数值，或写明是暂定数。",
    find_figures,
    (Snippet("甲.txt", _TEXT.format(target="完成上级下达目标")),),
    (Snippet("甲.txt", _TEXT.format(target="22")),),
)
