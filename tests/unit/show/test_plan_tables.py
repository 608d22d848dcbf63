"""Tables with a cell a line find their rows again."""

from lantu.core.entry import CellForm, CellRole, Table, TableCell, TableRow
from lantu.core.span import Span, span_of
from lantu.show.plan_tables import find_grids

TEXT = """表1 主要指标
类别
序号
指标
2025年
经济
1
生产总值
9000
2
城镇化率
75
注：以上。
"""


def find(part: str) -> Span:
    return span_of(TEXT, TEXT.index(part), TEXT.index(part) + len(part))


def row(no: int, name: str, goal: str, category: str) -> TableRow:
    cell = TableCell("2025年", CellRole.TARGET, 2025, goal, find(goal), CellForm.NUMBER)
    return TableRow(no, name, find(name), "", category, "", "", (cell,))


TABLE = Table(
    "表1 主要指标",
    span_of(TEXT, 0, TEXT.index("注")),
    ("类别", "序号", "指标", "2025年"),
    (row(1, "生产总值", "9000", "经济"), row(2, "城镇化率", "75", "经济")),
)


def test_rows_begin_at_category_or_number() -> None:
    (grid,) = find_grids(TEXT, [TABLE])
    assert [TEXT[start:].split("\n")[0] for start in grid.row_starts] == ["类别", "经济", "2"]
    assert grid.columns == 4
    assert TEXT[grid.end :].startswith("注")


def test_a_table_drawn_with_pipes_is_left_alone() -> None:
    text = "| 指标 | 2025 |\n|---|---|\n| 生产总值 | 9000 |\n"
    name, goal = text.index("生产总值"), text.index("9000")
    cell = TableCell("2025", CellRole.TARGET, 2025, "9000", span_of(text, goal, goal + 4), CellForm.NUMBER)
    drawn = TableRow(1, "生产总值", span_of(text, name, name + 4), "", "", "", "", (cell,))
    assert find_grids(text, [Table("", span_of(text, 0, len(text)), ("指标", "2025"), (drawn,))]) == []


def test_a_table_without_rows_has_no_grid() -> None:
    assert find_grids(TEXT, [Table("", TABLE.span, ("一", "二"), ())]) == []
