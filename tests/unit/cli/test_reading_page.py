"""A reading as one page: escaped, marked, and in need of nothing else."""

import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.cli.reading_page import mark_text, reading_to_html, say_inferred, say_place, say_value
from lantu.core.entry import Comparator, Entry, EntryKind, Reading
from lantu.core.inference import Inference
from lantu.core.mark import Mark
from lantu.core.span import span_of
from lantu.read import read_text

TEXT = "某市“十四五”规划纲要\n一、目标 <script>alert(1)</script> {entries} & \x07\n到2025年，全市地区生产总值达到9000亿元以上。\n"


def read() -> Reading:
    return read_text(TEXT, 'a"<b>.txt')


def strip_tags(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


def make_entry(text: str, start: int, end: int) -> Entry:
    return Entry(
        "x", EntryKind.TARGET, "prose", span_of(text, start, end), "", "甲", value_span=span_of(text, end - 1, end)
    )


def test_page_holds_text_and_list() -> None:
    page = reading_to_html(read())
    assert "<title>某市“十四五”规划纲要" in page
    assert "<b>地区生产总值</b><i>≥ 9000亿元</i>" in page
    assert 'data-e="0">9000亿元</span>' in page or 'data-e="0">9000亿元以上</span>' in page
    assert "2025年" in page


def test_document_cannot_put_anything_into_the_page() -> None:
    page = reading_to_html(read())
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {entries} &amp; \ufffd" in page
    assert page.count("<script") == 1
    assert "<b>.txt" not in page


def test_page_asks_nobody_for_anything() -> None:
    page = reading_to_html(read())
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|//[a-z]|src=|href=|@import|url\(", page)


def test_template_places_are_all_filled() -> None:
    page = reading_to_html(replace(read(), text="规划", entries=(), diagnostics=()))
    assert not re.search(r"\{(?:title|facts|text|filters|entries|diagnostics)\}", page)


def test_overlapping_entries_name_both() -> None:
    text = "甲乙丙丁"
    marked = mark_text(text, (make_entry(text, 0, 3), make_entry(text, 1, 4)))
    assert 'data-e="0 1"' in marked
    assert strip_tags(marked) == text


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), min_size=2, max_size=30), st.data())
def test_marking_changes_no_character(text: str, data: st.DataObject) -> None:
    entries = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        entries.append(make_entry(text, start, data.draw(st.integers(start + 1, len(text)))))
    assert strip_tags(mark_text(text, entries)) == text


@pytest.mark.parametrize(
    ("value", "upper", "unit", "comparator", "said"),
    [
        ("9000", None, "亿元", Comparator.AT_LEAST, "≥ 9000亿元"),
        ("5.5", None, "%", Comparator.ABOUT, "约 5.5%"),
        ("2", "3", "家", Comparator.WITHIN, "2–3家"),
        ("0", None, "起", Comparator.EQUAL, "0起"),
    ],
)
def test_values_are_said(value: str, upper: str | None, unit: str, comparator: Comparator, said: str) -> None:
    entry = replace(
        make_entry("甲乙", 0, 2),
        value=Decimal(value),
        value_max=None if upper is None else Decimal(upper),
        unit=unit,
        comparator=comparator,
    )
    assert say_value(entry) == said


def test_value_that_is_another_indicators() -> None:
    assert say_value(replace(make_entry("甲乙", 0, 2), relative_to="经济增长")) == "同经济增长"
    assert say_value(make_entry("甲乙", 0, 2)) == ""


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (None, ""),
        (Mark(0, 1, page=3), "第3页"),
        (Mark(0, 1, page=3, paragraph=7), "第3页 第7段"),
        (Mark(0, 1, table=2, row=5, column=1), "表2 第5行"),
    ],
)
def test_places_in_the_original_file(mark: Mark | None, said: str) -> None:
    assert say_place(mark) == said


def test_what_was_inferred_is_said_with_its_rule() -> None:
    entry = replace(make_entry("甲乙", 0, 2), inferred=(Inference("year", "horizon", 0.97),))
    assert say_inferred(entry) == "推断：年份：取规划期末（97%）"
    assert say_inferred(make_entry("甲乙", 0, 2)) == ""
    assert "推断：类别：由年份先后判定（98%）" in reading_to_html(read())


def test_a_price_basis_is_shown() -> None:
    text = "某市“十四五”规划纲要\n\n一、目标\n\n到2025年，地区生产总值达到9000亿元（2020年价）。\n"
    assert "2025年 · 2020年可比价" in strip_tags(reading_to_html(read_text(text, "plan.txt")))
    assert "可比价" not in strip_tags(reading_to_html(read()))
