"""Cells filled, and tables joined over pages."""

from lantu.read.adapter_canvas import Piece
from lantu.read.adapter_pdf_page import Glyph, PageTable
from lantu.read.adapter_pdf_tables import CellGrid, fill_table, is_continued, join_tables

MERGED = CellGrid((0, 0, 100, 40), (((0, 0, 100, 20), None), ((0, 20, 50, 40), (50, 20, 100, 40))))


def spell(text: str, x: float, y: float) -> list[Glyph]:
    return [Glyph(c, x + 10 * at, x + 10 * at + 10, y, y + 10, 10) for at, c in enumerate(text)]


def make_part(page: int, *rows: tuple[str, ...], columns: tuple[float, ...] = (0, 50, 100)) -> PageTable:
    placed = tuple(tuple(Piece(text, page) for text in row) for row in rows)
    return PageTable((0, 0, 150, 20.0 * len(rows)), columns, placed, page)


def texts(rows: list[list[Piece]]) -> list[list[str]]:
    return [[piece.text for piece in row] for row in rows]


def test_words_go_to_their_cells() -> None:
    table = fill_table(MERGED, [*spell("总", 45, 5), *spell("甲乙", 5, 25), *spell("9", 70, 25)], 3)
    assert texts([list(row) for row in table.rows]) == [["总", ""], ["甲乙", "9"]]
    assert [piece.is_joined for piece in table.rows[0]] == [False, True]
    assert table.rows[1][1].page == 3


def test_cell_of_two_rows_holds_what_stands_in_both() -> None:
    grid = CellGrid((0, 0, 100, 40), (((0, 0, 50, 40), (50, 0, 100, 20)), (None, (50, 20, 100, 40))))
    table = fill_table(grid, [*spell("上", 5, 5), *spell("下", 5, 25), *spell("1", 60, 25)], 1)
    assert texts([list(row) for row in table.rows]) == [["上下", ""], ["", "1"]]
    assert not table.rows[1][0].is_joined


def test_header_comes_once() -> None:
    rows = join_tables(
        [make_part(1, ("序号", "指标", "值"), ("1", "甲", "5")), make_part(2, ("序号", "指标", "值"), ("2", "乙", "6"))]
    )
    assert texts(rows) == [["序号", "指标", "值"], ["1", "甲", "5"], ["2", "乙", "6"]]
    assert [row[0].page for row in rows] == [1, 1, 2]


def test_row_cut_in_two_is_one() -> None:
    rows = join_tables(
        [
            make_part(1, ("序号", "指标", "值"), ("1", "生产安全事故", "5")),
            make_part(2, ("", "死亡率", ""), ("2", "乙", "6")),
        ]
    )
    assert texts(rows)[1:] == [["1", "生产安全事故死亡率", "5"], ["2", "乙", "6"]]


def test_group_row_is_no_rest() -> None:
    rows = join_tables([make_part(1, ("序号", "指标", "值"), ("1", "甲", "5")), make_part(2, ("二、创新", "", ""))])
    assert texts(rows)[-1] == ["二、创新", "", ""]


def test_column_missing_on_one_page_keeps_the_others_apart() -> None:
    rows = join_tables([make_part(1, ("类", "组", "名")), make_part(2, ("甲", "乙"), columns=(0, 100))])
    assert texts(rows)[-1] == ["甲", "", "乙"]
    assert rows[-1][1].is_joined


def test_other_width_is_another_table() -> None:
    assert is_continued(make_part(1, ("a", "b", "c")), make_part(2, ("a", "b", "c")))
    assert not is_continued(make_part(1, ("a", "b", "c")), make_part(2, ("a", "b", "c"), columns=(0, 20, 75)))
    narrow = PageTable((0, 0, 90, 20), (0, 50, 100), ((Piece("a"), Piece("b"), Piece("c")),), 2)
    assert not is_continued(make_part(1, ("a", "b", "c")), narrow)


def test_frame_and_single_row_are_told_apart() -> None:
    assert not CellGrid((0, 0, 100, 20), (((0, 0, 100, 20),),)).is_table
    assert MERGED.is_table
    assert not CellGrid((0, 0, 20, 20), (((0, 0, 10, 20), (10, 0, 20, 20)),)).is_table
