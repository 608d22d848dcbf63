"""Merged cells, sub-rows and units."""

from lantu.core.entry import TableRow
from lantu.read import build_context
from tests.unit.read.layouts import print_plan

HEADER = ("类别", "序号", "指标名称", "2020年", "2025年", "属性")


def read_rows(*rows: tuple[str, ...], layout: str = "tabs") -> tuple[TableRow, ...]:
    context, _ = build_context(print_plan(layout, HEADER, rows), "plan.txt")
    return context.tables[0].rows


def test_categories_are_carried_down() -> None:
    rows = read_rows(("产业", "1", "甲产值（亿元）", "1", "2", ""), ("", "2", "乙产值（亿元）", "3", "4", ""))
    assert [row.category for row in rows] == ["产业", "产业"]
    assert [(row.name, row.unit) for row in rows] == [("甲产值", "亿元"), ("乙产值", "亿元")]


def test_a_category_may_have_a_row_of_its_own() -> None:
    rows = read_rows(("", "一", "绿色发展", "", "", ""), ("", "1", "森林覆盖率（%）", "60", "61", "约束性"))
    assert [(row.no, row.name, row.category) for row in rows] == [(1, "森林覆盖率", "绿色发展")]


def test_of_which_rows_know_their_row() -> None:
    rows = read_rows(
        ("产业", "1", "数字产值占比（%）", "40", "50", "预期性"), ("", "", "# 核心产值占比（%）", "9", "12", "")
    )
    assert (rows[1].is_sub, rows[1].no, rows[1].name, rows[1].group) == (True, None, "核心产值占比", "数字产值占比")
    assert (rows[0].attribute, rows[1].attribute) == ("预期性", "")


def test_a_group_gives_its_unit_and_number() -> None:
    rows = read_rows(
        ("民生", "1", "居民收入（元）", "城镇居民", "50000", "70000", "预期性"),
        ("", "", "", "农村居民", "30000", "45000", "预期性"),
        ("", "2", "平均预期寿命（岁）", "80", "81", "预期性"),
    )
    assert [(row.no, row.group, row.name, row.unit) for row in rows] == [
        (1, "居民收入", "城镇居民", "元"),
        (1, "居民收入", "农村居民", "元"),
        (2, "", "平均预期寿命", "岁"),
    ]


def test_numbers_in_the_name() -> None:
    rows = read_rows(("产业", "", "1.货运量（万吨）", "1", "2", ""), ("", "", "（2）客运量（万人）★", "3", "4", ""))
    assert [(row.name, row.unit) for row in rows] == [("货运量", "万吨"), ("客运量", "万人")]


def test_names_keep_the_brackets_of_the_text() -> None:
    (row,) = read_rows(("产业", "1", "执业（助理）医师数（人）", "1", "2", ""))
    assert row.name == "执业（助理）医师数"


def test_a_year_in_the_cell_dates_the_base() -> None:
    (row,) = read_rows(("民生", "1", "受教育年限（年）", "10.6（2019年）", "11.3", "约束性"))
    assert [cell.year for cell in row.cells] == [2019, 2025]


def test_a_row_without_a_name_is_reported_and_left_out() -> None:
    rows = (
        ("产业", "1", "货运量（万吨）", "1", "2", ""),
        ("", "2", "（%）", "3", "4", ""),
        ("", "3", "…", "5", "6", ""),
    )
    context, diagnostics = build_context(print_plan("pipes", HEADER, rows), "plan.txt")
    assert [row.name for row in context.tables[0].rows] == ["货运量"]
    assert [d.span.quote for d in diagnostics if d.code == "R026" and d.span is not None] == ["（%）", "…"]


def test_a_group_gives_its_unit_as_an_inference() -> None:
    rows = read_rows(
        ("民生", "1", "居民收入（元）", "城镇居民", "50000", "70000", "预期性"),
        ("", "", "", "农村居民", "30000", "45000", "预期性"),
    )
    assert [[rule.reason for rule in row.inferred] for row in rows] == [["row_above"], ["row_above"]]


def test_columns_tell_what_their_headings_do_not_state() -> None:
    (row,) = read_rows(("产业", "1", "货运量（万吨）", "1", "2", ""))
    assert [[rule.field for rule in cell.inferred] for cell in row.cells] == [["kind"], ["kind"]]
