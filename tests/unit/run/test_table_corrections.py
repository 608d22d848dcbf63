"""What people said of entries, said of the cells they were read from."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lantu.core.entry import CellForm, Comparator, Entry, Reading, Table, TableCell, TableRow
from lantu.read import read_text
from lantu.run.table_corrections import correct_cell, correct_tables, reject_cell
from tests.unit.read.layouts import print_plan


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(print_plan("pipes"), "plan.md")


def entry_of(reading: Reading, row: int) -> Entry:
    return next(e for e in reading.entries if e.row_no == row and e.origin == "table" and e.year == 2025)


def row_of(tables: tuple[Table, ...], number: int) -> TableRow:
    return next(row for row in tables[0].rows if row.no == number)


def goal_of(row: TableRow) -> TableCell:
    return row.cells[-1]


def test_figure_year_and_bound_of_one_cell(reading: Reading) -> None:
    entry = entry_of(reading, 1)
    now = replace(entry, value=Decimal(1800), comparator=Comparator.AT_LEAST, year=2026, inferred=())
    corrected = correct_tables(reading.tables, [(entry, now)])
    cell = goal_of(row_of(corrected, 1))
    assert (cell.value, cell.comparator, cell.year, cell.raw, cell.unit) == (1800, ">=", 2026, "1750", "")
    assert (cell.inferred, cell.confidence) == ((), 1.0)
    assert row_of(corrected, 1).cells[0] == row_of(reading.tables, 1).cells[0]
    assert corrected[0].rows[1:] == reading.tables[0].rows[1:]


def test_name_and_attribute_belong_to_the_row(reading: Reading) -> None:
    entry = entry_of(reading, 1)
    now = replace(entry, indicator="地区生产总值（现价）", attribute="约束性")
    row = row_of(correct_tables(reading.tables, [(entry, now)]), 1)
    assert (row.name, row.attribute) == ("地区生产总值（现价）", "约束性")


def test_another_unit_is_the_cells_own(reading: Reading) -> None:
    entry, row = entry_of(reading, 1), row_of(reading.tables, 1)
    cell = correct_cell(goal_of(row), replace(entry, unit="万亿元"), row.unit)
    assert cell.unit == "万亿元"


def test_words_that_were_given_a_figure_become_a_number(reading: Reading) -> None:
    entry, row = entry_of(reading, 6), row_of(reading.tables, 6)
    assert goal_of(row).value is None
    cell = correct_cell(goal_of(row), replace(entry, value=Decimal(8)), row.unit)
    assert (cell.form, cell.value) == (CellForm.NUMBER, 8)


def test_a_rejected_cell_states_no_figure(reading: Reading) -> None:
    entry = entry_of(reading, 1)
    cell = goal_of(row_of(correct_tables(reading.tables, [(entry, None)]), 1))
    assert cell == reject_cell(goal_of(row_of(reading.tables, 1)))
    assert (cell.form, cell.value, cell.raw) == (CellForm.TEXT, None, "1750")


def test_entries_of_prose_change_no_table(reading: Reading) -> None:
    entry = replace(entry_of(reading, 1), origin="prose")
    assert correct_tables(reading.tables, [(entry, None)]) == reading.tables
