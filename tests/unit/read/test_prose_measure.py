"""What kind of figure it is."""

import pytest

from lantu.read.prose_frames import find_frames
from lantu.read.prose_measure import infer_unit, is_cumulative, name_measure, read_per
from lantu.read.quantity_grammar import find_quantities


def read_measure(text: str) -> str:
    """The measure of the first figure of a text."""
    frame = find_frames(text, ())[0]
    assert frame.name is not None
    return name_measure(frame, frame.name.text)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("覆盖率达到62%。", "level"),
        ("产值年均增长6%。", "growth_rate"),
        ("能耗下降14%。", "decrement"),
        ("城镇化率提高2个百分点。", "increment"),
        ("收入比缩小到1.6:1。", "ratio"),
        ("产值翻一番。", "multiple"),
        ("时间缩短一半。", "decrement"),
        ("新增学位9000个。", "increment"),
        ("公园40个。", "count"),
        ("80%以上的村通公交。", "share"),
        ("数字经济占生产总值比重达到15%。", "share"),
        ("低保标准提高到每人每月900元。", "level"),
        ("自然增长率保持在5‰。", "level"),
    ],
)
def test_measures(text: str, measure: str) -> None:
    assert read_measure(text) == measure


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("突破9000亿,", "地区生产总值", "亿元"),
        ("达到480万,", "常住人口", "万人"),
        ("突破5亿,", "标识注册", "亿"),
        ("达到60%,", "覆盖率", "%"),
    ],
)
def test_units_left_out(text: str, name: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert infer_unit(quantity, name) == unit


def test_denominators() -> None:
    assert read_per("每千名老人拥有床位", "达到") == "每千名"
    assert read_per("低保标准", "提高到每人每月") == "每人每月"
    assert read_per("床位", "达到") == ""


def test_sums_over_several_years() -> None:
    text = "累计培育农场800家,新增技师2万人。"
    first, second = find_frames(text, ())
    assert is_cumulative(first, text)
    assert not is_cumulative(second, text)
