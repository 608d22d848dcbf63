"""A reading as JSON objects, in the form that `lantu read --json` prints.

In: a `Reading`. Out: plain dicts, lists, strings and numbers.
Left out on purpose: writing; the command line does that.
"""

from decimal import Decimal
from typing import Any

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import (
    DocumentFacts,
    Entry,
    PriceBasis,
    Reading,
    Section,
    Stretch,
    Table,
    TableCell,
    TableRow,
)
from lantu.core.inference import Inference
from lantu.core.mark import Mark, mark_at
from lantu.core.span import Span

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    """The whole reading; figures are numbers, absent things are null."""
    return {
        "document": _document(reading.facts),
        "sections": [_section(section) for section in reading.sections],
        "tables": [_table(table) for table in reading.tables],
        "entries": [_entry(entry) | _place(reading.marks, entry.span) for entry in reading.entries],
        "diagnostics": [_diagnostic(found) | _place(reading.marks, found.span) for found in reading.diagnostics],
    }


def _place(marks: tuple[Mark, ...], span: Span | None) -> Json:
    """Where it stands in the original file; nothing where the text is the file itself."""
    mark = mark_at(marks, span.start) if span is not None else None
    if mark is None:
        return {}
    place = {"page": mark.page, "paragraph": mark.paragraph, "table": mark.table, "row": mark.row}
    return {"place": {name: number for name, number in (place | {"column": mark.column}).items() if number}}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)


def _basis(basis: PriceBasis) -> str | None:
    return None if basis is PriceBasis.NOT_STATED else basis.value


def _start(span: Span | None) -> int | None:
    return None if span is None else span.start


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end


def _document(facts: DocumentFacts) -> Json:
    return {
        "source": facts.source,
        "sha256": facts.sha256,
        "characters": facts.characters,
        "encoding": facts.encoding,
        "title": facts.title,
        "kind": facts.kind,
        "region": {"name": facts.region_name, "code": facts.region_code or None} if facts.region_name else None,
        "period": None if facts.period is None else list(facts.period),
        "issued": facts.issued_on or None,
    }


def _section(section: Section) -> Json:
    return {
        "id": section.id,
        "kind": section.kind,
        "level": section.level or None,
        "number": section.number or None,
        "title": section.title,
        "start": section.span.start,
        "end": section.span.end,
        "body_end": section.body_end,
        "parent": section.parent or None,
    }


def _table(table: Table) -> Json:
    return {
        "caption": table.caption,
        "start": table.span.start,
        "end": table.span.end,
        "columns": list(table.columns),
        "rows": [_row(row) for row in table.rows],
        "notes": [{"start": note.start, "end": note.end} for note in table.notes],
    }


def _row(row: TableRow) -> Json:
    return {
        "no": row.no,
        "name": row.name,
        "name_start": row.name_span.start,
        "name_end": row.name_span.end,
        "unit": row.unit or None,
        "unit_start": _start(row.unit_span),
        "unit_end": _end(row.unit_span),
        "category": row.category or None,
        "group": row.group or None,
        "attribute": row.attribute or None,
        "is_sub": row.is_sub,
        "inferred": _inferred(row.inferred),
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: TableCell) -> Json:
    return {
        "column": cell.column,
        "role": cell.role.value,
        "of": None if cell.of is None else cell.of.value,
        "year": cell.year,
        "raw": cell.raw,
        "start": cell.span.start,
        "end": cell.span.end,
        "form": cell.form.value,
        "value": _number(cell.value),
        "value_max": _number(cell.value_max),
        "unit": cell.unit or None,
        "comparator": cell.comparator.value,
        "cumulative": cell.is_cumulative,
        "relative_to": cell.relative_to or None,
        "parts": [{"name": name, "value": _number(value), "unit": unit or None} for name, value, unit in cell.parts],
        "heading_start": _start(cell.heading_span),
        "heading_end": _end(cell.heading_span),
        "price_basis": _basis(cell.price_basis),
        "price_year": cell.price_year,
        "confidence": cell.confidence,
        "inferred": _inferred(cell.inferred),
    }


def _entry(entry: Entry) -> Json:
    return {
        "id": entry.id,
        "kind": entry.kind.value,
        "origin": entry.origin,
        "start": entry.span.start,
        "end": entry.span.end,
        "quote": entry.span.quote,
        "page": entry.span.page or None,
        "section": entry.section or None,
        "indicator": entry.indicator,
        "indicator_start": _start(entry.indicator_span),
        "indicator_end": _end(entry.indicator_span),
        "indicator_id": entry.indicator_code or None,
        "name": entry.indicator if entry.kind.value in ("project", "task") else None,
        "value": _number(entry.value),
        "value_max": _number(entry.value_max),
        "unit": entry.unit or None,
        "value_start": _start(entry.value_span),
        "value_end": _end(entry.value_span),
        "comparator": entry.comparator.value,
        "per": entry.per or None,
        "year": entry.year,
        "year_source": entry.year_source.value,
        "measure": entry.measure,
        "cumulative": entry.is_cumulative,
        "modality": entry.modality.value,
        "stretch": [_stretch(stretch) for stretch in entry.stretch],
        "base_year": entry.base_year,
        "base_value": _number(entry.base_value),
        "base_start": _start(entry.base_span),
        "base_end": _end(entry.base_span),
        "relative_to": entry.relative_to or None,
        "attribute": entry.attribute or None,
        "region": entry.region or None,
        "region_code": entry.region_code or None,
        "category": entry.category or None,
        "row_no": entry.row_no,
        "is_sub": entry.is_sub,
        "price_basis": _basis(entry.price_basis),
        "price_year": entry.price_year,
        "confidence": entry.confidence,
        "inferred": _inferred(entry.inferred),
        "derived_from": [{"start": span.start, "end": span.end} for span in entry.derived_from],
        "extent": None if entry.extent is None else _stretch(entry.extent),
        "bodies": list(entry.bodies),
    }


def _inferred(inferred: tuple[Inference, ...]) -> list[Json]:
    return [{"field": i.field, "reason": i.reason, "confidence": i.confidence} for i in inferred]


def _stretch(stretch: Stretch) -> Json:
    return {
        "value": _number(stretch.value),
        "unit": stretch.unit or None,
        "comparator": stretch.comparator.value,
        "start": stretch.span.start,
        "end": stretch.span.end,
    }


def _diagnostic(diagnostic: Diagnostic) -> Json:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "start": _start(diagnostic.span),
        "end": _end(diagnostic.span),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "about": diagnostic.about or None,
    }
