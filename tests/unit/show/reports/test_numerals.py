"""Numbers of a line, and which of them state nothing."""

import pytest

from lantu.show.reports.numerals import find_tokens, is_plain, read_digits, read_unit, says_the_same


def stated(text: str) -> list[str]:
    return [token.text for token in find_tokens(text) if not is_plain(text, token)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2024年地区生产总值7,569.5亿元，增长5.5%。", ["7,569.5亿元", "5.5%"]),
        ("PM2.5平均浓度27微克/立方米，降低-3.2%", ["27微克/立方米", "-3.2%"]),
        ("嘉政发〔2021〕12号第3条，2021-2025年，2025年1—11月，10月18日", []),
        ("1. 主要指标", []),
        ("（2）表3和附件1见第12页", []),
        ("G60科创走廊、5G基站3.2万个、5A级景区2家", ["3.2万个", "2家"]),
        ("增长百分之八，投资三千亿元，三大行动", ["百分之八", "三千亿元"]),
        ("收入比1.61:1，时速300公里/小时", ["1.61:1", "300公里/小时"]),
        ("完成１２．８亿元", ["１２．８亿元"]),
    ],
    ids=["money", "air", "documents", "heading", "tables", "names", "spoken", "ratios", "wide"],
)
def test_figures_are_told_from_years_and_names(text: str, figures: list[str]) -> None:
    assert stated(text) == figures


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("6,355.28亿元", "6355.28 亿元", True),
        ("6355.28亿元", "0.635528万亿元", True),
        ("6355.28亿元", "6355.28万元", False),
        ("6355.28", "6355.28亿元", False),
        ("−3.2%", "-3.20%", True),
        ("3.2%", "-3.2%", False),
        ("5.5%", "5.5个百分点", False),
        ("滞后", "滞后", True),
    ],
    ids=["grouped", "converted", "unit", "bare", "minus", "sign", "points", "words"],
)
def test_two_writings_of_a_figure(one: str, two: str, same: bool) -> None:
    assert says_the_same(one, two) is same


def test_parts_of_a_writing() -> None:
    assert (read_digits("7,569.5亿元"), read_unit("7,569.5亿元")) == ("7,569.5", "亿元")
    assert (read_digits("滞后"), read_unit("7,569.5")) == ("滞后", "")
