"""Filters that templates load as `lantu`.

In: values of pages. Out: text or an attribute. Left out on purpose: logic of a page.
"""

from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lantu.show.language import is_english
from lantu.show.numbers import write_amount, write_date
from lantu.show.titles import is_chinese
from lantu.show.units import unit_word

register = template.Library()


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
    if is_english() and is_chinese(str(text)):
        return format_html('<span lang="zh-Hans">{}</span>', text)
    return format_html("{}", text)


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
