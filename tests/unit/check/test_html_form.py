"""The page that needs nothing else."""

import re

from lantu.check.documents import check_readings
from lantu.check.html_form import check_to_html
from lantu.read import read_text

TEXT = "临江市发展规划\n\n2020年，三次产业结构为2.3:52.9:45.8，<b>服务业</b>比重提高。\n"


def test_the_quote_is_marked_in_its_sentence_and_words_are_escaped() -> None:
    reading = read_text(TEXT, "甲<1>.txt")
    page = check_to_html([reading], check_readings([reading])[1])
    assert "三次产业结构为<mark>2.3:52.9:45.8</mark>，&lt;b&gt;服务业" in page
    assert "甲&lt;1&gt;.txt" in page
    assert "错误1条" in page


def test_nothing_is_fetched_from_elsewhere() -> None:
    reading = read_text(TEXT, "甲.txt")
    page = check_to_html([reading], check_readings([reading])[1])
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)


def test_a_cell_is_shown_with_its_row_and_column() -> None:
    table = """临江市国民经济和社会发展第十四个五年规划纲要

| 序号 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
| --- | --- | --- | --- | --- | --- |
| 1 | 失业保险参保人数 | 万人 | 30.5 | 29.5 | 预期性 |
| 2 | 人均预期寿命 | 岁 | 80.0 | 81.0 | 预期性 |
"""
    reading = read_text(table, "甲.txt")
    page = check_to_html([reading], check_readings([reading])[1])
    assert "甲.txt · 失业保险参保人数 · 2025年" in page
