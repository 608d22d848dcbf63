"""How much a series strays from its own yearly change.

In: figures above zero. Out: their logarithms, and one figure for the straying. Left out on purpose: figures of zero and
below, which have no logarithm; the intervals are measured on logarithms only.
"""

import itertools
import math
from collections.abc import Sequence
from statistics import fmean

USUAL = 0.05
"""Straying of the middle series of the back-test, about 5 % a year. Few points say little of their own: they are
mixed with it."""
USUAL_WEIGHT = 2
"""How many points the usual straying counts for."""


def to_logs(figures: Sequence[float]) -> list[float]:
    """Natural logarithms.

    Raises:
        ValueError: If a figure is zero or below.
    """
    return [math.log(figure) for figure in figures]


def measure_spread(logs: Sequence[float]) -> float:
    """Root of the mean square of yearly changes about their mean, mixed with the usual straying."""
    changes = [after - before for before, after in itertools.pairwise(logs)]
    mean = fmean(changes)
    squares = sum((change - mean) ** 2 for change in changes)
    free = len(changes) - 1
    return math.sqrt((squares + USUAL_WEIGHT * USUAL**2) / (free + USUAL_WEIGHT))
