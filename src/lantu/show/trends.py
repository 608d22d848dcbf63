"""A trend told in words, and as the band of the chart.

In: a target with its trend. Out: a word, sentences that a reader can check, and plain numbers for the script. Left out on
purpose: the standing, which a trend never changes, and advice.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantu.core.quantity import make_quantity, parse_unit
from lantu.core.trend import NoTrend, Trend
from lantu.show.numbers import write_amount, write_quantity, write_share, write_year
from lantu.show.words import word_for

LIKELY, UNLIKELY = Decimal("0.8"), Decimal("0.2")
"""Chances from which a trend is called likely, and up to which it is called unlikely."""

TREND_WORDS: dict[str, Any] = {
    "likely": gettext_lazy("可望如期"),
    "open": gettext_lazy("尚无把握"),
    "unlikely": gettext_lazy("恐难如期"),
}

WAYS: dict[str, Any] = {
    "average": gettext_lazy("平均法"),
    "theta": gettext_lazy("Theta 法"),
    "smooth": gettext_lazy("阻尼趋势指数平滑"),
}

NO_TRENDS: dict[str, Any] = {
    NoTrend.NO_FIGURE: gettext_lazy("目标没有可以外推的数值"),
    NoTrend.TOO_FEW: gettext_lazy("连续年份太少，不作预测"),
    NoTrend.TOO_FAR: gettext_lazy("到期年太远，不作预测"),
    NoTrend.NOT_POSITIVE: gettext_lazy("有零或负数，不作预测"),
}


@dataclass(frozen=True, slots=True)
class TrendView:
    """A trend as a page prints it.

    Attributes:
        code: likely, open or unlikely; "" where none is told.
        word: The same in words.
        sentences: What it rests on and what is needed; why there is none, where so.
        chance: As a share of a hundred, or "".
    """

    code: str
    word: str
    sentences: tuple[str, ...]
    chance: str


def show_trend(trend: Trend | None) -> TrendView | None:
    """The trend in words; None where nobody asked or the answer is settled."""
    if trend is None or trend.refused in (NoTrend.SETTLED, NoTrend.NOT_JUDGED):
        return None
    if trend.refused is not NoTrend.NONE:
        return TrendView("", "", (_("%(reason)s。") % {"reason": _say_refusal(trend)},), "")
    code = _code_of(trend.chance)
    parts = (_say_outlook(trend), _say_paces(trend), _say_chance(trend), _say_way(trend))
    return TrendView(
        code,
        word_for(TREND_WORDS, code) if code else "",
        tuple(part for part in parts if part),
        write_share(trend.chance) if trend.chance is not None else "",
    )


def _code_of(chance: Decimal | None) -> str:
    if chance is None:
        return ""
    if chance >= LIKELY:
        return "likely"
    return "unlikely" if chance <= UNLIKELY else "open"


def _say_refusal(trend: Trend) -> str:
    word = word_for(NO_TRENDS, trend.refused)
    if trend.refused is NoTrend.TOO_FEW and trend.years:
        return _("%(reason)s（只有%(years)s年）") % {"reason": word, "years": trend.years}
    return word


def _write(trend: Trend, amount: Decimal) -> str:
    if trend.is_index:
        return _("%(figure)s（基期年为100）") % {"figure": write_amount(amount, 1)}
    return write_quantity(amount, trend.unit, _places(amount))


def _places(amount: Decimal) -> int:
    """Places of a foretold figure: four digits that count are more than it knows."""
    return max(0, min(3, 3 - amount.adjusted())) if amount else 0


def _say_outlook(trend: Trend) -> str:
    due = trend.outlook[-1]
    words = {
        "year": write_year(due.year),
        "middle": _write(trend, due.middle),
        "low": _number(trend, due.low80),
        "high": _number(trend, due.high80),
    }
    if trend.is_sum:
        return _("照以往走势，到%(year)s累计约%(middle)s，八成把握在%(low)s至%(high)s之间。") % words
    return _("照以往走势，%(year)s约为%(middle)s，八成把握在%(low)s至%(high)s之间。") % words


def _number(trend: Trend, amount: Decimal) -> str:
    return write_amount(amount, 1 if trend.is_index else _places(amount))


def _say_paces(trend: Trend) -> str:
    if trend.needed is None or trend.recent is None:
        return ""
    if trend.is_sum:
        words = {"needed": _write(trend, trend.needed), "recent": _write(trend, trend.recent)}
        return _("以后每年需%(needed)s，近几年每年%(recent)s。") % words
    words = {
        "needed": _pace(trend, trend.needed, trend.needed_pct),
        "recent": _pace(trend, trend.recent, trend.recent_pct),
    }
    if trend.is_kept:
        return _("已在要求之内，保持即可；近几年平均每年变化%(recent)s。") % words
    return _("要如期实现，平均每年需变化%(needed)s；近几年平均每年%(recent)s。") % words


def _pace(trend: Trend, amount: Decimal, percent: Decimal | None) -> str:
    if trend.is_index and percent is not None:
        return _signed(percent, 1) + "%"
    unit = "个百分点" if trend.unit in ("%", "％") else trend.unit
    told = _signed(amount, _places(amount)) + write_quantity(Decimal(0), unit, 0).removeprefix("0")
    return (
        told
        if percent is None
        else _("%(change)s（年均%(percent)s%%）")
        % {
            "change": told,
            "percent": _signed(percent, 1),
        }
    )


def _signed(amount: Decimal, places: int) -> str:
    return ("+" if amount > 0 else "") + write_amount(amount, places)


def _say_chance(trend: Trend) -> str:
    if trend.chance is None:
        return ""
    return _("如期达到要求的可能约%(chance)s。") % {"chance": write_share(trend.chance)}


def _say_way(trend: Trend) -> str:
    words = {"way": word_for(WAYS, trend.way.partition("/")[0]), "years": trend.years, "last": trend.last_year}
    return _("方法：%(way)s，用到%(last)s年为止连续%(years)s年的数。") % words


def build_band(trend: Trend | None, last: tuple[float, float] | None, symbol: str) -> list[dict[str, float | str]]:
    """The band of the chart, from the last figure on; empty where it cannot be drawn on the chart's axis.

    Args:
        trend: With its outlook.
        last: Year and figure the band opens from, as drawn.
        symbol: Unit of the chart.
    """
    if trend is None or not trend.outlook or trend.is_index or trend.is_sum or last is None:
        return []
    unit = parse_unit(symbol)
    if not parse_unit(trend.unit).fits(unit):
        return []

    def place(amount: Decimal) -> float:
        return float(make_quantity(amount, trend.unit).in_unit(unit).amount)

    opened = dict.fromkeys(("middle", "low80", "high80", "low95", "high95"), last[1])
    band: list[dict[str, float | str]] = [{"x": last[0], **opened, "text": ""}]
    for year in trend.outlook:
        ends = {name: place(getattr(year, name)) for name in opened}
        words = {
            "middle": _write(trend, year.middle),
            "low": _number(trend, year.low80),
            "high": _number(trend, year.high80),
        }
        band.append({"x": float(year.year), **ends, "text": _("预测%(middle)s，八成把握%(low)s–%(high)s") % words})
    return band
