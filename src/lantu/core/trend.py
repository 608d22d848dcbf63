"""Where the figures of a target point to at its due date.

In: nothing (nouns only). Out: trends that carry their interval, their chance and what they were made from, or the reason why
there is none. Left out on purpose: the standing; a trend never changes it.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class NoTrend(StrEnum):
    """Why no trend is told."""

    NONE = ""
    SETTLED = "settled"
    """The target is met or missed; the due year is over."""
    NOT_JUDGED = "not_judged"
    """No standing can be said, so there is nothing to continue."""
    NO_FIGURE = "no_figure"
    """The promise is words, a rank, another indicator, or assigned later."""
    TOO_FEW = "too_few"
    """Fewer years in a row than any way to continue them needs."""
    TOO_FAR = "too_far"
    """The due year lies beyond the years for which intervals were measured."""
    NOT_POSITIVE = "not_positive"
    """A figure of zero or below: the intervals are measured on logarithms."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """One year ahead, in the unit of the trend; figures have six digits that count.

    Attributes:
        year: The year.
        middle: Where the figures point to.
        low80: Lower end of the interval that holds 80 of a hundred.
        high80: Its upper end.
        low95: Lower end of the interval that holds 95 of a hundred.
        high95: Its upper end.
    """

    year: int
    middle: Decimal
    low80: Decimal
    high80: Decimal
    low95: Decimal
    high95: Decimal


@dataclass(frozen=True, slots=True)
class Trend:
    """The way to the due date.

    Attributes:
        refused: Why there is none; NONE where there is one.
        way: Name and version of the way the figures were continued.
        years: How many years it looked at; of a refused one, how many there were.
        last_year: The last of them, or None.
        unit: Of all figures here: the target's own, or "" for an index with the base year at 100.
        is_index: Whether the figures are that index.
        is_sum: Whether the yearly figures add up to the promise.
        goal: The figure to be reached or kept, or None for a range with two open ends.
        is_kept: Whether the last figure keeps the promise already.
        outlook: One for each year up to the due year; for a sum, the sums so far.
        chance: Share of a hundred that the target is kept in the due year, 0 to 1, or None.
        needed: Change a year that is still needed from the last figure (for a sum, the figure a year), or None.
        recent: The same as it was, over five years at most, or None.
        needed_pct: The needed change as mean growth in % a year, or None.
        recent_pct: The change there was as mean growth in % a year, or None.
        inputs: Ids of all observations it rests on.
    """

    refused: NoTrend = NoTrend.NONE
    way: str = ""
    years: int = 0
    last_year: int | None = None
    unit: str = ""
    is_index: bool = False
    is_sum: bool = False
    goal: Decimal | None = None
    is_kept: bool = False
    outlook: tuple[Outlook, ...] = ()
    chance: Decimal | None = None
    needed: Decimal | None = None
    recent: Decimal | None = None
    needed_pct: Decimal | None = None
    recent_pct: Decimal | None = None
    inputs: tuple[str, ...] = ()
