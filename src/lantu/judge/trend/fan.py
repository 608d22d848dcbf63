"""Figures of years ahead with the room they may stray in.

In: figures of years in a row, and for how many years more. Out: a fan that gives the figure at any place between its ends.
Left out on purpose: promises; what is to be reached plays no part in what is foretold.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.judge.trend.choice import MOST, choose_band
from lantu.judge.trend.methods import WAYS
from lantu.judge.trend.spread import measure_spread, to_logs
from lantu.judge.trend.widths import SHARES, WIDTHS

STEEPEST = 50.0
"""Largest exponent: e to the fiftieth is more than anything counted, and stays a number."""


@dataclass(frozen=True, slots=True)
class Fan:
    """Years ahead.

    Attributes:
        way: Name of the way the middle was found.
        years: How many years it looked at.
        middles: Logarithm of the middle figure, one a year.
        spread: How much the series strays.
        ceiling: Figure that nothing can rise above, or None.
    """

    way: str
    years: int
    middles: tuple[float, ...]
    spread: float
    ceiling: float | None = None

    def figure_at(self, ahead: int, place: float) -> float:
        """The figure so many years ahead.

        Args:
            ahead: From 1.
            place: 0 is the middle; 0.8 and -0.8 are the ends of the interval that holds 80 of a hundred.
        """
        width = find_width(self.way, ahead, abs(place)) * self.spread
        exponent = self.middles[ahead - 1] + math.copysign(width, place)
        figure = math.exp(min(STEEPEST, exponent))
        return figure if self.ceiling is None else min(figure, self.ceiling)


def open_fan(figures: Sequence[float], ahead: int, ceiling: float | None = None) -> Fan:
    """The years ahead of a series.

    Args:
        figures: Above zero, oldest first; at least as many as the first band takes.
        ahead: How many years.
        ceiling: Figure that nothing can rise above, or None.
    """
    logs = to_logs(figures[-MOST:])
    band = choose_band(len(logs))
    return Fan(band.way, len(logs), tuple(WAYS[band.way](logs, ahead)), measure_spread(logs), ceiling)


def find_width(way: str, ahead: int, share: float) -> float:
    """Spreads that hold a share of the errors, between the shares of the table by a straight line."""
    row = WIDTHS[way][ahead - 1]
    known = [(0.0, 0.0), *zip(SHARES, row, strict=True)]
    for (share_a, width_a), (share_b, width_b) in itertools.pairwise(known):
        if share <= share_b:
            return width_a + (width_b - width_a) * (share - share_a) / (share_b - share_a)
    return row[-1]
