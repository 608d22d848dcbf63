"""Rows to targets and actuals."""

from decimal import Decimal

import pytest

from lantu.core.entry import Comparator, Entry, EntryKind, TableRow
from lantu.core.span import span_of
from lantu.read import build_context
from lantu.read.table_entries import find_table_entries, name_indicator
from tests.unit.read.layouts import LAYOUTS, print_plan


def read_entries(text: str) -> list[Entry]:
    context, _ = build_context(text, "plan.txt")
    entries, diagnostics = find_table_entries((), context)
    assert diagnostics == ()
    return list(entries)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_target_with_its_base(layout: str) -> None:
    entry = read_entries(print_plan(layout))[0]
    assert (entry.kind, entry.origin, entry.indicator) == (EntryKind.TARGET, "table", "地区生产总值")
    assert (entry.value, entry.unit, entry.year, entry.comparator) == (Decimal(1750), "亿元", 2025, Comparator.EQUAL)
    assert (entry.base_value, entry.base_year) == (Decimal("1203.5"), 2020)
    assert entry.base_span is not None
    assert entry.base_span.quote == "1203.5"
    assert (entry.attribute, entry.category, entry.row_no) == ("预期性", "经济发展", 1)
    assert entry.value_span is not None
    assert entry.value_span.quote == "1750"
    assert entry.span.quote.startswith("地区生产总值")
    assert entry.span.quote.endswith("1750")


def test_measures() -> None:
    measures = {entry.row_no: (entry.measure, entry.value) for entry in read_entries(print_plan("pipes"))}
    assert measures == {
        1: ("level", Decimal(1750)),
        2: ("growth_rate", Decimal("6.5")),
        3: ("share", Decimal(65)),
        4: ("cumulative_cut", Decimal("13.5")),
        5: ("level", Decimal(28)),
        6: ("assigned", None),
        7: ("relative", None),
        8: ("level", Decimal("4.5")),
    }


def test_a_cumulative_figure_rests_on_the_note() -> None:
    cut = next(entry for entry in read_entries(print_plan("pipes")) if entry.row_no == 4)
    assert cut.is_cumulative
    assert [span.quote for span in cut.derived_from] == ["2025年", "%", "注：[]内为五年累计数。"]


def test_relative_names_its_partner() -> None:
    entry = next(entry for entry in read_entries(print_plan("tabs")) if entry.row_no == 7)
    assert (entry.relative_to, entry.comparator) == ("经济增长", Comparator.ABOUT)


def test_review_tables_give_targets_and_actuals() -> None:
    header = ("序号", "指标", "2015年", "2020年目标", "2020年实际", "完成情况")
    rows = (
        ("1", "货运量（万吨）", "80", "[30]", "111.5", "完成"),
        ("2", "客运量（万人）", "60", "70以上", "—", "未完成"),
    )
    entries = read_entries(print_plan("pipes", header, rows))
    assert [(e.kind, e.indicator, e.value, e.year, e.measure) for e in entries] == [
        (EntryKind.TARGET, "货运量", Decimal(30), 2020, "sum"),
        (EntryKind.ACTUAL, "货运量", Decimal("111.5"), 2020, "level"),
        (EntryKind.TARGET, "客运量", Decimal(70), 2020, "level"),
    ]


def test_growth_columns_give_growth_rates() -> None:
    header = ("序号", "指标", "单位", "2020年", "2025年", "年均增长（%）")
    entries = read_entries(
        print_plan(
            "tabs", header, (("1", "货运量", "万吨", "80", "100", "4.6"), ("2", "人口", "万人", "90", "95", "[5]"))
        )
    )
    assert [(e.indicator, e.value, e.unit, e.measure, e.is_cumulative) for e in entries] == [
        ("货运量", Decimal(100), "万吨", "level", False),
        ("货运量", Decimal("4.6"), "%", "growth_rate", False),
        ("人口", Decimal(95), "万人", "level", False),
        ("人口", Decimal(5), "%", "increment", True),
    ]


def test_split_targets_become_one_each() -> None:
    header = ("序号", "指标", "单位", "2025年")
    entries = read_entries(
        print_plan("tabs", header, (("1", "居民收入年均增长", "%", "城镇6.2、农村7.5"), ("2", "甲率", "%", "5")))
    )
    assert [(e.indicator, e.value) for e in entries][:2] == [
        ("城镇居民收入年均增长", Decimal("6.2")),
        ("农村居民收入年均增长", Decimal("7.5")),
    ]
    assert [e.value_span.quote for e in entries[:2] if e.value_span] == ["6.2", "7.5"]


def row(name: str, group: str = "", *, is_sub: bool = False) -> TableRow:
    return TableRow(1, name, span_of(name, 0, len(name)), "", "", group, "", (), is_sub)


@pytest.mark.parametrize(
    ("made", "column", "name"),
    [
        (row("城镇居民", "人均可支配收入"), "", "城镇居民人均可支配收入"),
        (row("氨氮", "主要污染物排放总量减少"), "", "氨氮排放总量减少"),
        (row("空气优良天数比率", "空气质量"), "", "空气优良天数比率"),
        (row("铁路", "货运总量", is_sub=True), "绝对数", "货运总量（铁路）"),
        (row("核心产业增加值", "数字经济增加值", is_sub=True), "", "核心产业增加值"),
        (row("粮食"), "产量(万吨)", "粮食产量"),
        (row("货运量"), "2025年", "货运量"),
    ],
)
def test_names_are_completed(made: TableRow, column: str, name: str) -> None:
    assert name_indicator(made, column) == name


def test_a_further_goal_in_the_same_cell() -> None:
    header = ("序号", "指标", "单位", "2020年", "2025年")
    rows = (("1", "财政收入", "亿元", "300", "500以上、力争600"), ("2", "人口", "人", "10.5万", "11万"))
    first, second = read_entries(print_plan("tabs", header, rows))
    assert (first.value, first.comparator) == (Decimal(500), Comparator.AT_LEAST)
    assert [(s.value, s.unit, s.span.quote) for s in first.stretch] == [(Decimal(600), "亿元", "600")]
    assert (second.value, second.unit, second.stretch) == (Decimal(11), "万人", ())
