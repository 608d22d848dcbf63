"""Names of columns."""

import pytest

from lantu.sense.columns import NAMES, find_header
from lantu.sense.table import Row


def test_chinese_and_english_names() -> None:
    for cells in (
        ("region", "indicator", "year", "value", "unit", "source"),
        ("地区", "指标名称", "年份", "数值", "计量单位", "数据来源"),
        ("行政区划", "指标", "时期", "指标值（万元）", " 单 位 ", "来源"),
    ):
        header = find_header([Row(1, cells)])
        assert header is not None
        assert header.fields == ("region", "indicator", "period", "value", "unit", "source")
        assert header.missing() == ()


def test_titles_may_stand_above() -> None:
    rows = [Row(1, ("2021年度统计数据填报表",)), Row(3, ("填报单位：统计局", "单位：亿元"))]
    header = find_header([*rows, Row(4, ("地区", "指标", "年份", "数值", "单位"))])
    assert header is not None
    assert (header.row, header.index) == (4, 2)


def test_codes_stand_for_names() -> None:
    header = find_header([Row(1, ("place_code", "indicator_code", "period", "value", "unit"))])
    assert header is not None
    assert header.missing() == ()


def test_what_is_missing_and_what_is_unused() -> None:
    header = find_header([Row(1, ("地区", "指标", "年份", "数值", "颜色"))])
    assert header is not None
    assert header.missing() == (("unit",),)
    assert header.unused() == ("颜色",)
    assert (header.title_of("value"), header.title_of("unit")) == ("数值", "")


def test_a_second_column_of_one_name_is_unused() -> None:
    header = find_header([Row(1, ("地区", "指标", "年份", "数值", "数值", "单位"))])
    assert header is not None
    assert header.unused() == ("数值",)


@pytest.mark.parametrize("rows", [[], [Row(1, ("a", "b"))], [Row(n, ("x",)) for n in range(30)]])
def test_no_header(rows: list[Row]) -> None:
    assert find_header(rows) is None


def test_no_name_stands_for_two_fields() -> None:
    names = [name for names in NAMES.values() for name in names]
    assert len(set(names)) == len(names)
