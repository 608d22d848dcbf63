"""A reading's spans with the pages they stand on.

In: a reading and the marks of its text. Out: the same reading, its marks kept
and the page written into every span, where the format has pages.
Left out on purpose: paragraphs and cells, which `core.mark.mark_at` gives for
any offset.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from lantu.core.entry import Reading
from lantu.core.mark import Mark
from lantu.core.span import Span


def place_reading(reading: Reading, marks: Sequence[Mark]) -> Reading:
    """The reading with its marks, and pages in its spans."""
    if not marks:
        return reading
    kept = tuple(marks)
    if not any(mark.page for mark in kept):
        return replace(reading, marks=kept)
    starts = [mark.start for mark in kept]

    def page_at(offset: int) -> int:
        return kept[max(bisect_right(starts, offset) - 1, 0)].page

    def place(value: Any) -> Any:
        if isinstance(value, Span):
            return replace(value, page=page_at(value.start))
        if isinstance(value, tuple):
            return tuple(place(item) for item in value)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {f.name: place(old) for f in fields(value) if _may_hold_span(old := getattr(value, f.name))}
            return replace(value, **changed) if changed else value
        return value

    return replace(
        reading,
        marks=kept,
        sections=place(reading.sections),
        tables=place(reading.tables),
        entries=place(reading.entries),
        diagnostics=place(reading.diagnostics),
    )


def _may_hold_span(value: Any) -> bool:
    return isinstance(value, Span | tuple) or (is_dataclass(value) and not isinstance(value, type))
