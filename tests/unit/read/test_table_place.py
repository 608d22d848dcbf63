"""Where cells belong when empty ones have vanished."""

import pytest

from lantu.read.table_cells import read_cell
from lantu.read.table_columns import read_columns
from lantu.read.table_place import place_cells

LABELS = [
    "序号",
    "指标名称",
    "2015年",
    "规划目标",
    "实际完成",
    "完成情况",
    "2020年目标",
    "年均增长",
    "2020年",
    "年均增长",
]
COLUMNS = tuple(c for c in read_columns([LABELS], "“十三五”指标", None) if c.kind in ("value", "growth", "status"))
BASE, TARGET, TARGET_GROWTH, ACTUAL, ACTUAL_GROWTH, STATUS = range(6)


def place(unit: str, *cells: str) -> tuple[int, ...]:
    return place_cells([read_cell(cell) for cell in cells], COLUMNS, unit).columns


def test_a_full_row_is_certain() -> None:
    placement = place_cells([read_cell(c) for c in ("10", "15", "8.4%", "16", "9.9%", "完成")], COLUMNS, "亿元")
    assert placement.columns == (0, 1, 2, 3, 4, 5)
    assert placement.confidence == 1.0


@pytest.mark.parametrize(
    ("unit", "cells", "columns"),
    [
        ("%", ("44.9", "45", "47.2", "完成"), (BASE, TARGET, ACTUAL, STATUS)),
        ("亿元", ("200", "300", "8.45%", "完成"), (BASE, TARGET, TARGET_GROWTH, STATUS)),
        ("亿元", ("200", "310", "9.16%", "330", "完成"), (BASE, TARGET, TARGET_GROWTH, ACTUAL, STATUS)),
        ("%", ("50", "60", "2个百分点"), (BASE, TARGET, TARGET_GROWTH)),
        ("%", ("完成上级下达目标", "完成"), (TARGET, STATUS)),
        (
            "%",
            ("57", "60以上", "0.6个百分点", "1.7个百分点", "完成"),
            (BASE, TARGET, TARGET_GROWTH, ACTUAL_GROWTH, STATUS),
        ),
        ("%", ("10", "13"), (BASE, TARGET)),
    ],
    ids=["levels", "growth-fits", "two-levels", "points", "assigned", "level-lost", "pair"],
)
def test_cells_find_their_columns(unit: str, cells: tuple[str, ...], columns: tuple[int, ...]) -> None:
    assert place(unit, *cells) == columns


def test_arithmetic_tells_the_growth_from_the_level() -> None:
    # 14 − 13.5 over five years is 0.1 a year: the third cell is growth, though it is a bare number
    assert place("年", "13.5", "14", "0.1", "完成") == (BASE, TARGET, TARGET_GROWTH, STATUS)


def test_what_fits_twice_is_less_certain() -> None:
    clear = place_cells([read_cell(c) for c in ("完成上级下达目标", "完成")], COLUMNS, "%")
    doubtful = place_cells([read_cell("10%")], COLUMNS, "亿元")
    assert clear.confidence > doubtful.confidence


def test_more_cells_than_columns_are_cut_off() -> None:
    assert place("", *["1"] * 9) == (0, 1, 2, 3, 4, 5)


def test_a_cell_of_another_kind_makes_a_full_row_doubtful() -> None:
    swapped = place_cells([read_cell(c) for c in ("完成", "15", "8.4%", "16", "9.9%", "10")], COLUMNS, "亿元")
    assert swapped.columns == (0, 1, 2, 3, 4, 5)
    assert swapped.confidence < 0.7
