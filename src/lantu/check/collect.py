"""Every figure that documents state, as claims that can be set side by side.

In: readings. Out: claims, in order of documents and text: promises and reports of
prose and tables, and the base figures of tables. Left out on purpose: comparing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lantu.check.claims import Claim
from lantu.check.names import Key
from lantu.check.wordbook import Wordbook
from lantu.core.entry import CellRole, Entry, EntryKind, Reading, TableCell, TableRow
from lantu.core.span import Span, span_of

NATURES = {
    "growth_rate": "growth",
    "cumulative_cut": "change",
    "decrement": "change",
    "increment": "sum",
    "sum": "sum",
    "multiple": "multiple",
    "relative": "words",
    "assigned": "words",
    "text": "words",
    "rank": "rank",
    "coverage": "coverage",
}
"""What sort of figure a measure is; any other is a level."""

_VERBS = re.compile(
    r"(?:力争|争取|预期|控制|保持|稳定|下降|上升|提高|提升|缩小|增加|增长|达到|达|突破|超过|升至|降至|为|在|到|均|至|[,，:：]|\s)+$"
)
_GROWING = re.compile(r"(?:水平)?(?:年均)?(?:增长|增速|增幅)")


def collect_claims(readings: Sequence[Reading], wordbook: Wordbook | None = None) -> tuple[Claim, ...]:
    """All claims of all readings, their names understood as the wordbook says."""
    words = wordbook or Wordbook()
    known = {
        key.stem
        for reading in readings
        for table in reading.tables
        for row in table.rows
        for key in (words.key(row_name(row), places_of(reading), row.unit),)
    }
    return tuple(claim for doc, reading in enumerate(readings) for claim in _claims_of(doc, reading, known, words))


def row_name(row: TableRow) -> str:
    """The row's name, with that of its group where it makes no sense alone ("城镇居民")."""
    if row.group and row.name.endswith(("居民", "化学需氧量", "二氧化硫", "氨氮", "氮氧化物")):
        return row.name + row.group.replace("主要", "")
    return row.name


def places_of(reading: Reading) -> tuple[str, ...]:
    """The ways a document names its own place at the head of an indicator."""
    name = reading.facts.region_name
    return (name, name[:-1], f"{name[:-1]}全市", f"{name[:-1]}全区") if len(name) > 2 else ()


def _claims_of(doc: int, reading: Reading, known: set[str], words: Wordbook) -> Iterator[Claim]:
    cells = {cell.span.start: (row, cell) for table in reading.tables for row in table.rows for cell in row.cells}
    starts = sorted(cells)
    places = places_of(reading)
    for entry in reading.entries:
        if entry.kind not in (EntryKind.TARGET, EntryKind.ACTUAL):
            continue
        row, cell = _find_cell(entry, cells, starts) if entry.origin == "table" else (None, None)
        key = words.key(row_name(row), places, row.unit) if row else _key_of_prose(entry, places, known, words)
        nature = NATURES.get(entry.measure, "level")
        if nature == "level" and key.is_growth:
            nature = "growth"
        # The % of a column "growth (%) [total]" is that of the growth, not of the totals.
        is_total = row is not None and cell is not None and nature == "sum" and "%" not in cell.raw
        unit = row.unit if row and is_total else entry.unit
        claim = Claim(
            doc,
            entry,
            key,
            nature,
            entry.kind,
            entry.year,
            entry.value,
            unit,
            entry.comparator,
            cell.span if cell else _phrase_of(entry, reading.text),
            row,
            cell,
        )
        yield claim
    yield from _base_claims(doc, reading, places, words)


def _find_cell(
    entry: Entry, cells: dict[int, tuple[TableRow, TableCell]], starts: list[int]
) -> tuple[TableRow | None, TableCell | None]:
    at = entry.value_span.start if entry.value_span else entry.span.end - 1
    index = bisect_right(starts, at) - 1
    if index < 0:
        return None, None
    row, cell = cells[starts[index]]
    return (row, cell) if at < cell.span.end else (None, None)


def _key_of_prose(entry: Entry, places: tuple[str, ...], known: set[str], words: Wordbook) -> Key:
    """The key of the name, or of all words before the figure where only those are known."""
    name = entry.indicator
    if entry.measure == "relative" and _GROWING.match(entry.span.quote.partition(name)[2]):
        return words.key(f"{name}增长", places)
    key = words.key(name, places, entry.unit)
    if key.stem in known or entry.value_span is None or words.is_decided(name, places):
        return key
    head = entry.span.quote[: max(0, entry.value_span.start - entry.span.start)]
    longer = words.key(_VERBS.sub("", head), places)
    return longer if longer.stem in known else key


def _phrase_of(entry: Entry, text: str, limit: int = 160) -> Span:
    """The entry's words, with its further goal, or only the figure where they are many."""
    end = max([entry.span.end, *(stretch.span.end for stretch in entry.stretch)])
    if end - entry.span.start <= limit:
        return span_of(text, entry.span.start, end, entry.span.document)
    return entry.value_span or span_of(text, entry.span.start, entry.span.start + limit, entry.span.document)


def _base_claims(doc: int, reading: Reading, places: tuple[str, ...], words: Wordbook) -> Iterator[Claim]:
    """What the tables report for their base years."""
    promises = {
        entry.base_span.start: entry for entry in reading.entries if entry.base_span and entry.origin == "table"
    }
    for table in reading.tables:
        for row in table.rows:
            key = words.key(row_name(row), places, row.unit)
            for cell in row.cells:
                if cell.role is not CellRole.BASE or cell.value is None:
                    continue
                entry = next((promises[at] for at in range(cell.span.start, cell.span.end) if at in promises), None)
                if entry is None:
                    continue
                nature = "growth" if key.is_growth else "level"
                yield Claim(
                    doc,
                    entry,
                    key,
                    nature,
                    EntryKind.ACTUAL,
                    cell.year,
                    cell.value,
                    cell.unit or row.unit,
                    cell.comparator,
                    cell.span,
                    row,
                    cell,
                )
