"""Paragraphs with their places."""

from lantu.check.paragraphs import list_paragraphs
from lantu.read import read_text

TEXT = """临江市国民经济和社会发展第十四个五年规划纲要

一、发展基础

  过去五年，全市经济持续增长。

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 地区生产总值 | 亿元 | 500 | 800 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""


def test_paragraphs_quote_the_text_and_know_what_they_are() -> None:
    paragraphs = list_paragraphs(read_text(TEXT, "甲.txt"))
    assert all(TEXT[p.start : p.end] == p.text for p in paragraphs)
    roles = {p.text[:4]: p.role for p in paragraphs}
    assert roles["过去五年"] == "text"
    assert roles["一、发展"] == "head"
    assert roles["| 1 "] == "table"
    assert next(p for p in paragraphs if p.text.startswith("过去")).han == 12


def test_a_paragraph_knows_whether_it_is_finished() -> None:
    paragraphs = list_paragraphs(read_text("全市经济持续增长。\n\n全市经济持\n\n2021年5月20日\n", "甲.txt"))
    assert [p.is_finished for p in paragraphs] == [True, False, True]
