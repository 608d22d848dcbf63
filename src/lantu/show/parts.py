"""The small parts that stand on every page many times, written by functions: a template takes ten times as long.

In: figures, standings, bars and trends ready to be shown. Out: their HTML, escaped. `parts/figure.html`, `standing.html`, `bar.html`
and `trend_word.html` call these. Left out on purpose: all other markup, which is in templates.
"""

from functools import cache
from html import escape
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from lantu.show.figures import Figure
from lantu.show.language import is_english
from lantu.show.lines import Bar
from lantu.show.titles import is_chinese
from lantu.show.trends import TrendView

SOURCE = gettext_noop("出处：%(source)s")
PRELIMINARY = gettext_noop("初步")
PROGRESS = gettext_noop("完成 %(done)s · 时间 %(elapsed)s")
CHANCE = gettext_noop("如期实现的可能约%(chance)s")
PATHS = {
    "likely": "M1 8.5 13.5 2M9.5 1.5h4.5V6",
    "unlikely": "M1 1.5 13.5 8M9.5 8.5h4.5V4",
}
"""Arrows up and down; any other trend is drawn level."""
LEVEL = "M1 5h13M10.5 1.5 14 5l-3.5 3.5"


def write_chinese(text: str) -> str:
    """Text that stays Chinese on an English page, marked with its language; escaped."""
    if is_english() and is_chinese(text):
        return f'<span lang="zh-Hans">{escape(text)}</span>'
    return escape(text)


def write_figure_html(figure: Any) -> SafeString:
    """A `Figure` with the way to its source; of a `Missing`, or of None, why there is none."""
    if not isinstance(figure, Figure):
        return SafeString(f'<span class="missing">{write_chinese(getattr(figure, "reason", "") or "—")}</span>')
    title = escape(say(SOURCE) % {"source": figure.source})
    more = f'<span class="fig-more">{write_chinese(figure.more)}</span>' if figure.more else ""
    if figure.adjusted:
        more += render_to_string("lantu/parts/adjusted_from.html", {"adjusted": figure.adjusted})
    return SafeString(
        f'<span class="figure"><a class="fig" href="{escape(figure.href)}" data-figure="{escape(figure.number)}"'
        f' title="{title}">{_write_number(figure)}</a><span class="fig-when">{escape(figure.when)}'
        f"{_write_preliminary(figure.is_preliminary)}</span>{more}</span>"
    )


def _write_number(figure: Figure) -> str:
    if figure.is_words:
        return f'<span class="fig-words">{write_chinese(figure.number)}</span>'
    before = f'<span class="fig-word">{escape(figure.before)}</span> ' if figure.before else ""
    unit = f'<span class="fig-unit">{escape(figure.unit)}</span>' if figure.unit else ""
    after = f' <span class="fig-word">{escape(figure.after)}</span>' if figure.after else ""
    return f'{before}<span class="fig-num">{escape(figure.number)}</span>{unit}{after}'


def _write_preliminary(is_preliminary: bool) -> str:
    return f' <span class="prelim">{escape(say(PRELIMINARY))}</span>' if is_preliminary else ""


def write_standing_html(klass: str, word: str, is_preliminary: bool = False) -> SafeString:
    """A class of standing: its shape and its word."""
    return SafeString(
        f'<span class="standing st-{escape(klass)}"><svg class="shape" aria-hidden="true"><use href="#s-{escape(klass)}"/></svg>'
        f'<span class="standing-word">{escape(str(word))}</span>{_write_preliminary(is_preliminary)}</span>'
    )


def write_bar_html(bar: Bar | None, klass: str, form: str) -> SafeString:
    """How far done beside how much of the time is over, or the form of a target that has no such measure."""
    if not bar:
        return SafeString(f'<span class="bar-text">{escape(str(form))}</span>')
    told = say(PROGRESS) % {"done": bar.done_text, "elapsed": bar.elapsed_text}
    return SafeString(
        f'<span class="bar"><svg viewBox="-4 0 128 16" class="bar-svg st-{escape(klass)}" aria-hidden="true">'
        f'<path class="bar-track" d="M0 8H120M0 4V12M120 4V12"/><rect class="bar-done" x="0" y="5.5" width="{bar.done}" height="5"/>'
        f'<path class="bar-time" d="M{bar.elapsed} 1V15"/></svg><span class="bar-text">{escape(told)}</span></span>'
    )


def write_trend_html(trend: TrendView | None) -> SafeString:
    """Which way it goes, where that is told."""
    if not trend or not trend.word:
        return SafeString("")
    title = escape(say(CHANCE) % {"chance": trend.chance})
    return SafeString(
        f'<span class="trend-word is-{escape(trend.code)}" title="{title}"><svg class="trend-mark" viewBox="0 0 16 10" '
        f'aria-hidden="true"><path d="{PATHS.get(trend.code, LEVEL)}"/></svg>{escape(str(trend.word))}</span>'
    )


def say(text: str) -> str:
    """A word of ours in the language in force. Only for words marked in the code: each is kept for ever."""
    return _say_in(get_language() or "", text)


@cache
def _say_in(language: str, text: str) -> str:
    # Looking a word up takes longer than writing the cell it stands in.
    return _(text)
