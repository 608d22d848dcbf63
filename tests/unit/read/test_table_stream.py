"""Tables of one cell a line."""

from collections.abc import Sequence

from lantu.read.table_columns import Column, read_columns
from lantu.read.table_drafts import Draft, label_of
from lantu.read.table_grid_nouns import RawCell
from lantu.read.table_stream import draft_loose_row, draft_stream_rows


def lay_out(cells: Sequence[str]) -> tuple[str, list[RawCell]]:
    places, at = [], 0
    for cell in cells:
        places.append(RawCell(at, at + len(cell)))
        at += len(cell) + 2
    return "\n\n".join(cells), places


def read_stream(*cells: str, caption: str = "主要指标") -> tuple[tuple[Column, ...], list[tuple[object, ...]]]:
    text, places = lay_out(cells)
    columns, drafts = draft_stream_rows(text, places, caption, (2021, 2025))
    return columns, [describe(text, draft) for draft in drafts]


def describe(text: str, draft: Draft) -> tuple[object, ...]:
    name = "".join(label_of(text, cell) for cell in draft.name)
    group = label_of(text, draft.group) if draft.group else ""
    category = label_of(text, draft.category) if draft.category else ""
    values = [(c.year, label_of(text, cell)) for c, cell in draft.values]
    return draft.no, category, group, name, values


def test_a_row_opens_at_the_next_number() -> None:
    _, rows = read_stream(
        "序号", "指标", "单位", "2020年", "2025年",
        "1", "货运量", "万吨", "2", "3",
        "2", "客运量", "万人", "3", "4",
        "3", "港口吞吐量", "万吨", "4", "5",
    )  # fmt: skip
    assert [(no, name) for no, _, _, name, _ in rows] == [(1, "货运量"), (2, "客运量"), (3, "港口吞吐量")]
    assert [values for *_, values in rows] == [
        [(2020, "2"), (2025, "3")],
        [(2020, "3"), (2025, "4")],
        [(2020, "4"), (2025, "5")],
    ]


def test_a_figure_like_the_next_number_is_a_figure() -> None:
    _, rows = read_stream(
        "类别", "序号", "指标", "单位", "2020年", "2025年",
        "产业", "1", "园区数量", "个", "1", "2", "民生", "2", "医院数量", "家", "5", "6",
    )  # fmt: skip
    assert rows == [
        (1, "产业", "", "园区数量", [(2020, "1"), (2025, "2")]),
        (2, "民生", "", "医院数量", [(2020, "5"), (2025, "6")]),
    ]


def test_labels_over_two_cells() -> None:
    columns, _ = read_stream(
        "一级指标", "序号", "二级指标", "计量", "单位", "2020年完成", "2025年", "目标", "指标", "属性",
        "1", "货运量", "万吨", "2", "3", "预期性",
    )  # fmt: skip
    assert [column.kind for column in columns] == ["category", "no", "name", "unit", "value", "value", "attribute"]


def test_a_name_over_several_rows() -> None:
    _, rows = read_stream(
        "序号", "指标名称", "2020年", "2025年",
        "1", "居民收入(元)", "城镇居民", "50000", "70000", "农村居民", "30000", "45000",
        "2", "医师数(人)", "(户籍人口)", "2.1", "2.9",
    )  # fmt: skip
    assert [(no, group, name) for no, _, group, name, _ in rows] == [
        (1, "居民收入(元)", "城镇居民"),
        (1, "居民收入(元)", "农村居民"),
        (2, "", "医师数(人)(户籍人口)"),
    ]


def test_without_numbers_a_row_opens_at_a_name() -> None:
    _, rows = read_stream(
        "指标", "单位", "2020年", "2025年", "属性",
        "绿色发展", "森林覆盖率", "%", "61", "62", "约束性", "碳排放强度下降", "%", "完成省下达任务", "约束性",
    )  # fmt: skip
    assert rows == [
        (None, "绿色发展", "", "森林覆盖率", [(2020, "61"), (2025, "62")]),
        (None, "绿色发展", "", "碳排放强度下降", [(2025, "完成省下达任务")]),
    ]


def test_a_loose_row_is_read_by_types() -> None:
    columns = read_columns([["类别", "序号", "指标", "单位", "2020年", "2025年", "属性"]], "主要指标", (2021, 2025))
    text, places = lay_out(["产业", "7", "园区数量", "12", "15", "预期性"])
    (draft,) = draft_loose_row(text, places, columns)
    assert describe(text, draft) == (7, "产业", "", "园区数量", [(2020, "12"), (2025, "15")])


def test_a_table_that_goes_on_begins_with_its_own_number() -> None:
    _, rows = read_stream("序号", "指标", "2020年", "2025年", "15", "货运量", "2", "3", "16", "客运量", "3", "4")
    assert [(no, name) for no, _, _, name, _ in rows] == [(15, "货运量"), (16, "客运量")]


def test_a_number_printed_again_before_a_further_name_is_no_figure() -> None:
    _, rows = read_stream(
        "序号", "指标", "单位", "2020年", "2025年",
        "1", "货运量", "万吨", "2", "3",
        "2", "水路客运量", "万人", "3", "2",
        "2", "公路客运量", "万人", "4", "5",
        "3", "港口吞吐量", "万吨", "4", "5",
    )  # fmt: skip
    assert [(no, name, [cell for _, cell in values]) for no, _, _, name, values in rows] == [
        (1, "货运量", ["2", "3"]),
        (2, "水路客运量", ["3", "2"]),
        (2, "公路客运量", ["4", "5"]),
        (3, "港口吞吐量", ["4", "5"]),
    ]
