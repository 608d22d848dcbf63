"""A figure in prose against the same figure in a table of the same document.

In: claims of one indicator and year. Out: promises and reports that differ, bounds
that were lost, and bounds so far off that they say little. Left out on purpose:
figures that round to one another, and other scopes.
"""

from collections.abc import Iterator
from decimal import Decimal

from lantu.check.claims import Claim, figures_of, half_digit
from lantu.check.material import Material, are_comparable
from lantu.check.printed import Range, show
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import Comparator, EntryKind, Modality
from lantu.core.finding import FindingKind

_LOWER = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST})
_FAR_POINTS = Decimal(2)
_FAR_SHARE = Decimal("0.05")
_FAR_APART = Decimal(3)


def find_differences(material: Material) -> Iterator[Draft]:
    """Prose and table of one document that do not go together."""
    for claims in material.groups.values():
        told: set[tuple[int, int]] = set()
        for prose in claims:
            if prose.is_table or prose.value is None or prose.nature in ("multiple", "sum", "change"):
                continue
            for cell in claims:
                if cell.is_table and _is_same_statement(prose, cell) and (prose.doc, prose.span.start) not in told:
                    draft = _compare(material, prose, cell)
                    if draft:
                        told.add((prose.doc, prose.span.start))
                        yield draft


def _is_same_statement(prose: Claim, cell: Claim) -> bool:
    if prose.doc != cell.doc or prose.kind is not cell.kind or cell.value is None:
        return False
    return prose.year == cell.year and prose.year is not None and are_comparable(prose, cell)


def _compare(material: Material, prose: Claim, cell: Claim) -> Draft | None:
    figures = figures_of(prose, cell)
    if figures is None or prose.amount is None or cell.amount is None or _are_far_apart(*figures):
        return None
    # A bound is meant exactly; only a figure is rounded.
    slack = Decimal(0) if prose.comparator in _LOWER else half_digit(prose.amount) * _factor(figures[0], prose)
    cell_slack = half_digit(cell.amount) * _factor(figures[1], cell)
    mine = Range(figures[0] - slack, figures[0] + slack)
    table = Range(figures[1] - cell_slack, figures[1] + cell_slack)
    if mine.touches(table):
        return _compare_bounds(material, prose, cell) if prose.kind is EntryKind.TARGET else None
    if prose.kind is EntryKind.ACTUAL and prose.comparator in _LOWER and figures[1] > figures[0]:
        return _compare_loose(material, prose, cell, figures)
    if prose.comparator is Comparator.ABOUT and abs(figures[0] - figures[1]) <= abs(figures[1]) * _FAR_SHARE:
        return None
    is_goal = prose.entry.modality is Modality.STRIVE
    return _draft(
        material,
        prose,
        cell,
        Severity.WARNING if is_goal or prose.kind is EntryKind.TARGET else Severity.ERROR,
        f"正文为{prose.span.quote[-24:]}，表中为{cell.span.quote}",
        "同一份文件里同一指标、同一年份有两个数，执行和评估时不知以哪个为准。",
    )


def _compare_bounds(material: Material, prose: Claim, cell: Claim) -> Draft | None:
    stretch = prose.entry.stretch
    if prose.comparator is cell.comparator and not stretch:
        return None
    if prose.comparator is cell.comparator or prose.comparator is Comparator.EQUAL:
        words = (
            "正文另有力争数，表中没有"
            if stretch and prose.comparator is cell.comparator
            else "表中的“以上”“左右”正文没有"
        )
    else:
        words = "正文的“以上”“突破”“左右”等限定表中没有" + ("，力争数也没有" if stretch else "")
    return _draft(
        material, prose, cell, Severity.INFO, words, "数值相同，但达到、以上、左右、力争的评估结果不同，两处应当一致。"
    )


def _factor(figure: Decimal, claim: Claim) -> Decimal:
    """What a printed figure was multiplied with."""
    return figure / claim.amount if claim.amount else claim.factor


def _compare_loose(material: Material, prose: Claim, cell: Claim, figures: tuple[Decimal, Decimal]) -> Draft | None:
    gap = figures[1] - figures[0]
    is_share = cell.unit in ("%", "％")
    far = _FAR_POINTS * cell.factor if is_share else abs(figures[0]) * _FAR_SHARE
    if gap < far:
        return None
    return _draft(
        material,
        prose,
        cell,
        Severity.WARNING,
        f"正文只说超过{show(prose.amount or Decimal(0))}{prose.unit}，表中为{cell.span.quote}",
        "两处并不矛盾，但正文的说法离实际数太远，像是引用了旧数据。",
    )


def _are_far_apart(a: Decimal, b: Decimal) -> bool:
    """Whether two figures are so different that they hardly speak of one thing."""
    small, large = sorted((abs(a), abs(b)))
    return small == 0 or large / small > _FAR_APART


def _draft(material: Material, prose: Claim, cell: Claim, severity: Severity, words: str, explanation: str) -> Draft:
    name = cell.name
    return Draft(
        severity,
        f"{name}（{prose.year}年）：{words}",
        explanation,
        (material.show(prose), material.show(cell)),
        (("prose", prose.amount or Decimal(0)), ("table", cell.amount or Decimal(0))),
    )


_TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、主要目标

到2025年，农产品冷藏能力达到{figure}万吨{word}。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 农产品冷藏能力 | 万吨 | 20 | 25 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""

RULE = CheckRule(
    "C120",
    FindingKind.PROSE_VS_TABLE,
    "正文与表格数值不一致",
    "正文和表格都具有同等效力，不一致时无法执行和考核。",
    "以经过核定的数为准统一两处；带“以上”“力争”的，两处都写。",
    find_differences,
    (Snippet("甲.txt", _TEXT.format(figure="22", word="")), Snippet("乙.txt", _TEXT.format(figure="25", word="以上"))),
    (Snippet("甲.txt", _TEXT.format(figure="25", word="")),),
)
