"""Web pages: encodings, limits, damage."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read.adapter_extracted import LIMITS, Extracted, Limits
from lantu.read.adapter_html import extract_html, identify_html
from tests.documents import Grid, GridCell, write_html

BODY = ["一、总体目标", "到2025年，全市地区生产总值达到9000亿元。" * 3]


def extract(data: bytes, limits: Limits = LIMITS) -> Extracted:
    return extract_html(data, "plan.html", limits, lambda share: None)


@pytest.mark.parametrize(
    ("data", "name", "is_page"),
    [
        (b"<!DOCTYPE html><html>", "x.bin", True),
        (b"\xef\xbb\xbf\n<html lang='zh'>", "x", True),
        (b"<?xml version='1.0'?><!-- c --><html>", "x", True),
        (b"<div>a</div>", "x.html", True),
        (b"<div>a</div>", "x.md", False),
        (b"no tags at all", "x.html", False),
        (b"plain", "x.txt", False),
    ],
)
def test_identified_by_content(data: bytes, name: str, is_page: bool) -> None:
    assert identify_html(data, name) is is_page


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", "utf-8"), ("gb18030", "gb2312"), ("gb18030", "utf-8"), ("utf-8", "gb2312"), ("utf-16", "utf-16")],
)
def test_encoding_is_found_whatever_is_declared(encoding: str, declared: str) -> None:
    found = extract(write_html([*BODY, "囍㙍"], "规划", encoding, declared))
    assert "地区生产总值达到9000亿元" in found.text
    assert "囍㙍" in found.text


def test_big5_is_taken_from_the_declaration() -> None:
    page = '<html><head><meta charset="big5"></head><body><p>地區生產總值達到九千億元</p></body></html>'
    found = extract(page.encode("big5"))
    assert found.text == "地區生產總值達到九千億元\n"
    assert found.encoding == "big5hkscs"


def test_article_without_menus_scripts_and_footers() -> None:
    text = extract(write_html(BODY, "某市规划")).text
    assert text.lstrip().startswith("某市规划\n发布日期：2021-05-21\n一、总体目标\n")
    for noise in ("首页", "相关链接", "不是正文", "color", "打印", "浏览", "主办单位"):
        assert noise not in text


def test_table_is_kept() -> None:
    grid = Grid(2, [[GridCell("指标"), GridCell("值")], [GridCell("甲", down=2), GridCell("1")], [GridCell("2")]])
    assert "| 指标 | 值 |\n| 甲 | 1 |\n| | 2 |\n" in extract(write_html([*BODY, grid], "规划")).text


def test_broken_bytes_are_reported() -> None:
    data = write_html(BODY, "规划").replace("总体".encode(), b"\xe6\x80\xbb\xff\xfe")
    assert "R003" in {d.code for d in extract(data).diagnostics}


def test_page_of_links_is_reported() -> None:
    page = "<html><body><p>短</p><p>短二</p>" + "<p><a href='/'>一条很长的链接文字</a></p>" * 9 + "</body></html>"
    assert "R061" in {d.code for d in extract(page.encode()).diagnostics}


def test_foreign_page_is_noted() -> None:
    page = "<html><body><p>" + "No Chinese here. " * 40 + "</p></body></html>"
    assert [d.code for d in extract(page.encode()).diagnostics] == ["R006"]


def test_endless_page_is_cut() -> None:
    found = extract(write_html(BODY * 20, "规划"), replace(LIMITS, characters=300))
    assert "R052" in {d.code for d in found.diagnostics}
    assert len(found.text) < 600


def test_span_of_a_million_columns_is_cut() -> None:
    page = "<html><body><table><tr><td colspan='99999'>甲</td><td>乙</td></tr><tr><td rowspan='99999'>1</td><td>2</td></tr></table></body></html>"
    found = extract(page.encode())
    assert "R055" in {d.code for d in found.diagnostics}
    assert len(found.text) < 2000


def test_deep_page_is_read() -> None:
    page = "<html><body>" + "<div>" * 240 + "<p>到2025年达到9000亿元。</p>" + "</div>" * 240 + "</body></html>"
    found = extract(page.encode())
    assert "9000亿元" in found.text or "R056" in {d.code for d in found.diagnostics}


@given(st.binary(max_size=300))
def test_any_bytes_are_read(noise: bytes) -> None:
    found = extract(b"<html><body><table><tr><td>" + noise + b"</td><td>1</td></tr><tr><td>x</table>")
    assert found.text or found.diagnostics
