"""Whether a figure jumps against the history of its series.

In: figures of earlier years and the new one. Out: how far the change lies from the usual, in robust terms, or None
where nothing can be said. Left out on purpose: correcting; a jump may be true.

Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers (ASQC, 1993): modified z-score
0.6745 (x − median) / MAD, outlying beyond 3.5; where MAD is 0, (x − median) / (1.253314 MeanAD).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

FAR = 3.5
FEWEST = 4
"""Changes needed before the score means anything."""
MANYFOLD = 2.0
"""With fewer, a figure this many times as large or small as the last is a jump."""
LITTLE = 0.02
"""A change within two per cent of the usual one is no jump, however steady the series was."""
FLAT = 0.1
"""Where every change so far was the same, one that differs by more than a tenth is a jump."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A change that lies far from the usual.

    Attributes:
        change: New figure against the last: a ratio where both are positive, else a difference.
        usual: The median of the changes before, or None where there were too few.
        score: Modified z-score, or None where there were too few.
        is_ratio: Whether changes are ratios.
    """

    change: float
    usual: float | None
    score: float | None
    is_ratio: bool


def find_jump(history: Sequence[float], new: float, *, by_difference: bool = False) -> Jump | None:
    """The jump a new figure makes, or None.

    Args:
        history: Figures of the years before, one after the other, oldest first.
        new: The figure of the next year.
        by_difference: Whether the series is one of rates, whose changes are points rather than ratios.
    """
    if not history:
        return None
    series = [*history, new]
    is_ratio = not by_difference and all(figure > 0 for figure in series)
    changes = [_change(a, b, is_ratio) for a, b in pairwise(series)]
    last, before = changes[-1], changes[:-1]
    shown = math.exp(last) if is_ratio else last
    if len(before) < FEWEST:
        is_far = is_ratio and abs(last) > math.log(MANYFOLD)
        return Jump(shown, None, None, is_ratio) if is_far else None
    middle = median(before)
    score = _score(last, before, middle)
    if abs(score) <= FAR or (is_ratio and abs(last - middle) < LITTLE):
        return None
    return Jump(shown, math.exp(middle) if is_ratio else middle, score, is_ratio)


def _change(a: float, b: float, is_ratio: bool) -> float:
    # Rounded, so that changes written the same in decimals are the same here.
    return round(math.log(b / a) if is_ratio else b - a, 9)


def _score(last: float, before: Sequence[float], middle: float) -> float:
    deviations = [abs(change - middle) for change in before]
    spread = median(deviations)
    if spread > 0:
        return 0.6745 * (last - middle) / spread
    mean = sum(deviations) / len(deviations)
    if mean > 0:
        return (last - middle) / (1.253314 * mean)
    return math.copysign(math.inf, last - middle) if abs(last - middle) > FLAT else 0.0
