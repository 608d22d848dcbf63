"""Price bases of a table: of its notes, headings and rows, for the cells they govern.

In: rows and the words of the notes. Out: rows whose cells carry a price basis, as an
inference unless the cell or its row's own name says it.
Left out on purpose: reading the notes, which `price_notes` does.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lantu.core.entry import CellForm, CellRole, PriceBasis, TableCell, TableRow
from lantu.core.inference import Inference
from lantu.read import inferences as rules
from lantu.read.price_notes import Part, PriceNote, key_of, read_price_notes
from lantu.read.prices import PriceWord, find_prices
from lantu.read.shadow import cast_shadow
from lantu.read.table_units import squeeze

_GROWTH = re.compile(r"增长|增速|增幅|递增")
_AT_PRICES = re.compile(r"生产总值|GDP|增加值|总产值|劳动生产率|可支配收入", re.IGNORECASE)
_RATES = ("%", "‰", "百分点", "个百分点")
_SIGNS = "★▲☆△※*"
_BARE = (CellForm.DASH, CellForm.STATUS, CellForm.TEXT)
_NOTED = (rules.PRICES_NAMED, rules.PRICES_ALL, rules.PRICES_MARK)


def apply_prices(rows: Sequence[TableRow], notes: Sequence[str]) -> tuple[TableRow, ...]:
    """Rows at the prices that notes, headings and their own words name; the nearest word wins."""
    found = read_price_notes([squeeze(note) for note in notes])
    if not found and not any(
        "价" in _print_name(row) or any("价" in c.raw + c.column for c in row.cells) for row in rows
    ):
        return tuple(rows)
    stated = [bound for note in found for bound in _bind(note, rows)]
    stated.sort(key=lambda note: (bool(note.mark), bool(note.names)), reverse=True)
    return tuple(replace(row, cells=tuple(_apply(row, cell, stated) for cell in row.cells)) for row in rows)


def is_of_note(cell: TableCell) -> bool:
    """Whether a note gave the cell its price basis."""
    return any(rule in _NOTED for rule in cell.inferred)


def _apply(row: TableRow, cell: TableCell, notes: Sequence[PriceNote]) -> TableCell:
    if cell.form in _BARE:
        return cell
    own = _first(cell.raw) or _first_governing(_print_name(row), row, cell)
    if own is not None:
        return replace(cell, price_basis=own.basis, price_year=own.year)
    for note in notes:
        rule = _rule_of(note, row, cell)
        if rule is not None:
            return _infer(cell, note.basis, note.year, rule)
    heading = _first_governing(cell.column, row, cell) if _has_price(row, cell) else None
    return cell if heading is None else _infer(cell, heading.basis, heading.year, rules.PRICES_COLUMN)


def _infer(cell: TableCell, basis: PriceBasis, year: int | None, rule: Inference) -> TableCell:
    return replace(cell, price_basis=basis, price_year=year, inferred=(*cell.inferred, rule))


def _first(words: str) -> PriceWord | None:
    return next(find_prices(cast_shadow(squeeze(words))), None) if "价" in words else None


def _first_governing(words: str, row: TableRow, cell: TableCell) -> PriceWord | None:
    found = _first(words)
    return found if found is not None and _governs(Part.UNSTATED, found.basis, found.year, row, cell) else None


def _print_name(row: TableRow) -> str:
    return row.name_span.quote + (row.unit_span.quote if row.unit_span is not None else "")


def _bind(note: PriceNote, rows: Sequence[TableRow]) -> Iterator[PriceNote]:
    """The note; without its mark where nothing bears it: then it numbers the notes, or it was lost with the rows."""
    if not note.mark or any(_bears(note.mark, row, cell) for row in rows for cell in row.cells):
        yield note
    elif note.names or note.mark not in _SIGNS:
        yield replace(note, mark="")


def _bears(mark: str, row: TableRow, cell: TableCell) -> bool:
    """Whether the row's name or the cell bears the mark; "[1]" in a cell is a figure, "**" is heavy type."""
    words = _print_name(row) if mark.startswith("[") else _print_name(row) + " " + cell.raw
    return mark in cast_shadow(words).replace("**", "")


def _rule_of(note: PriceNote, row: TableRow, cell: TableCell) -> Inference | None:
    """By which rule the note governs the cell, or None where it does not."""
    if note.mark:
        part, rule = note.part, rules.PRICES_MARK
        is_meant = _bears(note.mark, row, cell)
    elif note.names:
        part, rule = dict(note.names).get(key_of(row.name), Part.NONE), rules.PRICES_NAMED
        is_meant = part is not Part.NONE
    else:
        part, rule = note.part, rules.PRICES_ALL
        is_meant = key_of(row.name) not in note.excepted and _has_price(row, cell)
    return rule if is_meant and _governs(part, note.basis, note.year, row, cell) else None


def _governs(part: Part, basis: PriceBasis, year: int | None, row: TableRow, cell: TableCell) -> bool:
    """Whether words on levels, on growth or on neither in particular mean this cell.

    Where they name neither, current prices are those of levels, and comparable ones of no year those of
    growth, where the row has any.
    """
    is_growth = _is_growth(row, cell)
    if part is not Part.UNSTATED:
        return is_growth is (part is Part.GROWTH)
    if basis is PriceBasis.CURRENT:
        return not is_growth
    return is_growth or year is not None or not any(_is_growth(row, other) for other in row.cells)


def _is_growth(row: TableRow, cell: TableCell) -> bool:
    is_rate = "元" in row.unit and cell.unit in _RATES
    return cell.role is CellRole.GROWTH or is_rate or bool(_GROWTH.search(row.name) or "年均增长" in squeeze(cell.raw))


def _has_price(row: TableRow, cell: TableCell) -> bool:
    """Whether it is money, or the growth of what is counted at prices."""
    if "元" in row.unit or "元" in cell.unit:
        return True
    return _is_growth(row, cell) and bool(_AT_PRICES.search(row.name))
