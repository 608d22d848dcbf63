"""A report edited in LibreOffice: verify names exactly what is wrong, unbound or revised, and nothing else."""

from pathlib import Path

import pytest

from lantu.core.place import Place
from lantu.core.report import FaultKind, ReportKind
from tests.office import edit_file, find_program

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.on_sqlite(reason="it is about the file; reports are made on both databases by other tests"),
    pytest.mark.skipif(not find_program(), reason="no LibreOffice: install libreoffice-writer-nogui"),
]

DEFINITIONS = """
indicators:
  - {code: gdp, name: 地区生产总值, unit: 亿元, direction: up, kind: flow, aliases: [GDP]}
  - {code: urban, name: 常住人口城镇化率, unit: "%", direction: up, kind: level}
  - {code: pm25, name: PM2.5平均浓度, unit: 微克/立方米, direction: down, kind: level}
"""
PLAN = """青湖市国民经济和社会发展第十四个五年规划纲要

三、发展目标

表1 青湖市“十四五”时期主要指标

| 类别 | 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
|---|---|---|---|---|---|---|
| 经济发展 | 1 | 地区生产总值 | 亿元 | 600 | 900 | 预期性 |
| 经济发展 | 2 | 常住人口城镇化率 | % | 65 | 70以上 | 约束性 |
| 生态环境 | 3 | PM2.5平均浓度 | 微克/立方米 | 31 | 27以下 | 约束性 |
"""
HEAD = "place_code,indicator,period,value,unit,source,published_on\n"
RETURN = HEAD + "".join(
    f"330400,{name},{year},{value},{unit},青湖市{year}年统计公报,{year + 1}-02-20\n"
    for name, unit, values in (
        ("地区生产总值", "亿元", (600, "655.3", "701.8", "742.6")),
        ("常住人口城镇化率", "%", (65, "65.9", "66.8", "67.4")),
        ("PM2.5平均浓度", "微克/立方米", (31, 30, "29.2", "28.4")),
    )
    for year, value in zip(range(2020, 2024), values, strict=True)
)
REVISED = HEAD + "330400,常住人口城镇化率,2023,67.9,%,青湖市2023年统计公报（修订）,2024-12-20\n"

EDITS = """
  FindText(doc, "742.6", "地区生产总值：2023年").String = "748.6"
  tables = doc.getTextTables()
  tables.getByIndex(0).getCellByName("E2").setString("950")
  tables.getByIndex(1).getCellByName("C2").setString("毫克/立方米")
  FindText(doc, "28.4", "PM2.5平均浓度（2023年").String = "26.4"
  found = FindText(doc, "。进展判断为", "PM2.5平均浓度：2023年")
  found.String = "，已投入治理资金12.8亿元。进展判断为"

  moved = FindText(doc, "常住人口城镇化率", "常住人口城镇化率：2023年")
  moved.gotoStartOfParagraph(False)
  moved.gotoEndOfParagraph(True)
  view = doc.CurrentController
  view.select(moved)
  taken = view.getTransferable()
  moved.String = ""
  target = FindText(doc, "本报告依据", "本报告依据")
  target.gotoEndOfParagraph(False)
  doc.Text.insertControlCharacter(target, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  view.select(target)
  view.insertTransferable(taken)
"""


@pytest.fixture
def report_key() -> int:
    from lantu.run.clock import today_in_china
    from lantu.run.judging import judge_all
    from lantu.run.measuring import measure_all
    from lantu.run.plans import read_version, receive_plan
    from lantu.run.reporting import make_report
    from lantu.run.returns import receive_return
    from lantu.run.setting_up import record_definitions, record_places
    from lantu.store.keep.plans import PlanFacts

    record_places([Place("330400", "青湖市", "prefecture")], by="test")
    record_definitions(DEFINITIONS, "indicators.yml", by="test")
    facts = PlanFacts("青湖市“十四五”规划", "330400", "outline", first_year=2021, last_year=2025)
    read_version(receive_plan(PLAN.encode(), "plan.md", facts, by="test"), by="test")
    receive_return(RETURN.encode(), "actuals.csv", by="test")
    measure_all(by="test")
    judge_all(by="test")
    from lantu.store.models import Plan

    return make_report(ReportKind.ANNUAL, Plan.objects.get().pk, as_of=today_in_china(), by="test", year=2023)


def revise() -> None:
    from lantu.run.measuring import measure_all
    from lantu.run.returns import receive_return

    receive_return(REVISED.encode(), "revised.csv", by="test")
    measure_all(by="test")


def test_nothing_is_named_in_a_file_that_was_only_stored_again(report_key: int, tmp_path: Path) -> None:
    from lantu.run.presses import find_press
    from lantu.run.reporting import print_report, verify_file

    stored = edit_file(print_report(report_key, "docx")[0], "", tmp_path)
    verdict = verify_file(stored)
    assert verdict.faults == ()
    assert find_press().read_file(stored).drawn, "charts were printed, and their pictures were found again"
    assert verdict.is_registered
    assert not verdict.is_copy_changed


def test_five_are_wrong_one_is_stale_and_the_moved_paragraph_is_neither(report_key: int, tmp_path: Path) -> None:
    from lantu.run.reporting import print_report, verify_file

    edited = edit_file(print_report(report_key, "docx")[0], EDITS, tmp_path)
    revise()
    verdict = verify_file(edited)
    named = [(fault.kind, fault.found, fault.expected) for fault in verdict.faults]
    assert sorted(named) == sorted(
        [
            (FaultKind.DIFFERS, "748.6亿元", "742.6亿元"),
            (FaultKind.DIFFERS, "950", "900"),
            (FaultKind.DIFFERS, "26.4微克/立方米", "28.4微克/立方米"),
            (FaultKind.UNIT_DIFFERS, "毫克/立方米", "微克/立方米"),
            (FaultKind.UNBOUND, "12.8亿元", ""),
            (FaultKind.REVISED, "67.4%", "67.9%"),
        ]
    )
    (revised,) = (fault for fault in verdict.faults if fault.kind is FaultKind.REVISED)
    assert any("滞后" in place for place in revised.places), "what rests on the value is named with it"
