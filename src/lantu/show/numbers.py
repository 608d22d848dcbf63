"""How figures are written: grouped digits, the right decimals, never an exponent.

In: exact decimals, units, periods, dates. Out: text for the language in force.
Left out on purpose: conversion; a figure is shown in the unit it was given in.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from lantu.core.quantity import format_amount
from lantu.core.time import Period
from lantu.show.language import is_english
from lantu.show.units import unit_word

MINUS = "−"


def group_digits(text: str) -> str:
    """Commas between thousands; the part behind the point stays as it is."""
    sign, digits = (MINUS, text[1:]) if text.startswith("-") else ("", text)
    whole, point, rest = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{rest}"


def write_amount(amount: Decimal, decimals: int | None = None) -> str:
    """A figure as text.

    Args:
        amount: The figure, exact.
        decimals: Places to round to, for computed figures; None keeps a reported one as it was given.
    """
    if decimals is None:
        return group_digits(format_amount(amount))
    rounded = amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return group_digits(format(abs(rounded) if rounded.is_zero() else rounded, "f"))


def write_quantity(amount: Decimal, unit: str, decimals: int | None = None) -> str:
    """A figure with its unit; a per cent sign stands close, other units too in Chinese."""
    word = unit_word(unit)
    gap = " " if word and (word[0] == "(" or (word[0].isascii() and word[0].isalpha())) else ""
    return f"{write_amount(amount, decimals)}{gap}{word}"


def write_share(share: Decimal, decimals: int = 0) -> str:
    """0.673 as 67%."""
    return f"{write_amount(share * 100, decimals)}%"


def write_period(period: Period) -> str:
    """A period as people say it: 2023年, 2025年1—11月, 2021年三季度."""
    a, b = period.start, period.end
    if period.is_full_year:
        return _("%(year)s年") % {"year": a.year}
    if a == b:
        return write_date(a)
    if a.year == b.year and a.day == 1 and a.month == b.month:
        return f"{a:%Y-%m}" if is_english() else f"{a.year}年{a.month}月"
    if a.year == b.year and a.day == 1:
        return _("%(year)s年%(first)s—%(last)s月") % {"year": a.year, "first": a.month, "last": b.month}
    return f"{a.isoformat()} – {b.isoformat()}"


def write_year(year: int) -> str:
    """2025年."""
    return _("%(year)s年") % {"year": year}


def write_date(day: date) -> str:
    """A date the way official documents print it; in English the international form."""
    return day.isoformat() if is_english() else f"{day.year}年{day.month}月{day.day}日"


def plain_amount(amount: Decimal | None) -> str | None:
    """A figure for programs: digits, a point, nothing else; None where there is none."""
    return None if amount is None else format_amount(amount)
