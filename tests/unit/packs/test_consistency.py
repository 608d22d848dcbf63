"""Definitions among themselves."""

from lantu.core.definition import Definition, Direction, Kind, Ratio
from lantu.packs.consistency import check_definitions

GDP = Definition("gdp", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)
RD = Definition("rd", "研发经费支出", "亿元", Direction.UP, Kind.FLOW)
PEOPLE = Definition("people", "常住人口", "万人", Direction.NONE, Kind.LEVEL)


def share(unit: str, numerator: str, denominator: str) -> Definition:
    return Definition("s", "占比", unit, Direction.UP, Kind.RATIO, ratio=Ratio(numerator, denominator))


def codes(*definitions: Definition) -> list[str]:
    return [d.code for d in check_definitions(definitions, "f.yml", {d.code: 1 for d in definitions})]


def test_formulas_that_give_their_unit_pass() -> None:
    assert codes(GDP, RD, PEOPLE, share("%", "rd", "gdp")) == []
    assert codes(GDP, PEOPLE, share("元", "gdp", "people")) == []
    assert codes(GDP, PEOPLE, share("万元/人", "gdp", "people")) == []


def test_a_formula_of_another_dimension_is_reported() -> None:
    assert codes(GDP, PEOPLE, share("%", "gdp", "people")) == ["P008"]
    assert codes(GDP, PEOPLE, share("吨", "gdp", "people")) == ["P008"]


def test_unknown_parts_are_reported() -> None:
    assert codes(GDP, share("%", "rd", "gdp")) == ["P006"]
    assert codes(Definition("g", "增长", "%", Direction.UP, Kind.GROWTH, growth_of="gdp")) == ["P007"]


def test_a_name_shared_by_two_is_reported() -> None:
    other = Definition("x", "别的", "亿元", Direction.UP, Kind.FLOW, aliases=("地区 生产总值",))
    assert codes(GDP, other) == ["P005"]


def test_only_the_file_at_hand_is_spoken_of() -> None:
    other = Definition("x", "地区生产总值", "亿元", Direction.UP, Kind.FLOW)
    assert check_definitions((GDP, other), "f.yml", {}) == []
