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
