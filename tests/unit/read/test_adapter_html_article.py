"""Which part of a page is the article."""

import pytest
from lxml import html

from lantu.read.adapter_html_article import find_article, is_tool_line

LONG = "<p>" + "到2025年，全市地区生产总值达到9000亿元，" * 10 + "</p>"


def find(body: str, head: str = "") -> tuple[str, tuple[str, ...]]:
    found = find_article(html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))
    return " ".join(found.element.text_content().split()), found.lead


def test_menus_are_dropped_and_the_title_is_kept() -> None:
    text, lead = find(
        f"<div class='top-nav'><a>首页</a>导航文字</div><h1>某市规划</h1><p>发文字号：某政发〔2021〕1号</p><div><div>{LONG}</div></div>"
    )
    assert text.startswith("到2025年")
    assert lead == ("某市规划", "发文字号：某政发〔2021〕1号")


def test_title_is_taken_from_the_head_where_the_page_shows_none() -> None:
    _, lead = find(f"<div>{LONG}</div><div>短</div>", "<title>某市“十四五”规划_某市人民政府</title>")
    assert lead == ("某市“十四五”规划",)


def test_title_inside_the_article_comes_once() -> None:
    text, lead = find(f"<div><h1>某市规划</h1>{LONG}</div><div>尾</div>", "<title>某市规划</title>")
    assert text.startswith("某市规划")
    assert lead == ()


def test_a_large_part_with_a_noisy_name_stays() -> None:
    text, _ = find(f"<div class='print-area login'>{LONG}</div>")
    assert "9000亿元" in text


def test_layout_table_is_entered_and_data_table_is_not() -> None:
    text, _ = find(f"<table><tr><td>左</td><td>{LONG * 2}</td></tr><tr><td></td><td></td></tr></table>")
    assert text.startswith("到2025年")
    rows = "".join(f"<tr><td>指标名称{at}</td><td>{at}</td></tr>" for at in range(40))
    text, _ = find(f"<table>{rows}</table>")
    assert "指标名称0" in text
    assert "指标名称39" in text


def test_hidden_parts_are_dropped() -> None:
    text, _ = find(f"{LONG}<div style='display: none'>隐藏</div><p hidden>也隐藏</p>")
    assert "隐藏" not in text


@pytest.mark.parametrize("line", ["【打印本页】", "字号：大 中 小", "分享到：", "上一篇：另一规划", "责任编辑：某某"])
def test_tool_lines(line: str) -> None:
    assert is_tool_line(line)


@pytest.mark.parametrize("line", ["打印机产量达到100万台", "关闭矿山10座", "分享经济加快发展"])
def test_other_lines_are_text(line: str) -> None:
    assert not is_tool_line(line)
