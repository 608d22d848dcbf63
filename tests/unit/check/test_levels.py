"""Districts and the city above them."""

from lantu.check.levels import is_above, is_total, pair_levels
from lantu.check.material import gather_material
from lantu.read import read_text
from lantu.run.gazetteer import read_gazetteer

TABLE = """{place}国民经济和社会发展第十四个五年规划纲要

表1 {place}“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值 | 亿元 | {base} | {target} | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.1 | 84 | 预期性 |
"""
CITY = read_text(TABLE.format(place="嘉兴市", base="5000", target="7000"), "市.txt", places=read_gazetteer())
DISTRICT = read_text(TABLE.format(place="嘉兴市秀洲区", base="500", target="700"), "区.txt", places=read_gazetteer())


def test_the_code_says_who_is_above() -> None:
    assert is_above(CITY, DISTRICT)
    assert not is_above(DISTRICT, CITY)
    assert not is_above(CITY, CITY)


def test_rows_of_one_indicator_are_paired() -> None:
    pairs = list(pair_levels(gather_material([CITY, DISTRICT])))
    names = [pair.below_target.name for pair in pairs if pair.below_target]
    assert names == ["地区生产总值", "人均预期寿命"]
    first = pairs[0]
    assert first.below_base is not None
    assert first.above_base is not None
    assert (first.below_base.amount, first.above_base.amount) == (500, 5000)


def test_totals_add_up_and_averages_do_not() -> None:
    claims = gather_material([CITY]).claims
    assert {c.name: is_total(c) for c in claims} == {"地区生产总值": True, "人均预期寿命": False}
