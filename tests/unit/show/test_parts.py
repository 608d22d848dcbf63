"""Parts that stand on every page many times."""

import pytest
from django.template import Context, Template
from django.utils import translation

from lantu.show.adjusted import AdjustedFrom
from lantu.show.figures import Figure, Missing
from lantu.show.lines import Bar
from lantu.show.parts import (
    write_bar_html,
    write_chinese,
    write_figure_html,
    write_standing_html,
    write_trend_html,
)
from lantu.show.trends import TrendView

NASTY = "<b>\"&'"
ESCAPED = "&lt;b&gt;&quot;&amp;&#x27;"


def test_everything_of_a_figure_is_escaped() -> None:
    figure = Figure(NASTY, NASTY, NASTY, f"/x?{NASTY}", NASTY, before=NASTY, after=NASTY, more=NASTY)
    text = write_figure_html(figure)
    assert NASTY not in text
    assert text.count(ESCAPED) == 9
    words = write_figure_html(Figure(NASTY, "", "", "/x", "", is_words=True))
    assert f'<span class="fig-words">{ESCAPED}</span>' in words


def test_a_figure_says_unit_time_source_and_that_it_is_not_settled() -> None:
    text = write_figure_html(Figure("1,234", "亿元", "2024年", "/plan/1", "年报.csv", is_preliminary=True))
    assert text == (
        '<span class="figure"><a class="fig" href="/plan/1" data-figure="1,234" title="出处：年报.csv">'
        '<span class="fig-num">1,234</span><span class="fig-unit">亿元</span></a>'
        '<span class="fig-when">2024年 <span class="prelim">初步</span></span></span>'
    )


def test_an_adjusted_figure_has_the_plan_s_beside_it() -> None:
    adjusted = AdjustedFrom("9000 亿元", "/adjustment/3", "/plan/1?entry=e1")
    text = write_figure_html(Figure("8,500", "亿元", "2025年", "/adjustment/3", "x", adjusted=adjusted))
    assert "规划为 9000 亿元" in text
    assert 'href="/adjustment/3">已调整' in text


@pytest.mark.parametrize(
    ("figure", "told"), [(Missing("未填报"), "未填报"), (Missing(""), "—"), (None, "—"), (Missing(NASTY), ESCAPED)]
)
def test_where_there_is_no_figure_it_says_why(figure: Missing | None, told: str) -> None:
    assert write_figure_html(figure) == f'<span class="missing">{told}</span>'


def test_words_follow_the_language_and_chinese_is_marked_in_english() -> None:
    figure = Figure("力争提前", "", "2025", "/x", "年报", is_words=True, is_preliminary=True)
    assert "初步" in write_figure_html(figure)
    with translation.override("en"):
        text = write_figure_html(figure)
        assert '<span lang="zh-Hans">力争提前</span>' in text
        assert "初步" not in text
        assert "出处" not in text
        assert write_chinese("GDP") == "GDP"
    assert write_chinese("力争<") == "力争&lt;"


def test_standing_bar_and_trend() -> None:
    assert 'href="#s-behind"' in write_standing_html("behind", "滞后", True)
    assert "初步" not in write_standing_html("behind", "滞后")
    bar = write_bar_html(Bar(60, 96, "50%", "80%"), "behind", "")
    assert 'width="60"' in bar
    assert "完成 50% · 时间 80%" in bar
    assert write_bar_html(None, "met", "底线<") == '<span class="bar-text">底线&lt;</span>'
    assert write_trend_html(None) == write_trend_html(TrendView("", "", (), "")) == ""
    trend = write_trend_html(TrendView("unlikely", "恐难如期", (), "12%"))
    assert "如期实现的可能约12%" in trend
    assert "M1 1.5 13.5 8" in trend


def test_templates_print_the_same_parts() -> None:
    figure, bar, trend = Figure("1", "", "", "/x", ""), Bar(1, 2, "1%", "2%"), TrendView("open", "难说", (), "50%")
    made = Template(
        '{% include "lantu/parts/figure.html" with figure=figure only %}|'
        '{% include "lantu/parts/standing.html" with klass="met" word="<已实现>" only %}|'
        '{% include "lantu/parts/bar.html" with bar=bar klass="met" form="" only %}|'
        '{% include "lantu/parts/trend_word.html" with trend=trend only %}'
    ).render(Context({"figure": figure, "bar": bar, "trend": trend}))
    parts = (
        write_figure_html(figure),
        write_standing_html("met", "<已实现>"),
        write_bar_html(bar, "met", ""),
        write_trend_html(trend),
    )
    assert [part.strip() for part in made.split("|")] == list(parts)
    assert "&lt;已实现&gt;" in made
