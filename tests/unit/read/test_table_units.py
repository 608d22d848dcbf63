"""Units as tables print them."""

import pytest

from lantu.read.table_units import is_unit, split_unit, squeeze


@pytest.mark.parametrize(
    "text",
    [
        "亿元",
        "%",
        "人/亿元",
        "/亿元",
        "万吨标煤",
        "微克/立方米",
        "万套(户)",
        "公里/小时",
        "元/平方米",
        "件/万人",
        "万",
        ":1",
    ],
)
def test_units(text: str) -> None:
    assert is_unit(text)


@pytest.mark.parametrize(
    "text", ["", "预期性", "地区生产总值", "经济发展", "农村", "%(平原地区)", "一二三四五六七八九十元元元元元元", "//"]
)
def test_no_units(text: str) -> None:
    assert not is_unit(text)


@pytest.mark.parametrize(
    ("name", "bare", "unit"),
    [
        ("财政收入(亿元)", "财政收入", "亿元"),
        ("城镇化率(%", "城镇化率", "%"),
        ("保障性安居工程(万套(户))", "保障性安居工程", "万套(户)"),
        ("细颗粒物(PM2.5)浓度(微克/立方米)", "细颗粒物(PM2.5)浓度", "微克/立方米"),
        ("每千人口医师数(人)(户籍人口)", "每千人口医师数(户籍人口)", "人"),
        ("森林覆盖率(%(平原地区)", "森林覆盖率(平原地区)", "%"),
        ("断面达标率(省控断面)", "断面达标率(省控断面)", ""),
        ("研发强度", "研发强度", ""),
    ],
)
def test_unit_of_a_name(name: str, bare: str, unit: str) -> None:
    assert split_unit(name) == (bare, unit)


def test_squeeze() -> None:
    assert squeeze(" 指\n\n 标\t") == "指标"
