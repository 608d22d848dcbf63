"""A version comes back from the registry as the reading it was, under what people said of the plan."""

import pytest

from lantu.check.documents import check_readings
from lantu.core.place import Place
from lantu.read import read_plan
from lantu.run.plans import read_version, receive_plan
from lantu.run.setting_up import record_places
from lantu.store.fetch.readings import fetch_reading
from lantu.store.keep.plans import PlanFacts
from lantu.store.models import PlanVersion

pytestmark = pytest.mark.django_db
TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

2021年3月5日

三、发展目标

到2025年，地区生产总值达到880亿元，常住人口城镇化率达到70%以上。

表1 临江市“十四五”时期主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|
| 1 | 地区生产总值 | 亿元 | 600 | 900 | 预期性 |
| 2 | 常住人口城镇化率 | % | 65 | 70以上 | 约束性 |
"""


def test_the_same_text_is_checked_alike_from_file_and_registry() -> None:
    record_places([Place("330400", "青湖市", "prefecture")], by="test")
    key = receive_plan(TEXT.encode(), "plan.md", PlanFacts("纲要", "330400"), by="li")
    read_version(key, by="li")
    version = PlanVersion.objects.get(pk=key)
    kept, read = fetch_reading(version), read_plan(TEXT.encode(), "plan.md")
    assert (kept.text, kept.sections, kept.tables, kept.entries) == (
        read.text,
        tuple(kept.sections),
        read.tables,
        read.entries,
    )
    assert [(s.id, s.span.quote, s.body_end) for s in kept.sections] == [
        (s.id, s.span.quote, s.body_end) for s in read.sections
    ]
    assert (kept.facts.source, kept.facts.region_code, kept.facts.period) == (str(key), "330400", (2021, 2025))
    assert kept.facts.issued_on == read.facts.issued_on
    told = [[(f.code, f.title) for f in check_readings([reading])[1]] for reading in (kept, read)]
    assert told[0] == told[1] != []


def test_a_version_read_before_facts_were_kept_is_told_by_its_plan() -> None:
    record_places([Place("330400", "青湖市", "prefecture")], by="test")
    key = receive_plan(TEXT.encode(), "plan.md", PlanFacts("纲要", "330400", kind="other"), by="li")
    read_version(key, by="li")
    PlanVersion.objects.filter(pk=key).update(facts=None)
    facts = fetch_reading(PlanVersion.objects.get(pk=key)).facts
    assert (facts.title, facts.kind, facts.region_name) == ("纲要", "other", "青湖市")


def test_places_in_the_file_come_back() -> None:
    record_places([Place("330400", "青湖市", "prefecture")], by="test")
    key = receive_plan(TEXT.encode(), "plan.md", PlanFacts("纲要", "330400"), by="li")
    read_version(key, by="li")
    version = PlanVersion.objects.get(pk=key)
    version.document.marks = [[0, 20, 1, 1, 0, 0, 0], [20, 90, 2, 3, 0, 0, 0]]
    assert [(mark.page, mark.paragraph) for mark in fetch_reading(version).marks] == [(1, 1), (2, 3)]
