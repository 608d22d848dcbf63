"""Mentions of years and what they do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read.years import Clock, Role, find_years, read_plan_name, read_year

CLOCK = Clock(2021, 2020, None)


@pytest.mark.parametrize(
    ("text", "year", "role"),
    [
        ("到2025年,总量达到", 2025, Role.DUE),
        ("2023年底前建成", 2023, Role.DUE),
        ("2020年,全市实现", 2020, Role.PLAIN),
        ("在2018年基础上翻番", 2018, Role.BASE),
        ("较2015年增长", 2015, Role.BASE),
        ("是2015年的2倍", 2015, Role.BASE),
        ("2016年以来累计", 2016, Role.SINCE),
        ("2021年至2023年实施", 2023, Role.INTERVAL),
        ("2021-2025年实施", 2025, Role.INTERVAL),
        ("到二〇三五年建成", 2035, Role.DUE),
        ("“十四五”时期,力争", 2025, Role.INTERVAL),
        ("“十三五”末达到", 2020, Role.DUE),
        ("去年完成", 2020, Role.PLAIN),
        ("今年新增", 2021, Role.PLAIN),
        ("比上年增长", 2019, Role.BASE),
        ("五年来累计", 2020, Role.INTERVAL),
        ("目前已有", 2020, Role.NOW),
        ("每年培育", None, Role.ANNUAL),
    ],
)
def test_mentions(text: str, year: int | None, role: Role) -> None:
    (mention,) = find_years(text, CLOCK)
    assert (mention.year, mention.role) == (year, role)


@pytest.mark.parametrize("text", ["印发《2018—2022年规划》", "2021年3月5日印发", "没有年份", "列入“十三五”规划"])
def test_what_names_no_time(text: str) -> None:
    assert find_years(text, CLOCK) == ()


def test_years_are_relative_to_the_document() -> None:
    (mention,) = find_years("今年建成", Clock(2018, 2017, None))
    assert mention.year == 2018


def test_without_a_date_this_year_is_unknown() -> None:
    assert find_years("今年建成", Clock(None, None, None)) == ()


def test_the_future_ends_with_the_plan() -> None:
    (mention,) = find_years("未来五年将建成", Clock(2021, 2020, (2021, 2025)))
    assert mention.year == 2025


def test_chinese_digits() -> None:
    assert read_year("二〇三五") == 2035


@pytest.mark.parametrize(
    ("title", "year"), [("“十四五”发展思路", 2025), ("第十五个五年规划", 2030), ("“一二三”工程", None)]
)
def test_plan_names(title: str, year: int | None) -> None:
    assert read_plan_name(title) == year


@given(st.text(alphabet="到至较比在是2015年底前末以来“十四五”时期去今每目前《》、-的基础上", max_size=30))
def test_mentions_lie_in_the_text(text: str) -> None:
    for mention in find_years(text, CLOCK):
        assert 0 <= mention.start < mention.end <= len(text)
