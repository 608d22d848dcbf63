"""Filters that templates load as `lantu`.

In: values of pages. Out: text or an attribute. Left out on purpose: logic of a page.
"""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from lantu.show.language import is_english
from lantu.show.lines import Bar
from lantu.show.numbers import write_amount, write_date
from lantu.show.parts import write_bar_html, write_chinese, write_figure_html, write_standing_html, write_trend_html
from lantu.show.titles import is_chinese
from lantu.show.trends import TrendView
from lantu.show.units import unit_word

register = template.Library()
BY_ITSELF = {"sample": _("示例数据"), "command line": _("命令行"), "worker": _("后台")}
"""What stands in the registry where no account acted."""


@register.filter
def day(value: date | datetime | None) -> str:
    """A date; an instant becomes the day in China."""
    if value is None:
        return ""
    return write_date(timezone.localtime(value).date() if isinstance(value, datetime) else value)


@register.filter
def instant(value: datetime | None) -> str:
    """Day, hour and minute in China."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    return f"{local:%Y-%m-%d %H:%M}"


@register.filter
def amount(value: Decimal | None) -> str:
    """A figure as reported."""
    return "" if value is None else write_amount(value)


@register.filter
def unit(symbol: str) -> str:
    """A unit as a word."""
    return unit_word(symbol)


@register.filter
def zh(text: str) -> SafeString:
    """Text that stays Chinese on an English page, marked with its language."""
    if not isinstance(text, SafeString):
        return SafeString(write_chinese(str(text)))
    return SafeString(f'<span lang="zh-Hans">{text}</span>') if is_english() and is_chinese(text) else text


@register.filter
def who(name: str) -> SafeString:
    """Who did something: a person's name as it is, what the program did by itself in a word."""
    return zh(str(BY_ITSELF[name])) if name in BY_ITSELF else zh(name)


@register.filter
def address_number(address: str) -> str:
    """The year and running number at the end of an address: "case/330400/2026/1" is 2026-1."""
    return "-".join(address.split("/")[-2:])


@register.filter
def own(text: str) -> SafeString:
    """A message as a stage wrote it: marked as English on a Chinese page, as Chinese on an English one."""
    if not is_english() and text and not is_chinese(text):
        return format_html('<span lang="en">{}</span>', text)
    return zh(text)


@register.filter
def dash(text: str) -> SafeString:
    """The text, or a dash that is read out as nothing given."""
    return format_html("{}", text) if text else mark_safe('<span class="none">—</span>')


@register.filter
def figure_html(figure: object) -> SafeString:
    """A figure with the way to its source, or why there is none."""
    return write_figure_html(figure)


@register.filter
def trend_html(trend: TrendView | None) -> SafeString:
    """Which way a target goes."""
    return write_trend_html(trend)


@register.simple_tag
def standing_html(klass: str, word: str, is_preliminary: bool = False) -> SafeString:
    """A class of standing."""
    return write_standing_html(klass, word, bool(is_preliminary))


@register.simple_tag
def bar_html(bar: Bar | None, klass: str, form: str) -> SafeString:
    """Progress beside time."""
    return write_bar_html(bar, klass, form)
