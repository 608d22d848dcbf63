"""Words of prices."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.entry import PriceBasis
from lantu.read.prices import find_prices

CURRENT, COMPARABLE = PriceBasis.CURRENT, PriceBasis.COMPARABLE


@pytest.mark.parametrize(
    ("words", "basis", "year"),
    [
        ("绝对数按现价计算", CURRENT, None),
        ("按当年价格核算", CURRENT, None),
        ("按现行价格计算", CURRENT, None),
        ("增速按可比价格计算", COMPARABLE, None),
        ("产值(不变价)", COMPARABLE, None),
        ("按2015年不变价计算", COMPARABLE, 2015),
        ("1200亿元(2020年价)", COMPARABLE, 2020),
        ("以2020年价格计算", COMPARABLE, 2020),
    ],
)
def test_words_and_their_basis(words: str, basis: PriceBasis, year: int | None) -> None:
    (found,) = find_prices(words)
    assert (found.basis, found.year) == (basis, year)
    assert (found.opens is not None) == ("(" in words)


@pytest.mark.parametrize(
    "words",
    [
        "2020年价格总水平上涨2%",
        "实现价值1200亿元",
        "体现价格改革",
        "可比价值",
        "2025年价格指数",
        "未按可比价计算",
        "评价",
        "现价位",
    ],
)
def test_other_words_are_not_of_prices(words: str) -> None:
    assert list(find_prices(words)) == []


@given(st.text("按以20年1不变可比现当行价格计算()，亿元", max_size=40))
def test_mentions_stand_in_order_and_inside(text: str) -> None:
    found = list(find_prices(text))
    bounds = [at for word in found for at in (word.start, word.end)]
    assert bounds == sorted(bounds)
    assert all("价" in text[word.start : word.end] and word.basis is not PriceBasis.NOT_STATED for word in found)
