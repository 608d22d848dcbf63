"""Findings, alignments and comparisons as JSON."""

import json

from lantu.check.compare import compare_readings
from lantu.check.documents import check_readings
from lantu.check.json_form import check_to_json, compare_to_json
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

到2025年，农产品冷藏能力达到22万吨。

表1 临江市“十四五”主要指标

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 农产品冷藏能力 | 万吨 | 20 | 25 | 约束性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""


def test_findings_have_their_type_figures_and_quotes() -> None:
    reading = read_text(TEXT, "甲.txt")
    form = json.loads(json.dumps(check_to_json([reading], *check_readings([reading]))))
    assert form["documents"] == ["甲.txt"]
    (finding,) = form["findings"]
    assert (finding["type"], finding["computed"]) == ("prose_vs_table", {"prose": 22, "table": 25})
    for evidence in finding["evidence"]:
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["quote"]
    (alignment,) = form["alignments"]
    assert alignment["relation"] == "same"
    assert alignment["a"]["doc"] == "甲.txt"


def test_comparisons_have_both_sides() -> None:
    reading = read_text(TEXT, "甲.txt")
    form = json.loads(json.dumps(compare_to_json((reading, reading), compare_readings(reading, reading))))
    assert {row["verdict"] for row in form["targets"]} == {"same"}
    assert form["targets"][0]["first"]["quote"]
