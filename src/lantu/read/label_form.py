"""Entries that people reviewed, as label records: what a scorer takes for the truth about a document.

In: entries in the order of the text, and which of them a person decided. Out: records,
by the name of their file. Left out on purpose: what nobody decided; it is labelled as
neither right nor wrong, so that half a review measures that half.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from lantu.core.entry import Entry, EntryKind, Stretch
from lantu.core.span import Span

Record = dict[str, Any]
Records = dict[str, list[Record]]
MAGNITUDES = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))


def label_entries(document: str, entries: Iterable[tuple[Entry, bool]], region: str) -> Records:
    """Records of a reviewed document.

    Args:
        document: The name it has among the labels.
        entries: Each with whether a person decided about it.
        region: The plan's own place.

    Returns:
        Records of `commitments`, `actuals`, `coverage` and `projects`; all four names are there.
    """
    made: Records = {"commitments": [], "actuals": [], "coverage": [], "projects": []}
    for entry, is_decided in entries:
        name = _name_file(entry)
        if name is None or (not is_decided and name in ("coverage", "projects")):
            continue
        number = f"{document}-{name[0].upper()}-{len(made[name]) + 1:03d}"
        made[name].append({"id": number, "doc": document} | _describe(name, entry, region, is_decided=is_decided))
    return made


def _name_file(entry: Entry) -> str | None:
    if entry.kind is EntryKind.PROJECT:
        return "projects"
    if entry.kind not in (EntryKind.TARGET, EntryKind.ACTUAL):
        return None
    if entry.value is None and entry.measure == "coverage":
        return "coverage"
    return "commitments" if entry.kind is EntryKind.TARGET else "actuals"


def _describe(name: str, entry: Entry, region: str, *, is_decided: bool) -> Record:
    place = {"quote": entry.span.quote, "start": entry.span.start, "end": entry.span.end}
    where = {"region": entry.region or region}
    if name == "projects":
        return {"source": entry.origin, "name": entry.indicator} | place | where
    if name == "coverage":
        year = {"year": entry.year, "year_source": str(entry.year_source)}
        return {"kind": str(entry.kind), "object": entry.indicator} | place | year | where
    tier = {"kind": str(entry.kind), "tier": "core" if is_decided else "peripheral"}
    return tier | place | where | _describe_figure(entry)


def _describe_figure(entry: Entry) -> Record:
    normal_value, normal_unit = _reduce(entry.value, entry.unit)
    # A promise without a figure stands where its words do, so that finding it is not held against a reading.
    place = entry.value_span or entry.span
    figure = _write_span("n", place) | _write_span("v", place)
    name = entry.indicator_span
    return figure | {
        "indicator": entry.indicator,
        "ind_text": name.quote if name is not None else entry.indicator,
        "ind_start": None if name is None else name.start,
        "ind_end": None if name is None else name.end,
        "year": entry.year,
        "year_source": str(entry.year_source),
        "comparator": str(entry.comparator),
        "value": _number(entry.value),
        "value_max": _number(entry.value_max),
        "unit": entry.unit or None,
        "per": entry.per or None,
        "measure": entry.measure,
        "modality": str(entry.modality),
        "cumulative": entry.is_cumulative,
        "base_year": entry.base_year,
        "relative_to": entry.relative_to or None,
        "numeric": True,
        "stretch": [_describe_stretch(stretch) for stretch in entry.stretch] or None,
        "norm_value": _number(normal_value),
        "norm_unit": normal_unit,
    }


def _describe_stretch(stretch: Stretch) -> Record:
    return {
        "v_text": stretch.span.quote,
        "start": stretch.span.start,
        "end": stretch.span.end,
        "comparator": str(stretch.comparator),
        "value": _number(stretch.value),
        "unit": stretch.unit or None,
    }


def _write_span(prefix: str, span: Span) -> Record:
    return {f"{prefix}_start": span.start, f"{prefix}_end": span.end, f"{prefix}_text": span.quote}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)


def _reduce(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Value and unit without magnitude; a share is one of 1."""
    if unit in ("%", "％"):
        return None if value is None else value / 100, "1"
    for word, factor in MAGNITUDES:
        if unit.startswith(word):
            return None if value is None else value * factor, unit[len(word) :]
    return value, unit
