"""Rows of a table before their cells are read: names, numbers and cells sorted out.

In: a grid and its columns. Out: drafts, one an indicator.
Left out on purpose: values; `table_rows` reads them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lantu.read.table_columns import Column, is_header_word, is_heading_label
from lantu.read.table_grid_nouns import Grid, RawCell, text_of
from lantu.read.table_units import is_unit, squeeze

NO = re.compile(r"^\(?(\d{1,3})[.、)]?$")
ATTRIBUTE = re.compile(r"^(约束|预期)性?(?:指标)?$")
_HAN_NO = re.compile(r"^\(?[一二三四五六七八九十]{1,3}\)?[、.]?$")
_LETTERS = re.compile(r"[^\W\d_]")
_FEWEST = 4
_EMPTY_LABELS = re.compile(r"^[-—\s]*$")


@dataclass(slots=True)
class Draft:
    """A row whose cells are known but not read.

    Attributes:
        no: Its number, or None.
        name: Cells of its name, several where a line break parted it.
        category: Cell of the group printed with it, if any.
        group: Cell of the name that spans several rows, if any.
        unit: Cell of its unit, if any.
        attribute: Cell that says 约束性 or 预期性, if any.
        values: Column and cell.
        confidence: How sure the columns are.
        overflow: Figures that no column was left for.
    """

    no: int | None = None
    name: list[RawCell] = field(default_factory=list)
    category: RawCell | None = None
    group: RawCell | None = None
    unit: RawCell | None = None
    attribute: RawCell | None = None
    values: list[tuple[Column, RawCell]] = field(default_factory=list)
    confidence: float = 1.0
    overflow: int = 0


def label_of(shadow: str, cell: RawCell) -> str:
    """A cell's text without blanks, breaks and markdown marks."""
    return squeeze(text_of(shadow, cell)).replace("**", "").replace("<br>", "")


def split_header(shadow: str, grid: Grid) -> tuple[list[list[str]], int]:
    """Labels of the header rows and the number of rows they take."""
    header: list[list[str]] = []
    for count, row in enumerate(grid.rows[:5]):
        labels = [label_of(shadow, cell) for cell in row]
        filled = [label for label in labels if not _EMPTY_LABELS.match(label)]
        is_first = count == 0 and any(map(is_header_word, filled)) and not any(map(_is_figure, filled))
        if filled and not is_first and not all(map(is_heading_label, filled)):
            return header, count
        header.append(labels)
    return header, min(5, len(grid.rows))


def _is_figure(label: str) -> bool:
    return bool(re.match(r"^[-+\[<>≥≤]?\d[\d.,]*\]?%?$", label)) and not re.match(r"^(?:19|20)\d\d$", label)


def name_at(columns: Sequence[Column]) -> int:
    """Index of the column that holds the names."""
    for at, column in enumerate(columns):
        if column.kind == "name":
            return at
    at = next((at for at, column in enumerate(columns) if column.kind not in ("category", "no")), 0)
    if at > 0 and columns[at].kind != "other":
        return at - 1  # the column called 类别 holds the names themselves
    return at


def draft_grid_rows(
    shadow: str, rows: Sequence[Sequence[RawCell]], columns: Sequence[Column]
) -> list[tuple[Sequence[RawCell], Draft]]:
    """Rows whose empty cells are still there, each with its draft."""
    at = name_at(columns)
    right = columns[at + 1 :]
    trim = _trailing_empty(rows)
    drafts = []
    for row in rows:
        cells = list(row[: len(row) - min(trim, max(0, len(row) - len(columns)))])
        if all(cell.start == cell.end for cell in cells):
            continue
        if len(cells) <= len(right):
            cells = [RawCell(cells[0].start, cells[0].start)] * (len(right) + 1 - len(cells)) + cells
        draft = _draft_left(shadow, cells[: len(cells) - len(right)], columns[: at + 1])
        _draft_right(shadow, draft, cells[len(cells) - len(right) :], right)
        drafts.append((row, draft))
    return drafts


def is_whole(shadow: str, draft: Draft) -> bool:
    """Whether the draft has a name that is words, and no words where figures belong."""
    if not draft.name:
        return not draft.values and draft.no is None
    if not _LETTERS.search(label_of(shadow, draft.name[0])) or ATTRIBUTE.match(label_of(shadow, draft.name[0])):
        return False
    return draft.unit is None or not _is_figure(label_of(shadow, draft.unit))


def is_scrambled(drafts: Sequence[Draft]) -> bool:
    """Whether cells stand in no order that makes rows: figures without columns, names without figures."""
    if len(drafts) < _FEWEST:
        return False
    overflow = sum(draft.overflow > 0 for draft in drafts)
    empty = sum(not draft.values for draft in drafts)
    return overflow * 10 > len(drafts) or empty * 5 > 2 * len(drafts)


def _trailing_empty(rows: Sequence[Sequence[RawCell]]) -> int:
    """How many last cells are empty in every row of two cells or more."""
    counts = []
    for row in rows:
        filled = [at for at, cell in enumerate(row) if cell.start < cell.end]
        if filled:
            counts.append(len(row) - 1 - filled[-1])
    return min(counts, default=0)


def _draft_left(shadow: str, cells: Sequence[RawCell], columns: Sequence[Column]) -> Draft:
    """Category, number, group and name from the cells left of the figures."""
    draft = Draft()
    kinds = [column.kind for column in columns]
    filled = [(at, cell) for at, cell in enumerate(cells) if cell.start < cell.end]
    number = _number_place(shadow, filled) if "no" in kinds or len(filled) > 1 else None
    if number is not None:
        found = NO.match(label_of(shadow, cells[number]))
        draft.no = int(found[1]) if found else None
    texts = [(at, cell) for at, cell in filled if at != number]
    if len(texts) > 1 and _HAN_NO.match(label_of(shadow, texts[0][1])):
        texts = texts[1:]
    if not texts:
        return draft
    draft.name = [texts[-1][1]]
    for at, cell in texts[:-1]:
        is_before_number = number is not None and at < number
        if is_before_number or ("category" in kinds and at == 0):
            draft.category = cell
        else:
            draft.group = cell
    if len(texts) == 1 and "category" in kinds and texts[0][0] == 0 and len(cells) > 1:
        draft.category, draft.name = texts[0][1], []
    return draft


def _number_place(shadow: str, filled: Sequence[tuple[int, RawCell]]) -> int | None:
    return next((at for at, cell in filled[:2] if NO.match(label_of(shadow, cell))), None)


def _draft_right(shadow: str, draft: Draft, cells: Sequence[RawCell], columns: Sequence[Column]) -> None:
    for column, cell in zip(columns, cells, strict=True):
        if cell.start == cell.end:
            continue
        label = label_of(shadow, cell)
        if column.kind == "attribute" or ATTRIBUTE.match(label):
            draft.attribute = cell
        elif column.kind == "unit":
            draft.unit = cell if is_unit(label) or draft.unit is None else draft.unit
        elif column.kind in ("value", "growth", "status"):
            draft.values.append((column, cell))
