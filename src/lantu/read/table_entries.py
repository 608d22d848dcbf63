"""Rows of indicator tables to targets and actuals.

In: the context's tables. Out: an entry for each target and each reported cell,
with base, year, unit, attribute, and the spans of header, unit and notes that it
rests on.
Left out on purpose: base cells, which are part of the targets, and cells that
say how a target stands.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import (
    CellForm,
    CellRole,
    Comparator,
    Entry,
    EntryKind,
    Stretch,
    Table,
    TableCell,
    TableRow,
    YearSource,
)
from lantu.core.inference import Inference, join_confidence
from lantu.core.span import Span
from lantu.read import inferences as rules
from lantu.read.context import Context
from lantu.read.prices import find_prices
from lantu.read.shadow import cast_shadow
from lantu.read.table_prices import is_of_note
from lantu.read.table_units import is_unit, split_unit, squeeze

_LONGEST = 400
_CUT = re.compile(r"降低|下降|减少|削减|压减|降幅|下降率")
_GROWTH = re.compile(r"(?:年均|平均)?(?:增长|增速|增幅|递增|增长率)(?:率|速度)?$|年均增长|年均增速")
_STOCK = re.compile(r"率|比重|比例|占比|总量|保有|蓄积|寿命|年限|面积|人均|每千|每万|每百|水平|程度|浓度|指数")
_SHARE = re.compile(r"率$|比重|比例|占比|覆盖面")
_VALUED = (CellForm.ASSIGNED, CellForm.RELATIVE, CellForm.SPLIT, CellForm.TEXT)
_COMPLETE = re.compile(r"[率数值额量]$|比重|比例|占比|总量|收入|面积|寿命|年限|浓度|指数|增长")
_COLUMN_NOUN = re.compile(r"^(?!年末|绝对|总|数)[\u4e00-\u9fff]{1,3}[量重值额积]$")
_FIGURE = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_FURTHER = re.compile(r"(?:力争|冲刺|争取)[^\d]{0,6}(\d[\d,]*(?:\.\d+)?)(%|[百千万亿]*[^\d\s,;()]{0,3})")
_MAGNITUDES = ("万", "亿", "万亿", "千", "百")
_POLLUTANTS = "主要污染物"


def find_table_entries(
    entries: tuple[Entry, ...], context: Context
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """The entries so far and those of all tables."""
    found = list(entries)
    for table in context.tables:
        section = _section_at(context, table.span.start)
        for row in table.rows:
            found += _read_row(context, table, row, section)
    return tuple(found), ()


def _section_at(context: Context, at: int) -> str:
    index = bisect_right(context.blocks, at, key=lambda block: block.start) - 1
    return context.blocks[index].section if index >= 0 else ""


def _read_row(context: Context, table: Table, row: TableRow, section: str) -> list[Entry]:
    base = next((cell for cell in row.cells if cell.role is CellRole.BASE and cell.value is not None), None)
    levels = {cell.role for cell in row.cells if cell.value is not None}
    made = []
    for cell in row.cells:
        kind = _kind_of(cell)
        if kind is None or cell.form in (CellForm.DASH, CellForm.STATUS):
            continue
        if cell.form is CellForm.SPLIT:
            made += _read_split(context, table, row, cell, kind, section)
        elif cell.value is not None or cell.form in _VALUED:
            made.append(_make_entry(context, table, row, cell, kind, base, levels, section))
    return made


def _kind_of(cell: TableCell) -> EntryKind | None:
    side = cell.of if cell.role in (CellRole.GROWTH, CellRole.CUMULATIVE) else cell.role
    if side is CellRole.TARGET:
        return EntryKind.TARGET
    return EntryKind.ACTUAL if side is CellRole.ACTUAL else None


def _make_entry(
    context: Context,
    table: Table,
    row: TableRow,
    cell: TableCell,
    kind: EntryKind,
    base: TableCell | None,
    levels: set[CellRole],
    section: str,
) -> Entry:
    measure = _measure(row, cell, levels)
    is_level = measure not in ("growth_rate", "sum", "cumulative_cut", "increment")
    indicator, unit = name_indicator(row, cell.column), _unit(row, cell, measure)
    inferred = tuple(_infer(row, cell, indicator, unit))
    return Entry(
        id="",
        kind=kind,
        origin="table",
        span=_entry_span(context, row, cell),
        section=section,
        indicator=indicator,
        indicator_span=row.name_span,
        value=cell.value,
        value_max=cell.value_max if cell.form is CellForm.RANGE else None,
        unit=unit,
        value_span=_value_span(context, cell),
        comparator=cell.comparator,
        year=cell.year,
        year_source=YearSource.EXPLICIT if cell.year is not None else YearSource.NONE,
        measure=measure,
        is_cumulative=cell.is_cumulative,
        stretch=_read_stretch(context, row, cell),
        base_year=base.year if base is not None and kind is EntryKind.TARGET else None,
        base_value=base.value if base is not None and kind is EntryKind.TARGET and is_level else None,
        base_span=base.span if base is not None and kind is EntryKind.TARGET and is_level else None,
        relative_to=cell.relative_to,
        attribute=row.attribute,
        category=row.category,
        row_no=row.no,
        is_sub=row.is_sub,
        confidence=join_confidence(inferred),
        derived_from=_rests_on(table, row, cell),
        inferred=inferred,
        price_basis=cell.price_basis,
        price_year=cell.price_year,
    )


def _infer(row: TableRow, cell: TableCell, indicator: str, unit: str) -> Iterator[Inference]:
    """What other cells, headings and lines gave the entry."""
    yield from (rule for rule in cell.inferred if rule.field != "unit" or unit == cell.unit)
    if unit and unit != cell.unit:
        yield from row.inferred if unit.endswith(row.unit) and row.unit else (rules.UNIT_GROWTH,)
    if indicator != row.name:
        yield rules.INDICATOR_ROW
    if cell.is_cumulative and "累计" not in cell.raw and "累计" not in cell.column:
        yield rules.SUM_BRACKET


def name_indicator(row: TableRow, column: str = "") -> str:
    """The indicator's name, completed where the row's own is only a part of it.

    A name over several rows, the row it is "of which" of, and the noun that heads
    the column ("产量") are added where the name does not say them.
    """
    name = row.name
    if row.group and not _is_said(row.group, name):
        if row.is_sub:
            name = name if _COMPLETE.search(name) else f"{row.group}（{name}）"
        elif row.group.startswith(_POLLUTANTS):
            name += row.group.removeprefix(_POLLUTANTS)
        elif not _STOCK.search(name) or name.endswith("量"):
            name += row.group
    noun = _COLUMN_NOUN.match(split_unit(squeeze(column))[0])
    return name + noun[0] if noun and noun[0] not in name and not _COMPLETE.search(name) else name


def _is_said(group: str, name: str) -> bool:
    tail = group[-3:]
    return tail in name or (len(name) > len(group) and _STOCK.search(name) is not None)


def _measure(row: TableRow, cell: TableCell, levels: set[CellRole]) -> str:
    if cell.form is CellForm.ASSIGNED:
        return "assigned"
    if cell.form is CellForm.RELATIVE:
        return "relative"
    if cell.form is CellForm.TEXT:
        return "text"
    if cell.is_cumulative:
        return _measure_cumulative(row, cell, levels)
    if cell.role is CellRole.GROWTH or _GROWTH.search(row.name) or "年均增长" in squeeze(cell.raw):
        return "growth_rate"
    if _CUT.search(row.name + row.group):
        return "cumulative_cut"
    if _SHARE.search(name_indicator(row, cell.column)) and (row.unit or cell.unit) in ("%", "‰"):
        return "share"
    return "level"


def _measure_cumulative(row: TableRow, cell: TableCell, levels: set[CellRole]) -> str:
    if _CUT.search(row.name + row.group + cell.raw):
        return "cumulative_cut"
    if (
        cell.role is CellRole.CUMULATIVE
        and (CellRole.TARGET if cell.of is CellRole.TARGET else CellRole.ACTUAL) in levels
    ):
        return "increment"
    return "increment" if _STOCK.search(row.name) else "sum"


def _unit(row: TableRow, cell: TableCell, measure: str) -> str:
    if cell.unit in _MAGNITUDES and row.unit and not row.unit.startswith(_MAGNITUDES):
        return cell.unit + row.unit
    if cell.unit and (measure == "growth_rate" or not row.unit or cell.role is not CellRole.GROWTH):
        return cell.unit
    if measure == "growth_rate" and cell.role is CellRole.GROWTH:
        return cell.unit or "%"
    return row.unit or cell.unit


def _read_stretch(context: Context, row: TableRow, cell: TableCell) -> tuple[Stretch, ...]:
    """A further goal in the same cell ("9000以上、力争10000")."""
    if cell.value is None:
        return ()
    found = _FURTHER.search(context.shadow, cell.span.start, cell.span.end)
    if found is None or found.start() == cell.span.start:
        return ()
    span = context.span(found.start(1), found.end() if is_unit(found[2]) else found.end(1))
    unit = found[2] if is_unit(found[2]) else row.unit
    return (Stretch(Decimal(found[1].replace(",", "")), unit, Comparator.EQUAL, span),)


def _entry_span(context: Context, row: TableRow, cell: TableCell) -> Span:
    start = min(row.name_span.start, cell.span.start)
    end = max(row.name_span.end, cell.span.end)
    return context.span(start, end) if end - start <= _LONGEST else cell.span


def _value_span(context: Context, cell: TableCell) -> Span:
    """The number of the cell, with the unit printed behind it; the whole cell where it has none."""
    found = _FIGURE.search(context.shadow, cell.span.start, cell.span.end)
    if found is None or cell.value is None:
        return cell.span
    end = found.end()
    if cell.unit and context.shadow.startswith(cell.unit, end):
        end += len(cell.unit)
    start = found.start() - (found.start() > cell.span.start and context.shadow[found.start() - 1] == "-")
    return context.span(start, end)


def _rests_on(table: Table, row: TableRow, cell: TableCell) -> tuple[Span, ...]:
    """Heading, unit and the notes that name the row or its cumulative figures."""
    spans = [span for span in (cell.heading_span, row.unit_span) if span is not None]
    return (*spans, *(note for note in table.notes if _concerns(note.quote, row, cell)))


def _concerns(note: str, row: TableRow, cell: TableCell) -> bool:
    if cell.is_cumulative and ("[" in note or "累计" in note or "〔" in note or "【" in note):
        return True
    if is_of_note(cell) and any(word.basis is cell.price_basis for word in find_prices(cast_shadow(squeeze(note)))):
        return True
    return len(row.name) >= 4 and row.name.removesuffix("年均增长") in squeeze(note)


def _read_split(
    context: Context, table: Table, row: TableRow, cell: TableCell, kind: EntryKind, section: str
) -> list[Entry]:
    """One entry for each group of a split cell."""
    made: list[Entry] = []
    at = cell.span.start
    for part, value, own in cell.parts:
        unit, indicator = own or row.unit, part + name_indicator(row)
        inferred = tuple(_infer(row, replace(cell, unit=own), indicator, unit))
        found = _FIGURE.search(context.shadow, at, cell.span.end)
        while found is not None and Decimal(found[0].replace(",", "")) != abs(value):
            found = _FIGURE.search(context.shadow, found.end(), cell.span.end)
        if found is None:
            return made
        at = found.end()
        made.append(
            Entry(
                id="",
                kind=kind,
                origin="table",
                span=_entry_span(context, row, cell),
                section=section,
                indicator=indicator,
                indicator_span=row.name_span,
                value=value,
                unit=unit,
                value_span=context.span(found.start(), found.end()),
                comparator=Comparator.EQUAL,
                year=cell.year,
                year_source=YearSource.EXPLICIT if cell.year is not None else YearSource.NONE,
                measure="growth_rate" if _GROWTH.search(row.name) else "level",
                attribute=row.attribute,
                category=row.category,
                row_no=row.no,
                is_sub=row.is_sub,
                confidence=join_confidence(inferred),
                derived_from=_rests_on(table, row, cell),
                inferred=inferred,
                price_basis=cell.price_basis,
                price_year=cell.price_year,
            )
        )
    return made
