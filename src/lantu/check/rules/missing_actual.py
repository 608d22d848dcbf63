"""Targets of a review table for which nothing is reported.

In: tables in which other rows have reports. Out: one finding a table, with the rows.
Left out on purpose: targets without a figure, for which a word may do.
"""

from collections.abc import Iterator

from lantu.check.material import Material
from lantu.check.rows import name_of, split_row
from lantu.check.rule import CheckRule, Draft, Snippet
from lantu.core.diagnostic import Severity
from lantu.core.entry import CellForm, CellRole, Table, TableRow
from lantu.core.finding import FindingKind
from lantu.core.span import Span

_MOST_SHOWN = 12


def find_gaps(material: Material) -> Iterator[Draft]:
    """Tables with rows that promise a figure and report none."""
    for doc, table in material.tables():
        silent = _silent_rows(table)
        if silent:
            names = "、".join(name_of(row) for row in silent)
            yield Draft(
                Severity.WARNING,
                f"有{len(silent)}项指标列了目标，没有完成数：{names[:40]}{'…' if len(names) > 40 else ''}",
                f"下列指标有目标值而没有报告结果：{names}。没有数据的应当写明原因（统计口径变化、尚未核定等）。",
                tuple(material.cite_span(doc, _where(row)) for row in silent[:_MOST_SHOWN]),
            )


def _silent_rows(table: Table) -> list[TableRow]:
    told = [row for row in table.rows if any(side.role is CellRole.ACTUAL for side in split_row(row))]
    if not told:
        return []
    told = [row for row in told if not _lacks_level(row)]
    return [row for row in table.rows if _has_promise(row) and row not in told and not _is_told_in_words(row)]


def _lacks_level(row: TableRow) -> bool:
    """Whether a level was promised and only its growth is reported."""
    sides = {side.role: side for side in split_row(row)}
    promised, reported = sides.get(CellRole.TARGET), sides[CellRole.ACTUAL]
    return promised is not None and promised.level is not None and reported.level is None


def _has_promise(row: TableRow) -> bool:
    if any(side.role is CellRole.TARGET for side in split_row(row)):
        return True
    return any(c.role is CellRole.TARGET and c.form is CellForm.DUAL for c in row.cells) or any(
        c.role is CellRole.CUMULATIVE and c.of is CellRole.TARGET and c.form is CellForm.DUAL for c in row.cells
    )


def _is_told_in_words(row: TableRow) -> bool:
    """Whether a column of reports holds words or a range instead of a figure."""
    return any(c.role is CellRole.ACTUAL and c.form is not CellForm.DASH for c in row.cells)


def _where(row: TableRow) -> Span:
    """The empty cell, or the name where the cell itself is gone."""
    return next((c.span for c in row.cells if c.role is CellRole.ACTUAL), row.name_span)


_TABLE = """临江市国民经济和社会发展第十四个五年规划纲要

表1 临江市“十三五”主要指标完成情况

| 序号 | 指标名称 | 2015年 | 规划目标 2020年 | 实际完成 2020年 |
| --- | --- | --- | --- | --- |
| 1 | 宽带家庭普及率（%） | 50 | 80 | {actual} |
| 2 | 人均预期寿命（岁） | 80.0 | 81.0 | 81.5 |
"""

RULE = CheckRule(
    "C112",
    FindingKind.MISSING_ACTUAL,
    "有目标、无完成数",
    "提出过的目标不报结果，等于没有评估；读者会认为没有完成。",
    "补上完成数；确实没有的，在表注中写明原因。",
    find_gaps,
    (Snippet("甲.txt", _TABLE.format(actual="—")),),
    (Snippet("甲.txt", _TABLE.format(actual="86")),),
)
