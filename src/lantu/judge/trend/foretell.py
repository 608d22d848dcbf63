"""The trend of a target: where its figures point to, and whether that is enough.

In: a target, its values and its standing. Out: a trend. Left out on purpose: changing the standing, and sentences.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from lantu.core.standing import Standing
from lantu.core.target import Target
from lantu.core.trend import NoTrend, Outlook, Trend
from lantu.core.value import Value
from lantu.judge.trend.choice import FARTHEST, FEWEST
from lantu.judge.trend.continued import Continued, Limits, find_continued
from lantu.judge.trend.fan import Fan, open_fan

VERSION = "1"
LEAST_CHANCE = 0.02
"""Of the chance and of its opposite: the series of the back-test say nothing of rarer things."""
RECENT_YEARS = 5
STEPS = 40
"""Halvings of the fan in the search for the place of a figure: more than any figure shown has digits."""
Figure = Callable[[float], float]


def add_trend(target: Target, values: Sequence[Value], standing: Standing) -> Standing:
    """The standing with its trend."""
    return replace(standing, trend=foretell(target, values, standing))


def foretell(target: Target, values: Sequence[Value], standing: Standing) -> Trend:
    """Where the figures of a target point to at its due date; or why that is not told."""
    continued = find_continued(target, values, standing)
    if isinstance(continued, NoTrend):
        return Trend(refused=continued)
    known, last = len(continued.years), continued.years[-1]
    refused = _refuse(continued, target.due_year - last)
    if refused is not NoTrend.NONE:
        return Trend(refused=refused, years=known, last_year=last)
    figures = [float(figure) for figure in continued.figures]
    fan = open_fan(figures, target.due_year - last, _find_ceiling(continued, figures))
    return _tell(continued, fan, target.due_year)


def _refuse(continued: Continued, ahead: int) -> NoTrend:
    if len(continued.years) < FEWEST:
        return NoTrend.TOO_FEW
    if ahead < 1:
        return NoTrend.SETTLED
    if ahead > FARTHEST:
        return NoTrend.TOO_FAR
    return NoTrend.NOT_POSITIVE if min(continued.figures) <= 0 else NoTrend.NONE


def _find_ceiling(continued: Continued, figures: Sequence[float]) -> float | None:
    is_share = continued.unit in ("%", "％") and not continued.is_sum
    return 100.0 if is_share and max(figures) <= 100 else None


def _tell(continued: Continued, fan: Fan, due_year: int) -> Trend:
    last, ahead = continued.years[-1], due_year - continued.years[-1]
    outlook = tuple(_look(continued, fan, year) for year in range(1, ahead + 1))
    needed, recent = _find_paces(continued, ahead)
    needed_pct, recent_pct = _find_growths(continued, ahead)
    return Trend(
        way=f"{fan.way}/{VERSION}",
        years=fan.years,
        last_year=last,
        unit=continued.unit,
        is_index=continued.is_index,
        is_sum=continued.is_sum,
        goal=None if continued.limit is None else _round(float(continued.limit)),
        is_kept=not continued.is_sum and _is_within(continued.limits, continued.figures[-1]),
        outlook=outlook,
        chance=_find_chance(continued.limits, lambda place: _figure_of(continued, fan, ahead, place)),
        needed=needed,
        recent=recent,
        needed_pct=needed_pct,
        recent_pct=recent_pct,
        inputs=continued.inputs,
    )


def _is_within(limits: Limits, figure: Fraction) -> bool:
    low, high = limits
    return (low is None or figure >= low) and (high is None or figure <= high)


def _figure_of(continued: Continued, fan: Fan, ahead: int, place: float) -> float:
    """The figure of a year; for a sum all years up to it, straying the same way."""
    if not continued.is_sum:
        return fan.figure_at(ahead, place)
    return float(continued.so_far) + sum(fan.figure_at(year, place) for year in range(1, ahead + 1))


def _look(continued: Continued, fan: Fan, ahead: int) -> Outlook:
    ends = (_round(_figure_of(continued, fan, ahead, place)) for place in (0.0, -0.8, 0.8, -0.95, 0.95))
    return Outlook(continued.years[-1] + ahead, *ends)


def _find_chance(limits: Limits, figure: Figure) -> Decimal | None:
    low, high = limits
    if low is None and high is None:
        return None
    below_low = 0.0 if low is None else _share_below(float(low), figure)
    below_high = 1.0 if high is None else _share_below(float(high), figure)
    chance = min(max(below_high - below_low, LEAST_CHANCE), 1 - LEAST_CHANCE)
    return Decimal(f"{chance:.3f}")


def _share_below(limit: float, figure: Figure) -> float:
    """Share of the fan below a figure: the fan's places run from -1 to 1, and half of it lies on each side of 0."""
    least, most = -1.0, 1.0
    for _ in range(STEPS):
        middle = (least + most) / 2
        if figure(middle) < limit:
            least = middle
        else:
            most = middle
    return (1 + most) / 2


def _find_paces(continued: Continued, ahead: int) -> tuple[Decimal | None, Decimal | None]:
    figures, goal = continued.figures, continued.limit
    past = figures[-RECENT_YEARS - 1 :]
    if continued.is_sum:
        recent = sum(figures[-RECENT_YEARS:], Fraction(0)) / len(figures[-RECENT_YEARS:])
        needed = None if goal is None else (goal - continued.so_far) / ahead
    else:
        recent = (past[-1] - past[0]) / (len(past) - 1)
        needed = None if goal is None else (goal - figures[-1]) / ahead
    return None if needed is None else _round(float(needed)), _round(float(recent))


def _find_growths(continued: Continued, ahead: int) -> tuple[Decimal | None, Decimal | None]:
    """Mean growth in %; none for shares, whose changes are points, and for sums."""
    if continued.is_sum or continued.unit in ("%", "％", "‰"):
        return None, None
    past = continued.figures[-RECENT_YEARS - 1 :]
    recent = _grow(float(past[0]), float(past[-1]), len(past) - 1)
    goal = continued.limit
    return None if goal is None or goal <= 0 else _grow(float(past[-1]), float(goal), ahead), recent


def _grow(before: float, after: float, years: int) -> Decimal:
    return Decimal(f"{((after / before) ** (1 / years) - 1) * 100:.4f}")


def _round(figure: float) -> Decimal:
    """Six digits that count; more would be of no meaning, and differ between machines."""
    return Decimal(format(Decimal(f"{figure:.6g}"), "f"))
