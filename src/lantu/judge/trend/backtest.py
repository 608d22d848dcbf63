"""Forecasts tried on years that are known: what each way would have said, and how far off it was.

In: series of consecutive years. Out: trials of a way; from those of one half of the series the widths of intervals, and
of the other half how many figures the intervals hold. Every series weighs the same, however many trials it gives.
Left out on purpose: reading the series, and printing.

Source: split conformal prediction with scaled residuals, Lei, G'Sell, Rinaldo, Tibshirani and Wasserman 2018.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from lantu.judge.trend.methods import WAYS
from lantu.judge.trend.spread import measure_spread, to_logs

LENGTHS = (3, 4, 5, 6, 8, 10, 12, 15)
"""How many years a forecast is given to start from."""
ORIGINS = 4
"""How many years of each series a forecast is tried from, spread evenly, for each length."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One year foretold.

    Attributes:
        series: Which series.
        count: Years the forecast started from.
        horizon: How many years ahead.
        error: Known figure less the foretold, on the scale of logarithms.
        spread: Of the years it started from.
    """

    series: str
    count: int
    horizon: int
    error: float
    spread: float

    @property
    def scaled(self) -> float:
        """Size of the error in spreads."""
        return abs(self.error) / self.spread


def try_way(name: str, figures: Sequence[float], way: str, count: int, horizon: int) -> list[Trial]:
    """A way tried on one series from several years; none where the series is too short.

    Args:
        name: Of the series.
        figures: Above zero, oldest first.
        way: One of WAYS.
        count: Years to start from.
        horizon: How many years to foretell.
    """
    logs = to_logs(figures)
    starts = range(count, len(logs))
    trials = []
    for start in starts[:: max(1, len(starts) // ORIGINS)][:ORIGINS]:
        seen, known = logs[start - count : start], logs[start : start + horizon]
        told = WAYS[way](seen, len(known))
        spread = measure_spread(seen)
        trials += [
            Trial(name, count, ahead, true - guess, spread)
            for ahead, (true, guess) in enumerate(zip(known, told, strict=True), start=1)
        ]
    return trials


def mean_error(trials: Iterable[Trial]) -> float:
    """Mean size of the error: over the trials of each series, then over the series."""
    return fmean(fmean(abs(t.error) for t in own) for own in _by_series(trials).values())


def find_widths(trials: Iterable[Trial], shares: Sequence[float]) -> list[float]:
    """For each share the number of spreads that holds that share of the errors, every series weighing the same."""
    weighed = sorted((t.scaled, 1 / len(own)) for own in _by_series(trials).values() for t in own)
    total = sum(weight for _, weight in weighed)
    widths, gone, at = [], 0.0, 0
    for share in sorted(shares):
        while at < len(weighed) and gone + weighed[at][1] < share * total:
            gone += weighed[at][1]
            at += 1
        widths.append(weighed[min(at, len(weighed) - 1)][0])
    return widths


def measure_coverage(trials: Iterable[Trial], widths: Mapping[int, float]) -> float:
    """Share of the errors within the width of their horizon, every series weighing the same."""
    return fmean(fmean(t.scaled <= widths[t.horizon] for t in own) for own in _by_series(trials).values())


def _by_series(trials: Iterable[Trial]) -> dict[str, list[Trial]]:
    grouped: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        grouped[trial.series].append(trial)
    return grouped
