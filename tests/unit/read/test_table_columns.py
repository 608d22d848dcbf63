"""What headings say of their columns."""

import pytest

from lantu.core.entry import CellRole
from lantu.read.table_columns import is_header_word, is_heading_label, name_period, read_columns

PERIOD = (2021, 2025)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("第十四个五年规划", (2021, 2025)),
        ("第十五个五年规划纲要", (2026, 2030)),
        ("“十三五”时期", (2016, 2020)),
        ("十二五规划", (2011, 2015)),
        ("2022—2026年行动计划", (2022, 2026)),
        ("2021-2023年", (2021, 2023)),
        ("工作报告", None),
        ("十五里", None),
    ],
)
def test_period_in_words(words: str, years: tuple[int, int] | None) -> None:
    assert name_period(words) == years


def roles(
    *labels: str, caption: str = "主要指标", period: tuple[int, int] | None = PERIOD
) -> list[tuple[str, object, object]]:
    columns = read_columns([list(labels)], caption, period)
    return [(c.kind, c.role, c.year) for c in columns]


def test_bare_years_by_the_period() -> None:
    assert roles("序号", "指标", "单位", "2020年", "2025年", "属性") == [
        ("no", None, None),
        ("name", None, None),
        ("unit", None, None),
        ("value", CellRole.BASE, 2020),
        ("value", CellRole.TARGET, 2025),
        ("attribute", None, None),
    ]


def test_words_of_base_and_target() -> None:
    assert roles("指标名称", "2020年完成", "2025年目标")[1:] == [
        ("value", CellRole.BASE, 2020),
        ("value", CellRole.TARGET, 2025),
    ]


def test_growth_takes_the_year_of_the_level_to_its_left() -> None:
    columns = read_columns([["指标", "2020年", "2025年", "年均增长(%)"]], "主要指标", PERIOD)
    assert (columns[3].kind, columns[3].role, columns[3].year, columns[3].of, columns[3].unit) == (
        "growth",
        CellRole.GROWTH,
        2025,
        CellRole.TARGET,
        "%",
    )


def test_groups_over_columns_in_reading_order() -> None:
    labels = [
        "类别",
        "序号",
        "指标名称",
        "2015",
        "规划目标",
        "实际完成",
        "完成情况",
        "十三五目标",
        "年均增长",
        "2020",
        "年均增长",
    ]
    columns = read_columns([labels], "“十三五”主要指标完成情况表", PERIOD)
    assert [(c.kind, c.role, c.of, c.year) for c in columns[3:]] == [
        ("value", CellRole.BASE, None, 2015),
        ("value", CellRole.TARGET, None, 2020),
        ("growth", CellRole.GROWTH, CellRole.TARGET, 2020),
        ("value", CellRole.ACTUAL, None, 2020),
        ("growth", CellRole.GROWTH, CellRole.ACTUAL, 2020),
        ("status", CellRole.STATUS, None, None),
    ]


def test_groups_over_columns_of_one_width() -> None:
    header = [["指标", "规划目标", "", "完成情况", ""], ["", "2020年", "年均增长", "2020年", "年均增长"]]
    columns = read_columns(header, "“十三五”指标", PERIOD)
    assert [(c.role, c.of) for c in columns[1:]] == [
        (CellRole.TARGET, None),
        (CellRole.GROWTH, CellRole.TARGET),
        (CellRole.ACTUAL, None),
        (CellRole.GROWTH, CellRole.ACTUAL),
    ]


def test_a_year_table_without_a_plan_holds_actuals() -> None:
    columns = read_columns([["产品名称", "产量(万吨)", "比上年增长(%)"]], "2023年主要产品产量", None)
    assert [(c.role, c.year, c.unit) for c in columns[1:]] == [
        (CellRole.ACTUAL, 2023, "万吨"),
        (CellRole.GROWTH, 2023, "%"),
    ]


@pytest.mark.parametrize("label", ["序号", "指标名称", "计量单位", "属性", "类别"])
def test_header_words(label: str) -> None:
    assert is_header_word(label)


@pytest.mark.parametrize("label", ["地区生产总值", "1", "", "9000", "名称"])
def test_other_words(label: str) -> None:
    assert not is_header_word(label)


@pytest.mark.parametrize("label", ["2025年", "规划目标", "年均增长（%）[累计]", "完成情况", "实际完成", "责任单位"])
def test_heading_labels(label: str) -> None:
    assert is_heading_label(label)


@pytest.mark.parametrize("label", ["经济发展", "7%以上", "503.2", "亿元"])
def test_no_heading_labels(label: str) -> None:
    assert not is_heading_label(label)
