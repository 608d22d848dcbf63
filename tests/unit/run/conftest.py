"""A registry with two places and two definitions, and a short plan of our own."""

import pytest

from lantu.core.place import Place

DEFINITIONS = """
indicators:
  - {code: gdp, name: 地区生产总值, unit: 亿元, direction: up, kind: flow, aliases: [GDP]}
  - {code: urban, name: 常住人口城镇化率, unit: "%", direction: up, kind: level}
"""
PLAN = """青湖市国民经济和社会发展第十四个五年规划纲要

三、发展目标

到2025年，地区生产总值达到880亿元，常住人口城镇化率达到70%以上。

表1 青湖市“十四五”时期主要指标

| 类别 | 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|---|
| 经济发展 | 1 | 地区生产总值 | 亿元 | 600 | 900 | 预期性 |
| 经济发展 | 2 | 常住人口城镇化率 | % | 65 | 70以上 | 约束性 |
"""


@pytest.fixture
def places(db: None) -> None:
    from lantu.run.setting_up import record_places  # tables can be imported only once Django is set up

    record_places([Place("330400", "青湖市", "prefecture"), Place("330411", "南屏区", "county", "330400")], by="test")


@pytest.fixture
def definitions(places: None) -> None:
    from lantu.run.setting_up import record_definitions

    changed, diagnostics = record_definitions(DEFINITIONS, "indicators.yml", by="test")
    assert changed == 2, diagnostics


@pytest.fixture
def plan_bytes() -> bytes:
    return PLAN.encode()
