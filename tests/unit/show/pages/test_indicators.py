"""指标 list."""

import re

import pytest
from django.test import Client

from lantu.show.pages.indicators import is_found
from tests.unit.show.city import DEFINITIONS, City


def test_those_with_targets_come_first(city: City, reader: Client) -> None:
    codes = re.findall(r"<td><code>(\w+)</code></td>", reader.get("/indicators").text)
    assert codes == ["gdp", "good_air", "income_ratio", "urban_rate", "rural_income", "urban_income"]


@pytest.mark.parametrize("wanted", ["GDP", "gdp", "ＧＤＰ", "生产总值", "domestic", "统计局"])
def test_names_aliases_codes_and_owners_are_searched(wanted: str) -> None:
    assert is_found(DEFINITIONS[0], wanted)
    assert not is_found(DEFINITIONS[1], wanted)


def test_nothing_found_says_so(city: City, reader: Client) -> None:
    assert "没有找到“&lt;火星&gt;”" in reader.get("/indicators", {"q": "<火星>"}).text


def test_filters_order_and_columns(city: City, reader: Client) -> None:
    def codes(**query: str) -> list[str]:
        return re.findall(r"<td><code>(\w+)</code></td>", reader.get("/indicators", query).text)

    assert codes(q="dqsczz") == ["gdp"]
    assert codes(owner="统计局") == ["gdp"]
    assert set(codes(**{"with": "targets"})) == {"gdp", "good_air", "income_ratio", "urban_rate"}
    assert codes(sort="-code")[0] == "urban_rate"
    assert codes(cols="unit") == []


def test_csv_of_the_list(city: City, reader: Client) -> None:
    text = reader.get("/indicators.csv", {"q": "gdp"}).content.decode("utf-8-sig")
    assert text.splitlines() == ["名称,单位,责任部门,目标,数值,代码", "地区生产总值,亿元,统计局,1,4,gdp"]
