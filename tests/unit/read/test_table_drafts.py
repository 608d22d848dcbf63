"""Rows sorted into names, numbers and cells."""

from lantu.read.table_columns import read_columns
from lantu.read.table_drafts import Draft, draft_grid_rows, is_whole, label_of, name_at, split_header
from lantu.read.table_grid_nouns import Grid, RawCell

LABELS = ["类别", "序号", "指标", "单位", "2020年", "2025年", "属性"]
COLUMNS = read_columns([LABELS], "主要指标", (2021, 2025))


def lay_out(*rows: list[str]) -> tuple[str, list[tuple[RawCell, ...]]]:
    text, cells = "", []
    for row in rows:
        places = []
        for cell in row:
            places.append(RawCell(len(text), len(text) + len(cell)))
            text += cell + "\t"
        cells.append(tuple(places))
    return text, cells


def draft(*row: str) -> tuple[str, Draft]:
    text, rows = lay_out(list(row))
    ((_, made),) = draft_grid_rows(text, rows, COLUMNS)
    return text, made


def words(text: str, cell: RawCell | None) -> str:
    return "" if cell is None else label_of(text, cell)


def test_a_full_row() -> None:
    text, made = draft("经济", "3", "货运量", "万吨", "10", "12", "预期性")
    assert made.no == 3
    assert words(text, made.category) == "经济"
    assert [words(text, cell) for cell in made.name] == ["货运量"]
    assert words(text, made.unit) == "万吨"
    assert words(text, made.attribute) == "预期性"
    assert [(column.year, words(text, cell)) for column, cell in made.values] == [(2020, "10"), (2025, "12")]


def test_a_group_takes_a_cell_more() -> None:
    text, made = draft("经济", "3", "居民收入", "城镇居民", "元", "10", "12", "预期性")
    assert words(text, made.group) == "居民收入"
    assert [words(text, cell) for cell in made.name] == ["城镇居民"]


def test_chinese_numerals_number_categories() -> None:
    text, made = draft("", "一", "经济发展", "", "", "", "")
    assert made.no is None
    assert [words(text, cell) for cell in made.name] == ["经济发展"]
    assert made.group is None


def test_a_row_that_lost_its_unit_is_not_whole() -> None:
    text, whole = draft("经济", "3", "货运量", "万吨", "10", "12", "预期性")
    assert is_whole(text, whole)
    text, broken = draft("经济", "3", "货运量", "10", "12", "预期性")
    assert not is_whole(text, broken)


def test_header_rows_end_at_the_first_row_of_figures() -> None:
    text, rows = lay_out(LABELS, [""] * 7, ["经济", "1", "货运量", "万吨", "10", "12", "预期性"])
    header, count = split_header(text, Grid(tuple(rows), 0, 3))
    assert count == 2
    assert header[0] == LABELS


def test_names_stand_under_the_category_where_no_other_column_does() -> None:
    assert name_at(COLUMNS) == 2
    assert name_at(read_columns([["类别", "指数(以上年为100)"]], "2023年价格指数", None)) == 0
