"""Price bases written at figures of running text."""

import pytest

from lantu.core.entry import Entry, PriceBasis
from lantu.read import read_text

CURRENT, COMPARABLE, NOT_STATED = PriceBasis.CURRENT, PriceBasis.COMPARABLE, PriceBasis.NOT_STATED
PLAN = "云山市国民经济和社会发展第十四个五年规划纲要\n\n一、主要目标\n\n到2025年，{}\n"

Told = tuple[str, str, PriceBasis, int | None]


def read(sentence: str) -> list[Entry]:
    return list(read_text(PLAN.format(sentence), "plan.txt").entries)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("地区生产总值达到1750亿元（2020年价）。", [("地区生产总值", "1750", COMPARABLE, 2020)]),
        ("地区生产总值按2020年价计算达到1750亿元。", [("地区生产总值", "1750", COMPARABLE, 2020)]),
        ("地区生产总值达到1750亿元，按2020年不变价计算。", [("地区生产总值", "1750", COMPARABLE, 2020)]),
        ("进出口总额现价达到300亿元。", [("进出口总额", "300", CURRENT, None)]),
        ("研发经费年均增长7%（按现价计算）。", [("研发经费", "7", CURRENT, None)]),
        (
            "地区生产总值达到1750亿元，按可比价计算年均增长6.2%。",
            [("地区生产总值", "1750", NOT_STATED, None), ("地区生产总值", "6.2", COMPARABLE, None)],
        ),
        (
            "按可比价格计算，地区生产总值达到1750亿元，年均增长6.2%。",
            [("地区生产总值", "1750", NOT_STATED, None), ("地区生产总值", "6.2", COMPARABLE, None)],
        ),
        (
            "按可比价格计算，地区生产总值年均增长6.2%。渔业产值达到30亿元。",
            [("地区生产总值", "6.2", COMPARABLE, None), ("渔业产值", "30", NOT_STATED, None)],
        ),
    ],
)
def test_the_figure_beside_the_word_has_its_prices(sentence: str, told: list[Told]) -> None:
    entries = read(sentence)
    assert [(e.indicator, str(e.value), e.price_basis, e.price_year) for e in entries] == told
    assert {e.year for e in entries} == {2025}


def test_what_is_written_at_the_figure_is_no_inference_and_is_cited() -> None:
    (entry,) = read("地区生产总值达到1750亿元（2020年价）。")
    assert not any(i.field == "price_basis" for i in entry.inferred)
    assert entry.derived_from[-1].quote == "2020年价"


def test_people_have_no_prices() -> None:
    (entry,) = read("按2020年价计算，新增就业3万人。")
    assert (entry.value, entry.price_basis) == (3, NOT_STATED)
