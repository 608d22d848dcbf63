"""Which names lead to which definition, and which must not."""

import pytest

from lantu.check.match import is_unit_fitting, match_indicator
from lantu.core.catalogue import Catalogue
from lantu.core.definition import Definition, Direction, Kind


def define(code: str, name: str, unit: str, *aliases: str, kind: Kind = Kind.LEVEL, of: str = "") -> Definition:
    return Definition(code, name, unit, Direction.UP, kind, aliases=aliases, growth_of=of)


CATALOGUE = Catalogue(
    (
        define("gdp", "地区生产总值", "亿元", kind=Kind.FLOW),
        define("gdp_growth", "地区生产总值增长率(可比价)", "%", "地区生产总值增长", kind=Kind.GROWTH, of="gdp"),
        define("gdp_per_head", "人均地区生产总值", "元"),
        define("rd", "研发经费支出占地区生产总值比重", "%"),
        define("urban", "常住人口城镇化率", "%"),
        define("urban_registered", "户籍人口城镇化率", "%"),
        define("unemployed_survey", "城镇调查失业率", "%"),
        define("unemployed_register", "城镇登记失业率", "%"),
        define("pm25", "设区城市细颗粒物(PM2.5)平均浓度", "微克/立方米", "PM2.5平均浓度"),
        define("good_days", "设区城市空气质量优良天数比率", "%"),
        define("water_province", "地表水达到或好于Ⅲ类水体比例(省控断面)", "%"),
        define("water_city", "地表水达到或好于Ⅲ类水体比例(市控断面)", "%"),
        define("trade", "货物贸易进出口额", "亿元", kind=Kind.FLOW),
        define("income_ratio", "城乡收入比", ""),
        define("online", "依申请政务服务办件“一网通办”率", "%"),
        define("doctors", "每千人口拥有执业(助理)医师数", "人"),
        define("energy_cut", "单位地区生产总值能源消耗降低", "%", kind=Kind.GROWTH),
        define("productivity_growth", "全员劳动生产率年均增长", "%", kind=Kind.GROWTH),
        define("life", "人均预期寿命", "岁"),
        define("industry", "规上工业总产值", "亿元", kind=Kind.FLOW),
    )
)


@pytest.mark.parametrize(
    ("name", "unit", "code", "how"),
    [
        ("地区生产总值", "亿元", "gdp", "exact"),
        ("地区生产总值", "万亿元", "gdp", "exact"),
        (" 地区 生产总值", "", "gdp", "exact"),
        ("依申请政务服务办件一网通办率", "%", "online", "exact"),
        ("地表水达到或好于III类水体比例（省控断面）", "%", "water_province", "exact"),
        ("PM2.5平均浓度", "微克/立方米", "pm25", "alias"),
        ("地区生产总值(GDP)", "亿元", "gdp", "folded"),
        ("全市生产总值", "亿元", "gdp", "folded"),
        ("人均GDP", "万元", "gdp_per_head", "folded"),
        ("R&D经费支出占GDP比重", "%", "rd", "folded"),
        ("研发投入强度", "%", "rd", "folded"),
        ("全社会研发经费投入占地区生产总值比重", "%", "rd", "folded"),
        ("设区城市PM2.5年均浓度", "μg/m³", "pm25", "folded"),
        ("设区城市空气优良率", "%", "good_days", "folded"),
        ("外贸进出口总额", "亿元", "trade", "folded"),
        ("城乡居民收入比", "倍", "income_ratio", "folded"),
        ("每千人口执业(助理)医师数", "名", "doctors", "folded"),
        ("单位GDP能耗下降", "%", "energy_cut", "folded"),
        ("全员劳动生产率年均增速", "%", "productivity_growth", "folded"),
        ("人均期望寿命", "岁", "life", "folded"),
        ("规模以上工业总产值", "亿元", "industry", "folded"),
    ],
)
def test_finds(name: str, unit: str, code: str, how: str) -> None:
    match = match_indicator(name, unit, CATALOGUE)
    assert match is not None
    assert (match.code, match.how) == (code, how)
    assert match.reason


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("城镇化率", "%"),  # whose: 常住 or 户籍
        ("城镇失业率", "%"),  # 登记 or 调查
        ("地表水达到或好于Ⅲ类水体比例", "%"),  # 省控 or 市控
        ("地表水达到或好于Ⅲ类水体比例(国控断面)", "%"),
        ("全市PM2.5平均浓度", "微克/立方米"),  # the urban area is not the whole city
        ("全市空气质量优良天数比率", "%"),
        ("全区空气质量优良天数比率", "%"),
        ("地区生产总值增长率(名义)", "%"),
        ("地区生产总值", "%"),  # the unit of its growth
        ("地区生产总值", "亿美元"),
        ("人均地区生产总值", "万人"),
        ("单位地区生产总值能源消耗", "吨标煤/万元"),  # a level, not its cut
        ("工业总产值", "亿元"),  # all of industry
        ("新增地区生产总值", "亿元"),
        ("服务业增加值占地区生产总值比重", "%"),
        ("", ""),
    ],
)
def test_does_not_guess(name: str, unit: str) -> None:
    assert match_indicator(name, unit, CATALOGUE) is None


def test_a_promise_of_growth_finds_the_growth_first() -> None:
    match = match_indicator("地区生产总值", "%", CATALOGUE, "growth_rate")
    assert match is not None
    assert match.code == "gdp_growth"


def test_a_promise_of_growth_falls_back_to_the_level() -> None:
    match = match_indicator("规上工业总产值年均增长", "%", CATALOGUE, "growth_rate")
    assert match is not None
    assert match.code == "industry"


def test_a_name_of_two_definitions_is_not_matched() -> None:
    twins = Catalogue((define("a", "甲", "%"), define("b", "乙", "%", "甲方"), define("c", "丙", "%", "甲方")))
    assert match_indicator("甲方", "%", twins) is None


def test_the_unit_decides_between_two_of_one_name() -> None:
    twins = Catalogue((define("a", "甲", "亿元", "丙"), define("b", "乙", "%", "丙")))
    match = match_indicator("丙", "%", twins)
    assert match is not None
    assert match.code == "b"


def test_an_unknown_unit_always_fits() -> None:
    assert is_unit_fitting("", "亿元")
    assert is_unit_fitting("倍", "")
    assert not is_unit_fitting("万人", "亿元")
