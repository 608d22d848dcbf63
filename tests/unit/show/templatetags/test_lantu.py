"""Filters of the templates."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.utils import translation

from lantu.show.templatetags.lantu import address_number, amount, dash, day, instant, own, unit, who, zh


def test_an_instant_is_told_in_china() -> None:
    late = datetime(2026, 2, 28, 17, 30, tzinfo=UTC)
    assert day(late) == "2026年3月1日"
    assert instant(late) == "2026-03-01 01:30"
    assert (day(None), instant(None)) == ("", "")
    assert day(date(2026, 2, 1)) == "2026年2月1日"


def test_chinese_is_marked_on_an_english_page_only() -> None:
    assert zh("统计局") == "统计局"
    with translation.override("en"):
        assert zh("统计局") == '<span lang="zh-Hans">统计局</span>'
        assert zh("GDP") == "GDP"
        assert zh("<b>市") == '<span lang="zh-Hans">&lt;b&gt;市</span>'


def test_what_no_account_did_is_told_in_a_word() -> None:
    assert (who("sample"), who("command line"), who("王科")) == ("示例数据", "命令行", "王科")
    with translation.override("en"):
        assert who("sample") == "Sample data"


def test_small_ones() -> None:
    assert address_number("case/330400/2026/1") == "2026-1"
    assert amount(Decimal("1234.50")) == "1,234.5"
    assert amount(None) == ""
    assert unit("亿元") == "亿元"
    assert dash("") == '<span class="none">—</span>'
    assert dash("<") == "&lt;"


def test_a_stages_own_words_are_marked_with_their_language() -> None:
    assert own("no such place") == '<span lang="en">no such place</span>'
    assert own("没有这个地方") == "没有这个地方"
    with translation.override("en"):
        assert own("no such place") == "no such place"
        assert own("没有") == '<span lang="zh-Hans">没有</span>'
