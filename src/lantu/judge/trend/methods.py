"""Ways to continue a short series, from the plainest up.

In: figures of consecutive years, oldest first, on the scale they are to be continued on, and for how many years. Out: as
many figures more. Each way is robust against few points; the two of statsmodels are fitted and come later in the table.
Left out on purpose: which of them is used (`choice`), and intervals (`fan`).

Source: Hyndman and Athanasopoulos, Forecasting: principles and practice, chapters 5 and 8 (naive, drift, exponential
smoothing with a damped trend); Assimakopoulos and Nikolopoulos 2000 (theta); Sen 1968 (median of slopes).
"""

import warnings
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from statistics import fmean, median
from types import MappingProxyType
from typing import Any

Figures = Sequence[float]
Way = Callable[[Figures, int], list[float]]

DAMPING = 0.85
"""What is left of a slope after a year, where a slope is damped without being fitted."""


def repeat_last(figures: Figures, years: int) -> list[float]:
    """The last figure, unchanged; every other way is held against it."""
    return [figures[-1]] * years


def follow_drift(figures: Figures, years: int) -> list[float]:
    """The mean yearly change goes on."""
    slope = (figures[-1] - figures[0]) / (len(figures) - 1)
    return [figures[-1] + slope * year for year in range(1, years + 1)]


def damp_drift(figures: Figures, years: int) -> list[float]:
    """The mean yearly change goes on and fades."""
    slope = (figures[-1] - figures[0]) / (len(figures) - 1)
    return _fade(figures[-1], slope, years)


def follow_recent(figures: Figures, years: int) -> list[float]:
    """The mean change of the last three years goes on and fades."""
    recent = figures[-4:]
    return _fade(figures[-1], (recent[-1] - recent[0]) / (len(recent) - 1), years)


def follow_median(figures: Figures, years: int) -> list[float]:
    """The median of the slopes between all pairs of years goes on from the last figure."""
    slope = median((figures[b] - figures[a]) / (b - a) for a, b in combinations(range(len(figures)), 2))
    return [figures[-1] + slope * year for year in range(1, years + 1)]


def average_ways(figures: Figures, years: int) -> list[float]:
    """The mean of last, drift and recent: the three differ in what they trust, and their errors partly cancel."""
    ways = (repeat_last(figures, years), follow_drift(figures, years), follow_recent(figures, years))
    return [fmean(told) for told in zip(*ways, strict=True)]


def smooth_damped(figures: Figures, years: int) -> list[float]:
    """Exponential smoothing with a damped trend, fitted by statsmodels."""
    from statsmodels.tsa.holtwinters import Holt

    return _fit(lambda: Holt(list(figures), damped_trend=True, initialization_method="estimated"), figures, years)


def follow_theta(figures: Figures, years: int) -> list[float]:
    """Theta: half the slope of a straight line, and exponential smoothing, fitted by statsmodels."""
    import numpy as np
    from statsmodels.tsa.forecasting.theta import ThetaModel

    told = np.asarray(figures, dtype=float)
    return _fit(lambda: ThetaModel(told, deseasonalize=False, period=1), figures, years)


def _fit(build: Callable[[], Any], figures: Figures, years: int) -> list[float]:
    if max(figures) == min(figures):
        # nothing to fit: the straying is zero, and its logarithm is not a number
        return repeat_last(figures, years)
    with warnings.catch_warnings():
        # a fit of few points that stops early is used as it is: the intervals are measured on such fits, too
        warnings.simplefilter("ignore")
        return [float(x) for x in build().fit().forecast(years)]


def _fade(last: float, slope: float, years: int) -> list[float]:
    told, step = [], slope
    for _ in range(years):
        step *= DAMPING
        last += step
        told.append(last)
    return told


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "last": repeat_last,
        "drift": follow_drift,
        "damped": damp_drift,
        "recent": follow_recent,
        "median": follow_median,
        "average": average_ways,
        "smooth": smooth_damped,
        "theta": follow_theta,
    }
)
"""By the name that a forecast carries."""
