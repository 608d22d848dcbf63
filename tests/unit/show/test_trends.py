"""Trends in words and as the band of the chart."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from lantu.core.trend import NoTrend, Outlook, Trend
from lantu.show.trends import build_band, show_trend

TREND = Trend(
    way="smooth/1",
    years=9,
    last_year=2023,
    unit="亿元",
    goal=Decimal(9000),
    outlook=(
        Outlook(2024, Decimal("7400.52"), Decimal(7200), Decimal(7600), Decimal(7000), Decimal(7800)),
        Outlook(2025, Decimal("7801.23"), Decimal(7300), Decimal(8300), Decimal(6900), Decimal(8900)),
    ),
    chance=Decimal("0.041"),
    needed=Decimal("968.775"),
    recent=Decimal("407.77"),
    needed_pct=Decimal("12.8881"),
    recent_pct=Decimal("6.6210"),
)


def text_of(trend: Trend) -> str:
    view = show_trend(trend)
    assert view is not None
    return "".join(view.sentences)


def test_a_trend_is_told_with_all_it_rests_on() -> None:
    text = text_of(TREND)
    assert "2025年约为7,801亿元，八成把握在7,300至8,300之间。" in text
    assert "平均每年需变化+968.8亿元（年均+12.9%）；近几年平均每年+407.8亿元（年均+6.6%）。" in text
    assert "可能约4%。" in text
    assert "阻尼趋势指数平滑，用到2023年为止连续9年的数。" in text


@pytest.mark.parametrize(
    ("chance", "code", "word"),
    [("0.2", "unlikely", "恐难如期"), ("0.201", "open", "尚无把握"), ("0.8", "likely", "可望如期")],
)
def test_the_word_follows_the_chance(chance: str, code: str, word: str) -> None:
    view = show_trend(replace(TREND, chance=Decimal(chance)))
    assert view is not None
    assert (view.code, view.word) == (code, word)


def test_a_kept_promise_needs_only_to_be_held() -> None:
    text = text_of(replace(TREND, is_kept=True))
    assert "保持即可" in text
    assert "要如期实现" not in text


def test_a_share_changes_by_points_and_a_sum_by_its_years() -> None:
    share = replace(TREND, unit="%", needed=Decimal("1.5"), recent=Decimal("-0.25"), needed_pct=None, recent_pct=None)
    assert "需变化+1.5个百分点" in text_of(share) or "需变化+1.500个百分点" in text_of(share)
    assert "−0.25" in text_of(share)
    assert "到2025年累计约7,801亿元" in text_of(replace(TREND, is_sum=True))


def test_an_index_says_so() -> None:
    assert "（基期年为100）" in text_of(replace(TREND, is_index=True, unit=""))


def test_no_trend_says_why_or_nothing_where_it_is_settled() -> None:
    assert text_of(Trend(refused=NoTrend.TOO_FEW, years=2)) == "连续年份太少，不作预测（只有2年）。"
    assert text_of(Trend(refused=NoTrend.TOO_FAR)) == "到期年太远，不作预测。"
    assert show_trend(Trend(refused=NoTrend.SETTLED)) is None
    assert show_trend(None) is None


def test_english() -> None:
    with translation.override("en"):
        text = text_of(TREND)
    assert "9 years" in text
    assert "约" not in text


def test_the_band_opens_from_the_last_figure_in_the_unit_of_the_chart() -> None:
    band = build_band(TREND, (2023, 70624500.0), "万元")
    assert [point["x"] for point in band] == [2023, 2024.0, 2025.0]
    assert band[0]["low95"] == band[0]["high80"] == 70624500.0
    assert band[2]["middle"] == pytest.approx(78012300)


@pytest.mark.parametrize("trend", [None, replace(TREND, is_index=True), replace(TREND, is_sum=True), Trend()])
def test_what_has_no_place_on_the_axis_gives_no_band(trend: Trend | None) -> None:
    assert build_band(trend, (2023, 1.0), "亿元") == []
    assert build_band(TREND, None, "亿元") == []
    assert build_band(TREND, (2023, 1.0), "人") == []
