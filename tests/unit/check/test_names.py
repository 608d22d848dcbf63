"""Names find their indicator again, and scopes are kept apart."""

import pytest

from lantu.check.names import key_of, relate_scopes
from lantu.core.finding import Relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("地区生产总值", "经济总量"),
        ("研究与试验发展经费支出占地区生产总值比重", "研发经费投入强度"),
        ("农民人均可支配收入", "农村居民人均可支配收入"),
        ("新增城镇就业人数", "城镇新增就业"),
        ("单位地区生产总值能耗降低", "单位地区生产总值能源消耗降低"),
        ("城乡居民收入水平差距", "收入比"),
        ("进出口规模", "货物贸易进出口额"),
        ("人均期望寿命", "人均预期寿命"),
        ("市控及以上断面Ⅲ类水比例", "河流Ⅲ类及以上水质的市控断面占比"),
    ],
)
def test_two_names_of_one_indicator(a: str, b: str) -> None:
    assert key_of(a) == key_of(b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("林木覆盖率", "森林覆盖率"),
        ("每万人发明专利拥有量", "每万人高价值发明专利拥有量"),
        ("常住人口", "常住人口城镇化率"),
    ],
)
def test_two_indicators_with_like_names(a: str, b: str) -> None:
    assert key_of(a).stem != key_of(b).stem


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("城镇登记失业率", "城镇调查失业率"),
        ("常住人口城镇化率", "户籍人口城镇化率"),
        ("每千人口拥有医师数(户籍人口)", "每千人口拥有医师数(常住人口)"),
        ("地表水达到或好于Ⅲ类水体比例（省控断面）", "河流Ⅰ—Ⅲ类水质市控断面比例"),
    ],
)
def test_scopes_are_told_apart(a: str, b: str) -> None:
    first, second = key_of(a), key_of(b)
    assert first.stem == second.stem
    relation, reason = relate_scopes(first.scopes, second.scopes)
    assert relation is Relation.SCOPE_DIFFERS
    assert "口径不同" in reason


def test_a_name_without_an_area_may_mean_the_one_with_it() -> None:
    wide, narrow = key_of("细颗粒物(PM2.5)浓度"), key_of("设区城市细颗粒物（PM2.5）平均浓度")
    assert wide.stem == narrow.stem
    assert relate_scopes(wide.scopes, narrow.scopes)[0] is Relation.SAME


def test_growth_in_the_name_is_told() -> None:
    growth = key_of("全员劳动生产率年均增长")
    assert growth.is_growth
    assert growth.stem == key_of("全员劳动生产率").stem
    assert not key_of("新增就业").is_growth


def test_the_own_place_says_nothing() -> None:
    assert key_of("临江市地区生产总值", ("临江市",)) == key_of("地区生产总值")
    assert key_of("全市地区生产总值") == key_of("地区生产总值")
