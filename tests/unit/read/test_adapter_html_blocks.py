"""Elements cut into lines and tables."""

from dataclasses import replace

from lxml import html

from lantu.read.adapter_extracted import LIMITS
from lantu.read.adapter_html_blocks import Line, TableBlock, cut_blocks, is_layout, own_rows, words_of


def cut(body: str) -> list[str]:
    blocks, _ = cut_blocks(html.fragment_fromstring(body, create_parent="div"), LIMITS)
    return [
        block.text if isinstance(block, Line) else repr([[p.text for p in row] for row in block.rows])
        for block in blocks
    ]


def test_blocks_and_breaks_part_lines() -> None:
    assert cut("<p>　　甲<b>乙</b></p>丙<br>丁<div>戊</div>") == ["甲乙", "丙", "丁", "戊"]


def test_source_breaks_inside_chinese_are_no_blanks() -> None:
    assert cut("<p>地区生产\n   总值 GDP\n growth</p>") == ["地区生产总值 GDP growth"]


def test_empty_paragraph_is_a_gap() -> None:
    assert cut("<p>甲</p><p>&nbsp;</p><p>乙</p>") == ["甲", "", "乙"]


def test_preformatted_lines_stay() -> None:
    assert cut("<pre>甲  1\n乙  2</pre>") == ["甲  1", "乙  2"]


def test_ordered_list_is_numbered() -> None:
    assert cut("<ol start='3'><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>") == ["3.甲", "4.乙", "丙"]


def test_spans_become_empty_places() -> None:
    rows = "<tr><td colspan='2'>指标</td><td rowspan='2'>值</td></tr><tr><td>甲</td><td>乙</td></tr>"
    blocks, _ = cut_blocks(html.fragment_fromstring(f"<table>{rows}</table>"), LIMITS)
    assert isinstance(blocks[0], TableBlock)
    assert [[(p.text, p.is_joined) for p in row] for row in blocks[0].rows] == [
        [("指标", False), ("", True), ("值", False)],
        [("甲", False), ("乙", False), ("", False)],
    ]


def test_table_of_one_column_is_a_box() -> None:
    assert cut("<table><tr><td><p>专栏1</p><p>甲</p></td></tr></table>") == ["", "专栏1", "甲", ""]


def test_nested_table_makes_a_layout() -> None:
    table = html.fragment_fromstring(
        "<table><tr><td><table><tr><td>1</td></tr></table></td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
    )
    rows = [list(row) for row in own_rows(table)]
    assert len(rows) == 2
    assert is_layout(table, rows)
    assert words_of(table) == "1234"


def test_depth_is_limited() -> None:
    element = html.fragment_fromstring("<div>" * 9 + "深处<script>x</script>" + "</div>" * 9)
    blocks, is_cut = cut_blocks(element, replace(LIMITS, depth=3))
    assert is_cut
    assert [block.text for block in blocks if isinstance(block, Line)] == ["深处"]
