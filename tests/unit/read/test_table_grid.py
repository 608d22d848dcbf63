"""Cells found in lines."""

from lantu.read.lines import split_lines
from lantu.read.table_grid import find_grids
from tests.unit.read.layouts import HEADER, ROWS, print_plan


def cells(text: str) -> list[list[list[str]]]:
    grids = find_grids(text, split_lines(text))
    return [[[text[cell.start : cell.end] for cell in row] for row in grid.rows] for grid in grids]


def test_pipes_keep_empty_cells_and_drop_rules() -> None:
    assert cells("| 甲 | | 乙 |\n|---|:-:|---|\n| 1 | 2 | |\n") == [[["甲", "", "乙"], ["1", "2", ""]]]


def test_tabs_in_a_line() -> None:
    assert cells("甲\t乙\t丙\n1\t\t3\n4\t5\t6\n") == [[["甲", "乙", "丙"], ["1", "", "3"], ["4", "5", "6"]]]


def test_a_cell_a_line_behind_tabs() -> None:
    text = "\t甲\n\t乙\n\n\t长长的\n\n名称\n\t\n\t3\n\n\t5\n\t6\n"
    assert cells(text) == [[["甲", "乙"], ["长长的\n\n名称", "", "3"], ["5", "6"]]]


def test_rows_run_together_are_a_stream() -> None:
    text = "".join(f"\t{cell}\n" for row in (HEADER, *ROWS) for cell in row)
    (grid,) = find_grids(text, split_lines(text))
    assert grid.is_stream
    assert len(grid.rows) == 1


def test_a_stream_ends_at_its_note() -> None:
    text = print_plan("cells")
    (grid,) = find_grids(text, split_lines(text))
    last = grid.rows[0][-1]
    assert text[last.start : last.end] == "预期性"


def test_prose_holds_no_grid() -> None:
    assert cells("本市按月监测各项指标。\n\n单位和个人都可以反映情况。\n") == []


def test_indented_paragraphs_hold_no_grid() -> None:
    item = "\t{n}.建成滨湖绿道{n}20公里，新增公园十二座，完善停车和照明设施，方便居民就近休闲。\n\n"
    assert cells("".join(item.format(n=n) for n in range(1, 9))) == []
    assert cells("".join(f"\t{n}.新建绿道{n}20公里。\n\n" for n in range(1, 9))) == []


def test_pipes_without_a_frame() -> None:
    assert cells("甲 | 乙\n--- | ---\n1 | 2\n3 |\n") == [[["甲", "乙"], ["1", "2"], ["3", ""]]]
