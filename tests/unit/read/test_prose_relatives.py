"""Promises measured against something else."""

import pytest

from lantu.read.prose_relatives import find_relatives


@pytest.mark.parametrize(
    ("text", "name", "partner", "comparator"),
    [
        ("居民收入增长与经济增长基本同步。", "居民收入", "经济增长", "~"),
        ("研发投入增速高于全省平均。", "研发投入增速", "全省平均", ">"),
        ("民间投资增速不低于全省,", "民间投资增速", "全省", ">="),
        ("人均生产总值达到中等发达国家水平。", "人均生产总值", "中等发达国家", "~"),
    ],
)
def test_ties(text: str, name: str, partner: str, comparator: str) -> None:
    (relative,) = find_relatives(text)
    assert (relative.name.text, relative.partner, relative.comparator) == (name, partner, comparator)


def test_two_ties_in_one_clause() -> None:
    found = find_relatives("居民收入增长和经济增长同步、劳动报酬提高和劳动生产率提高同步。")
    assert [relative.partner for relative in found] == ["经济增长", "劳动生产率提高"]


@pytest.mark.parametrize("text", ["推进新区与老城同步建设。", "提高治理水平。", "标准高于5项。"])
def test_words_that_tie_nothing_measurable(text: str) -> None:
    assert find_relatives(text) == ()
