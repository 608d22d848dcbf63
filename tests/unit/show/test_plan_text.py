"""The text on the page is the document's text, character for character; the mark holds exactly the span."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.show.plan_tables import Grid
from lantu.show.plan_text import Heading, Mark, Run, build_blocks, build_runs
from tests.unit.show.city import TEXT


def strip_tags(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def join(runs: list[Run]) -> str:
    blocks = [b for run in runs for b in (*run.blocks, *(b for row in run.rows for b in row.blocks))]
    return "".join(strip_tags(block.html) for block in blocks)


def marked(runs: list[Run]) -> list[str]:
    whole = "".join(b.html for run in runs for b in (*run.blocks, *(b for row in run.rows for b in row.blocks)))
    return [strip_tags(part) for part in re.findall(r'<mark id="here"[^>]*>(.*?)</mark>', whole, re.DOTALL)]


ALPHABET = st.text(alphabet='甲乙9.|\n\r\t <&"#', min_size=1, max_size=60)


@given(ALPHABET, st.data())
def test_no_character_is_lost_or_added(text: str, data: st.DataObject) -> None:
    ends = st.integers(0, len(text))
    pairs = st.tuples(ends, ends).filter(lambda p: p[0] < p[1])
    marks = [Mark(a, b, f"e{i}", "target") for i, (a, b) in enumerate(data.draw(st.lists(pairs, max_size=4)))]
    heads = [Heading(a, b, f"s{i}", "heading", 1) for i, (a, b) in enumerate(data.draw(st.lists(pairs, max_size=2)))]
    at = data.draw(st.none() | pairs)
    runs = build_runs(text, heads, marks, at)
    assert join(runs) == text
    assert marked(runs) == ([] if at is None else [text[at[0] : at[1]]])


@given(st.data())
def test_a_grid_keeps_every_character(data: st.DataObject) -> None:
    text = "表\n类\n号\n名\n经济\n1\nGDP\n2\n率\n注"
    at = data.draw(st.none() | st.sampled_from([(8, 10), (2, 9), (12, 15)]))
    runs = build_runs(text, [], [], at, [Grid(2, len(text) - 1, 3, (2, 8, 17))])
    assert join(runs) == text
    assert marked(runs) == ([] if at is None else [text[at[0] : at[1]]])


def test_rows_of_a_grid_stand_under_their_headings() -> None:
    text = "类\n号\n名\n经济\n1\nGDP\n2\n率\n注"
    (table, rest) = build_runs(text, [], [], None, [Grid(0, 17, 3, (0, 6, 15))])
    assert [(len(row.blocks), len(row.gaps)) for row in table.rows] == [(3, 0), (3, 0), (1, 2)]
    assert not rest.is_table


def test_a_cell_is_marked_within_its_row() -> None:
    start = TEXT.index("5509.5")
    runs = build_runs(TEXT, [], [], (start, start + 6))
    assert marked(runs) == ["5509.5"]
    assert any(row for run in runs if run.is_table for row in run.rows if 'id="here"' in row.blocks[0].html)


def test_a_span_over_cells_shows_the_row_as_written() -> None:
    start, end = TEXT.index("地区生产总值 |"), TEXT.index("9000 |") + 4
    runs = build_runs(TEXT, [], [], (start, end))
    assert marked(runs) == [TEXT[start:end]]


def test_overlapping_entries_are_both_found() -> None:
    (block,) = build_blocks("甲乙丙丁", [], [Mark(0, 3, "a", "target"), Mark(1, 4, "b", "actual")])
    assert re.findall(r'data-e="([^"]*)"', block.html) == ["a", "a b", "b"]
    assert block.html.count("id=") == 2


def test_markup_in_a_plan_is_text() -> None:
    (block,) = build_blocks("<script>alert(1)</script>", [], [Mark(0, 8, '"><b', "target")])
    assert "<script" not in block.html
    assert "<b" not in block.html


@pytest.mark.parametrize("at", [(5, 5), (3, 99), (-1, 2)], ids=["empty", "beyond", "before"])
def test_a_span_that_is_none_marks_nothing(at: tuple[int, int]) -> None:
    assert marked(build_runs("甲乙丙丁", [], [], at)) == []


def test_number_signs_of_markdown_are_hidden() -> None:
    (block,) = build_blocks("## 一、目标\n", [Heading(0, 7, "s1", "heading", 2)], [])
    assert block.html.startswith('<span class="pipe" aria-hidden="true">## </span>')
    assert (block.kind, block.level, block.anchor) == ("heading", 2, "s1")
