"""What notes change."""

from lantu.core.entry import CellForm, TableCell
from lantu.read import build_context
from tests.unit.read.layouts import print_plan

HEADER = ("序号", "指标", "单位", "2020年", "2025年")
ROWS = (
    ("1", "森林覆盖率", "%", "60.1*", "61"),
    ("2", "新增就业", "万人", "[5]", "[6]"),
    ("3", "货运量", "万吨", "7", "8"),
)


def read_cells(note: str) -> list[TableCell]:
    context, _ = build_context(print_plan("pipes", HEADER, ROWS, note=note), "plan.txt")
    return [cell for row in context.tables[0].rows for cell in row.cells]


def test_a_star_gives_the_base_another_year() -> None:
    cells = read_cells("注：带*的为2019年数据。")
    assert [cell.year for cell in cells] == [2019, 2025, 2020, 2025, 2020, 2025]


def test_brackets_are_cumulative_unless_a_note_gives_them_a_year() -> None:
    usual = read_cells("注：[]内为五年累计数。")
    assert [cell.is_cumulative for cell in usual] == [False, False, True, True, False, False]
    dated = read_cells("注：[]内为2021年数据。")
    assert [cell.is_cumulative for cell in dated] == [False] * 6
    assert [(cell.form, cell.year) for cell in dated[2:4]] == [(CellForm.NUMBER, 2021)] * 2


def test_other_notes_change_nothing() -> None:
    assert [cell.year for cell in read_cells("注：数据来自年报。")] == [2020, 2025] * 3
