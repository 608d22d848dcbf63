"""What a search finds."""

import pytest

from lantu.run.searching import index_all
from lantu.store.fetch.search import search_index
from tests.unit.show.city import CITY, City


@pytest.fixture
def indexed(city: City) -> City:
    index_all()
    return city


@pytest.mark.parametrize(
    "wanted", ["地区生产总值", "生产总值", "dqsczz", "diqusheng", "GDP", "gdp", "Gross domestic", "地区 总值"]
)
def test_an_indicator_by_any_of_its_names(indexed: City, wanted: str) -> None:
    (indicator, target, *_) = search_index(wanted, 5)
    assert (indicator.kind, indicator.rows[0].thing) == ("indicator", "gdp")
    assert (target.kind, target.rows[0].title) == ("target", "地区生产总值")


def test_sentences_and_places(indexed: City) -> None:
    found = {group.kind: group for group in search_index("力争1万亿元", 5)}
    assert [row.thing for row in found["sentence"].rows] == ["e9"]
    assert search_index("jq", 5)[-1].rows[0].title == "甲区"


def test_what_begins_with_the_words_comes_first_and_the_rest_is_announced(indexed: City) -> None:
    (indicator, *_) = search_index("收入", 1)
    assert indicator.has_more
    assert search_index("城", 5)[0].rows[0].title.startswith("城")


def test_nothing_is_found_where_nothing_is_asked_or_there(indexed: City) -> None:
    assert search_index("  ", 5) == []
    assert search_index("nothing of the kind", 5) == []
    assert search_index("100%_", 5) == []


def test_only_in_the_places_one_may_see(indexed: City) -> None:
    kinds = [group.kind for group in search_index("地区生产总值", 5, ["990101"])]
    assert kinds == ["indicator"]
    assert "target" in [group.kind for group in search_index("地区生产总值", 5, [CITY])]
