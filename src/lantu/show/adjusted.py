"""What the plan printed, where an adjustment holds: shown beside the figure that holds, on every list alike.

In: adjustments in force. Out: `AdjustedFrom`, which `parts/adjusted_from.html` prints. Left out on purpose: the figure
that holds, which the page has already.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from lantu.show.numbers import write_amount, write_year
from lantu.show.units import unit_word
from lantu.store import models

YI = Decimal(10) ** 8


@dataclass(frozen=True, slots=True)
class AdjustedFrom:
    """What stood before: `text` with its unit, "" where the plan says nothing; the adjustment; the plan's words.

    `since`, the day it holds from, is for readers who have no way to the adjustment itself.
    """

    text: str
    href: str
    sentence_href: str = ""
    since: str = ""


def tell_adjusted(row: models.Adjustment | None, before: str, sentence_href: str = "") -> AdjustedFrom | None:
    """What an adjustment replaced, or None where nothing was adjusted."""
    return None if row is None else AdjustedFrom(before, reverse("adjustment", args=[row.pk]), sentence_href)


def write_yi(amount: Decimal | None) -> str:
    """A sum in yuan as 亿元, without its unit; "" where there is none."""
    return "" if amount is None else write_amount((amount / YI).normalize())


def write_said(row: models.Adjustment, *, is_before: bool) -> str:
    """The old or new thing of an adjustment, with its unit: a figure, a year, a sum in 亿元, or words."""
    amount, words = (row.before, row.words_before) if is_before else (row.amount, row.words)
    if row.part == "scope":
        return words
    if amount is None:
        return ""
    if row.part == "due":
        return write_year(int(amount))
    if row.part == "sum":
        return f"{write_yi(amount)} {unit_word('亿元')}"
    return f"{write_amount(amount)} {unit_word(row.unit)}".strip()
