"""Paragraphs and tables written to canonical text."""

from hypothesis import given
from hypothesis import strategies as st

from lantu.read.adapter_canvas import Canvas, Piece, clean_cell, clean_text, find_folds, join_lines


def test_paragraph_is_a_line_with_marks() -> None:
    canvas = Canvas()
    canvas.write_paragraph([Piece("前半", 3), Piece("后半", 4)])
    canvas.write_paragraph([Piece(" \t")])
    canvas.write_paragraph([Piece("另一段", 4)])
    assert canvas.text == "前半后半\n另一段\n"
    assert [(m.start, m.end, m.page, m.paragraph) for m in canvas.marks] == [(0, 2, 3, 1), (2, 4, 4, 1), (5, 8, 4, 2)]


def test_table_is_pipes_with_a_mark_for_each_cell() -> None:
    canvas = Canvas()
    canvas.write_table([[Piece("指标"), Piece("2025年")], [Piece("甲|乙"), Piece("")]])
    assert canvas.text == "| 指标 | 2025年 |\n| 甲¦乙 | |\n\n"
    assert [(m.table, m.row, m.column) for m in canvas.marks] == [(1, 1, 1), (1, 1, 2), (1, 2, 1)]
    assert canvas.text[canvas.marks[2].start : canvas.marks[2].end] == "甲¦乙"


def test_joined_places_fold_where_most_rows_join_them() -> None:
    rows = [
        [Piece("指标"), Piece("", is_joined=True), Piece("值")],
        [Piece("甲"), Piece("", is_joined=True), Piece("1")],
        [Piece("组"), Piece("乙"), Piece("2")],
    ]
    assert find_folds(rows, 3) == {1}
    canvas = Canvas()
    canvas.write_table(rows)
    assert canvas.text == "| 指标 | 值 |\n| 甲 | 1 |\n| 组 | 乙 | 2 |\n\n"


def test_heading_over_two_columns_does_not_fold() -> None:
    rows = [[Piece("目标"), Piece("", is_joined=True)], [Piece("1"), Piece("2")], [Piece("3"), Piece("4")]]
    assert find_folds(rows, 2) == frozenset()


def test_no_gap_at_the_top() -> None:
    canvas = Canvas()
    canvas.write_gap(3)
    assert canvas.text == ""


def test_lines_join_without_blank_in_chinese() -> None:
    assert join_lines(["地区生产", "总值"]) == "地区生产总值"
    assert join_lines(["Belt and", "Road"]) == "Belt and Road"
    assert join_lines(["307.17/", "（省下达）"]) == "307.17/（省下达）"


def test_breaks_and_controls_go() -> None:
    assert clean_text("\ufeff甲\t乙\x07\r\n丙 ") == "甲 乙 丙"
    assert clean_cell("甲\n乙｜丙") == "甲乙¦丙"


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=4))
def test_marks_hold_the_cells(rows: list[list[str]]) -> None:
    canvas = Canvas()
    canvas.write_table([[Piece(text) for text in row] for row in rows])
    marked = [canvas.text[m.start : m.end] for m in canvas.marks]
    assert marked == [cell for row in rows for text in row if (cell := clean_cell(text))]
    assert canvas.text.count("\n") == len(rows) + 1
