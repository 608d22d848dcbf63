"""The unit printed once for a whole table."""

import pytest

from lantu.core.entry import Reading
from lantu.read import read_text
from lantu.read.table_grid import RawCell
from lantu.read.table_grid_nouns import Grid
from lantu.read.table_unit_line import drop_unit_rows, find_unit_line
from tests.unit.read.layouts import LAYOUTS, print_plan

HEADER = ("序号", "指标", "2020年", "2025年", "属性")
ROWS = (
    ("1", "地区生产总值", "1203.5", "1750", "预期性"),
    ("2", "规模以上工业增加值", "500", "800以上", "预期性"),
    ("3", "常住人口城镇化率", "60.1%", "65%左右", "预期性"),
    ("4", "研发经费占比", "2.1", "3", "预期性"),
    ("5", "人均公园绿地面积（平方米）", "12", "15", "预期性"),
)
CAPTION = "表1 云山市“十四五”时期主要指标"
PLACES = {
    "in the caption": f"{CAPTION}（单位：亿元）",
    "on a line": f"{CAPTION}\n\n单位：亿元",
    "set right, in brackets": f"{CAPTION}\n                                （计量单位：亿元）",
    "without a caption": "单位：亿元",
}


def read_targets(reading: Reading) -> dict[int | None, tuple[str, str]]:
    """Unit, and the rule it was inferred by, of each row's target."""
    return {
        e.row_no: (e.unit, next((i.reason for i in e.inferred if i.field == "unit"), ""))
        for e in reading.entries
        if e.origin == "table" and e.year == 2025
    }


@pytest.mark.parametrize("caption", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_rows_without_a_unit_take_the_tables(layout: str, caption: str) -> None:
    text = print_plan(layout, HEADER, ROWS, caption, "注：无。")
    reading = read_text(text, "plan.txt")
    told = ("亿元", "unit_line")
    expected = {1: told, 2: told, 3: ("%", ""), 4: ("", ""), 5: ("平方米", "")}
    assert read_targets(reading) == expected
    first = next(e for e in reading.entries if e.row_no == 1)
    assert any(span.quote == "亿元" and text[span.start - 1] == "：" for span in first.derived_from)


def test_a_first_row_of_the_table_may_hold_the_unit() -> None:
    rows = (HEADER, *ROWS)
    text = print_plan("tabs", ("", "", "", "", "单位：亿元"), rows, CAPTION, "注：无。")
    assert read_targets(read_text(text, "plan.txt"))[1] == ("亿元", "unit_line")


def test_several_units_leave_open_whose_is_whose() -> None:
    text = print_plan("tabs", HEADER, ROWS, f"{CAPTION}（单位：亿元、人）", "注：无。")
    reading = read_text(text, "plan.txt")
    assert read_targets(reading)[1] == ("", "")
    assert "R025" in {d.code for d in reading.diagnostics}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("表2 人口（单位：万人）", "万人"),
        ("| 单位:亿元 | |", "亿元"),
        ("单位: 人/亿元", "人/亿元"),
        ("责任单位:市发展改革委", ""),
        ("单位:各区县", ""),
    ],
)
def test_what_is_a_unit_line(text: str, unit: str) -> None:
    plain = text.replace("（", "(").replace("）", ")").replace("：", ":")
    found = find_unit_line(plain, 0, len(plain))
    assert (plain[slice(*found)] if found else "") == unit


def test_rows_of_figures_are_kept() -> None:
    shadow = "单位:亿元\n指标\n1750"
    rows = tuple((RawCell(start, end),) for start, end in ((0, 5), (6, 8), (9, 13)))
    assert len(drop_unit_rows(shadow, Grid(rows, 0, 3)).rows) == 2
    assert drop_unit_rows(shadow, Grid(rows[1:], 1, 3)).rows == rows[1:]
