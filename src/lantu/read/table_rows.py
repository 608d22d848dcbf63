"""Drafts of rows to the rows of an indicator table.

In: drafts in order. Out: rows with name, unit, category, group and read cells;
what a merged cell says is carried to the rows it spans.
Left out on purpose: which lines make the table; `tables` decides that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lantu.core.diagnostic import Diagnostic
from lantu.core.entry import CellForm, CellRole, TableCell, TableRow
from lantu.core.inference import Inference
from lantu.core.span import Span, span_of
from lantu.read import inferences as rules
from lantu.read.codes import diagnose
from lantu.read.identity import has_words
from lantu.read.table_cells import CellReading, read_cell
from lantu.read.table_columns import Column
from lantu.read.table_drafts import Draft, label_of
from lantu.read.table_grid_nouns import RawCell, text_of
from lantu.read.table_units import is_unit, split_unit

_SUB = re.compile(r"^(?:#|其中[::]?|——|--|在总计中[::]?)+")
_LEAD = re.compile(r"^(?:\(?\d{1,2}[).、](?!\d)|[★▲☆△※*]+|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)+")
_TAIL_MARK = re.compile(r"[★▲☆△※*]+|[①-⑳]$|\[\d\]$")
_OWN_YEAR = re.compile(r"\d\s*%?\s*\(((?:19|20)\d\d)\s*年?(?:数据?|度)?\)")
_TITLE_LEAD = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[IVXⅠ-Ⅹ]+[.、])")


class RowReader:
    """Reads drafts in order and remembers what merged cells said.

    Args:
        text: The canonical text.
        shadow: Its shadow.
        document: Hash for the spans.
        headings: Where the columns' headings stand.
    """

    def __init__(self, text: str, shadow: str, document: str, headings: Mapping[Column, RawCell]) -> None:
        self._headings = {column: span_of(text, cell.start, cell.end, document) for column, cell in headings.items()}
        self._text, self._shadow, self._document = text, shadow, document
        self._category = ""
        self._group = ""
        self._group_unit = ""
        self._no: int | None = None
        self._main_name = ""
        self._main_indent = 10**6
        self.diagnostics: list[Diagnostic] = []

    def read_rows(self, drafts: Sequence[Draft]) -> tuple[TableRow, ...]:
        """Rows of all drafts that name an indicator."""
        rows = []
        for draft in drafts:
            if draft.category is not None:
                self._set_category(label_of(self._shadow, draft.category))
            if self._is_category_row(draft):
                self._set_category(label_of(self._shadow, draft.name[0]))
                continue
            if not draft.name:
                continue
            row = self._read_row(draft)
            if has_words(row.name):
                rows.append(row)
            else:
                self._refuse(row)
        return tuple(rows)

    def _set_category(self, label: str) -> None:
        self._category = _TITLE_LEAD.sub("", label)
        self._group, self._group_unit = "", ""

    def _is_category_row(self, draft: Draft) -> bool:
        if len(draft.name) != 1 or draft.no is not None or draft.values or draft.unit or draft.attribute or draft.group:
            return False
        label = label_of(self._shadow, draft.name[0])
        return bool(_TITLE_LEAD.match(label)) or (len(label) <= 8 and not split_unit(label)[1] and not self._group)

    def _read_row(self, draft: Draft) -> TableRow:
        label = "".join(label_of(self._shadow, cell) for cell in draft.name)
        is_sub = bool(_SUB.match(label)) or self._is_indented(draft)
        self._carry(draft, is_sub)
        name, unit = split_unit(_TAIL_MARK.sub("", _LEAD.sub("", _SUB.sub("", label))))
        name = self._as_printed(name, draft.name)
        own_unit, unit = unit, self._unit(draft, unit)
        name_span = self._span(RawCell(draft.name[0].start, draft.name[-1].end))
        cells = [self._read_cell(column, cell, draft.confidence) for column, cell in draft.values]
        if not is_sub:
            self._main_name = name
            indent = self._indent(draft)
            self._main_indent = self._main_indent if indent is None else indent
        if draft.confidence < 0.7:
            self._doubt(name, name_span)
        return TableRow(
            draft.no if is_sub else self._no,
            name,
            name_span,
            unit,
            self._category,
            self._main_name if is_sub else self._group,
            self._attribute(draft),
            tuple(cells),
            is_sub,
            self._span(draft.unit) if draft.unit is not None and unit else None,
            (rules.UNIT_GROUP,) if unit and unit == self._group_unit and not own_unit and draft.unit is None else (),
        )

    def _indent(self, draft: Draft) -> int | None:
        """Blanks in front of the name on its line, or None where another cell stands there."""
        start = draft.name[0].start
        line = self._shadow[self._shadow.rfind("\n", 0, start) + 1 : start]
        return len(line) if line.strip(" ") == "" else None

    def _is_indented(self, draft: Draft) -> bool:
        """Whether the name stands deeper than the last main row's, in a table set with blanks."""
        indent = self._indent(draft)
        return draft.no is None and indent is not None and indent > self._main_indent

    def _as_printed(self, name: str, cells: Sequence[RawCell]) -> str:
        """The name with the brackets and letters of the text, which the shadow made half-width."""
        places = [range(part.start, part.end) for cell in cells for part in cell.parts]
        spots = [at for place in places for at in place if not self._shadow[at].isspace()]
        at = "".join(self._shadow[spot] for spot in spots).find(name)
        return name if at < 0 else "".join(self._text[spot] for spot in spots[at : at + len(name)])

    def _carry(self, draft: Draft, is_sub: bool) -> None:
        """What the row takes over from merged cells above it."""
        if draft.no is not None:
            self._no = draft.no
            self._group, self._group_unit = "", ""
        if draft.group is not None:
            self._group, self._group_unit = split_unit(_LEAD.sub("", label_of(self._shadow, draft.group)))
        elif draft.no is None and not is_sub and not self._group:
            self._no = None

    def _unit(self, draft: Draft, own: str) -> str:
        if draft.unit is not None:
            label = label_of(self._shadow, draft.unit)
            if is_unit(label) or (label and label not in "-—/"):
                return label
        return own or (self._group_unit if self._group else "")

    def _attribute(self, draft: Draft) -> str:
        if draft.attribute is None:
            return ""
        label = label_of(self._shadow, draft.attribute)
        return "约束性" if label.startswith("约束") else "预期性" if label.startswith("预期") else ""

    def _refuse(self, row: TableRow) -> None:
        """Say that cells have no indicator; figures that nobody can name are no targets."""
        if any(cell.value is not None for cell in row.cells):
            message = f"“{' '.join(row.name_span.quote.split())}” stands where the name of an indicator belongs"
            self.diagnostics.append(diagnose("R026", message, span=row.name_span))

    def _doubt(self, name: str, span: Span) -> None:
        self.diagnostics.append(
            diagnose("R022", f"“{name}”: its cells fit the columns in more than one way", span=span)
        )

    def _span(self, cell: RawCell) -> Span:
        return span_of(self._text, cell.start, cell.end, self._document)

    def _read_cell(self, column: Column, cell: RawCell, confidence: float) -> TableCell:
        words = text_of(self._shadow, cell)
        reading, year = read_cell(words), _year_of(column, words)
        span = self._span(cell)
        if (
            reading.form is CellForm.TEXT
            and column.kind in ("value", "growth")
            and any(c.isdigit() for c in span.quote)
        ):
            self.diagnostics.append(diagnose("R023", f"“{span.quote}” in column {column.label}", span=span))
        return TableCell(
            column.label,
            _role_of(column, reading),
            year,
            span.quote,
            span,
            reading.form,
            reading.value,
            reading.value_max,
            reading.unit or column.unit,
            reading.comparator,
            reading.is_cumulative,
            reading.relative_to,
            confidence,
            column.of,
            reading.parts,
            self._headings.get(column),
            tuple(_infer(column, reading, year, confidence)),
        )


def _year_of(column: Column, words: str) -> int | None:
    """The column's year, or the one a reported figure carries in brackets ("61.2(2019年)")."""
    own = _OWN_YEAR.search(words) if column.role is not CellRole.TARGET and column.kind == "value" else None
    return int(own[1]) if own else column.year


def _infer(column: Column, reading: CellReading, year: int | None, confidence: float) -> Iterator[Inference]:
    """What other text than the cell's own gave it."""
    yield from (rule for rule in column.inferred if rule.field != "year" or year == column.year)
    if column.unit and not reading.unit:
        yield rules.UNIT_COLUMN
    if confidence < 1:
        yield rules.place_rule(confidence)


def _role_of(column: Column, reading: CellReading) -> CellRole:
    if reading.form is CellForm.STATUS:
        return CellRole.STATUS
    if column.kind == "growth" and reading.is_cumulative:
        return CellRole.CUMULATIVE
    return column.role or CellRole.ACTUAL
