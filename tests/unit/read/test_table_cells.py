"""Every way to write a cell."""

from decimal import Decimal

import pytest

from lantu.core.entry import CellForm, Comparator
from lantu.read.shadow import cast_shadow
from lantu.read.table_cells import read_cell

FIGURES = [
    ("820", CellForm.NUMBER, "820", "", "="),
    ("1,234.5", CellForm.NUMBER, "1234.5", "", "="),
    ("5.2%", CellForm.PERCENT, "5.2", "%", "="),
    ("-3.50%", CellForm.PERCENT, "-3.50", "%", "="),
    ("8%以上", CellForm.AT_LEAST, "8", "%", ">="),
    ("≥95", CellForm.AT_LEAST, "95", "", ">="),
    ("不低于60", CellForm.AT_LEAST, "60", "", ">="),
    (">6", CellForm.AT_LEAST, "6", "", ">"),
    ("35以下", CellForm.AT_MOST, "35", "", "<="),
    ("5.5%以内", CellForm.AT_MOST, "5.5", "%", "<="),
    ("<3", CellForm.AT_MOST, "3", "", "<"),
    ("70左右", CellForm.ABOUT, "70", "", "~"),
    ("约1.2万", CellForm.ABOUT, "1.2", "万", "~"),
    ("年均增长0.4个\n\n百分点", CellForm.PERCENT, "0.4", "个百分点", "="),
    ("1.9∶1", CellForm.NUMBER, "1.9", ":1", "="),
    ("８８．５", CellForm.NUMBER, "88.5", "", "="),
    ("60.6*", CellForm.NUMBER, "60.6", "", "="),
]


@pytest.mark.parametrize(("raw", "form", "value", "unit", "comparator"), FIGURES, ids=[f[0] for f in FIGURES])
def test_figures(raw: str, form: CellForm, value: str, unit: str, comparator: str) -> None:
    reading = read_cell(cast_shadow(raw))
    assert (reading.form, reading.value, reading.unit, reading.comparator) == (
        form,
        Decimal(value),
        unit,
        Comparator(comparator),
    )
    assert not reading.is_cumulative


@pytest.mark.parametrize("raw", ["[12]", "〔12〕", "【12】", "12（累计）", "累计下降12%", "[12]（省下达）"])
def test_cumulative(raw: str) -> None:
    reading = read_cell(cast_shadow(raw))
    assert (reading.form, reading.value, reading.is_cumulative) == (CellForm.CUMULATIVE, Decimal(12), True)


def test_own_and_assigned_in_one_cell() -> None:
    plain = read_cell(cast_shadow("41.5/\n\n40.2（省下达）"))
    assert (plain.form, plain.value, plain.value_max) == (CellForm.DUAL, Decimal("41.5"), Decimal("40.2"))
    summed = read_cell(cast_shadow("[15]/[14]（省下达）"))
    assert (summed.form, summed.value, summed.is_cumulative) == (CellForm.DUAL, Decimal(15), True)


@pytest.mark.parametrize(("raw", "unit"), [("5-6", ""), ("5%—6%", "%"), ("5～6%", "%")])
def test_ranges(raw: str, unit: str) -> None:
    reading = read_cell(cast_shadow(raw))
    assert (reading.form, reading.value, reading.value_max) == (CellForm.RANGE, Decimal(5), Decimal(6))
    assert reading.comparator is Comparator.WITHIN
    assert reading.unit == unit


def test_split_by_groups() -> None:
    reading = read_cell("城镇5.1、农村7.4")
    assert reading.form is CellForm.SPLIT
    assert reading.value is None
    assert [(part, value) for part, value, _ in reading.parts] == [("城镇", Decimal("5.1")), ("农村", Decimal("7.4"))]


@pytest.mark.parametrize(
    ("raw", "comparator", "partner"),
    [
        ("高于全省平均水平", ">", "全省平均水平"),
        ("与经济增长基本同步", "~", "经济增长"),
        ("财政收入增长基本同步", "~", "财政收入增长"),
        ("低于全国平均", "<", "全国平均"),
        ("不低于经济增速", ">=", "经济增速"),
    ],
)
def test_relative(raw: str, comparator: str, partner: str) -> None:
    reading = read_cell(raw)
    assert (reading.form, reading.comparator, reading.relative_to) == (
        CellForm.RELATIVE,
        Comparator(comparator),
        partner,
    )


@pytest.mark.parametrize("raw", ["省下达指标", "完成上级下达目标", "完成国家下达任务", "省定目标"])
def test_assigned(raw: str) -> None:
    assert read_cell(raw).form is CellForm.ASSIGNED


@pytest.mark.parametrize("raw", ["完成", "预计\n\n完成", "基本完成", "总量完成", "未完成", "超额完成"])
def test_status(raw: str) -> None:
    assert read_cell(raw).form is CellForm.STATUS


@pytest.mark.parametrize("raw", ["", "-", "—", "——", "/", "…"])
def test_nothing(raw: str) -> None:
    assert read_cell(raw).form is CellForm.DASH


@pytest.mark.parametrize("raw", ["明显改善", "省定万亿产业增加值", "保持在全国前列"])
def test_words(raw: str) -> None:
    reading = read_cell(raw)
    assert (reading.form, reading.value) == (CellForm.TEXT, None)
