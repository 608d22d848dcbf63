"""Which indicator a relative promise is measured against."""

import pytest

from lantu.check.partner import match_partner
from lantu.core.catalogue import Catalogue
from lantu.core.definition import Definition, Direction, Kind

GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW, price_basis="current")
REAL = Definition(
    "gdp_growth", "地区生产总值增长率", "%", Direction.UP, Kind.GROWTH, price_basis="comparable", growth_of="gdp"
)
INCOME = Definition("income_growth", "收入年均增长", "%", Direction.UP, Kind.GROWTH, price_basis="comparable")
SERVICES = Definition("services_growth", "服务业年均增长", "%", Direction.UP, Kind.GROWTH, price_basis="current")
CATALOGUE = Catalogue((GDP, REAL, INCOME, SERVICES))


@pytest.mark.parametrize(
    "words", ["经济增长", "地区生产总值年均增长", "与经济增长基本同步", "GDP年均增长", "高于地区生产总值年均增长"]
)
def test_takes_the_partner_of_the_same_price_basis(words: str) -> None:
    real, nominal = match_partner(words, INCOME, CATALOGUE), match_partner(words, SERVICES, CATALOGUE)
    assert real is not None
    assert nominal is not None
    assert (real.code, nominal.code) == ("gdp_growth", "gdp")


def test_a_growth_figure_goes_before_one_computed_from_levels() -> None:
    found = match_partner("经济增长", None, CATALOGUE)
    assert found is not None
    assert found.code == "gdp_growth"


def test_no_partner_of_the_basis_is_none() -> None:
    assert match_partner("经济增长", INCOME, Catalogue((GDP, INCOME))) is None


def test_unknown_words_are_none() -> None:
    assert match_partner("发达经济体水平", INCOME, CATALOGUE) is None


def test_a_growth_known_without_its_level_is_found() -> None:
    found = match_partner("地区生产总值增长", INCOME, Catalogue((REAL, INCOME)))
    assert found is not None
    assert found.code == "gdp_growth"
