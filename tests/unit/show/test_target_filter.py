"""Which targets a list shows, and in which order."""

import pytest
from django.http import QueryDict

from lantu.show.target_filter import NAMELESS, list_choices, list_targets, pick_targets, read_asked
from tests.unit.show.city import CITY, City


def names(query: str) -> list[str]:
    return [t.name for t in pick_targets(list_targets(), read_asked(QueryDict(query)))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=gdp", ["地区生产总值"]),
        ("q=生态环境局", ["优良天数比率"]),
        ("class=missed", ["地区生产总值"]),
        ("class=late", ["地区生产总值", "优良天数比率"]),
        ("binding=yes", ["单位能耗降低", "优良天数比率"]),
        ("binding=yes&class=late", ["优良天数比率"]),
        ("group=民生福祉", ["城乡居民收入比"]),
        ("department=统计局", ["地区生产总值"]),
        ("place=990101", []),
        ("place=nonsense", []),
    ],
)
def test_filters(city: City, query: str, found: list[str]) -> None:
    assert names(query) == found


def test_without_filters_all_in_the_order_of_the_plan(city: City) -> None:
    assert names("") == ["地区生产总值", "常住人口城镇化率", "单位能耗降低", "优良天数比率", "城乡居民收入比"]
    assert names("sort=nonsense") == names("")


def test_the_worst_come_first_and_the_order_can_be_turned(city: City) -> None:
    assert names("sort=standing")[:2] == ["地区生产总值", "优良天数比率"]
    assert names("sort=-standing")[-1] == "地区生产总值"


def test_what_has_no_owner_can_be_asked_for(city: City) -> None:
    nameless = names(f"department={NAMELESS}")
    assert "单位能耗降低" in nameless
    assert "地区生产总值" not in nameless


def test_filters_offer_what_there_is(city: City) -> None:
    asked = read_asked(QueryDict(f"place={CITY}&class=late"))
    choices = list_choices(list_targets(), asked)
    assert [(c.code, c.is_chosen) for c in choices["place"]] == [(CITY, True)]
    assert [c.code for c in choices["class"] if c.is_chosen] == ["late"]
    assert choices["department"][-1].code == NAMELESS
    assert asked.but(place="").query() == "?class=late"
