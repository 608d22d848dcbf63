"""A line of yearly figures and the way to the target, as an SVG without a script: for embedding in other people's pages.

In: a target's line. Out: places of points and words. Left out on purpose: more than one series; the full chart is in the cockpit.
"""

from dataclasses import dataclass

from lantu.show.public_lines import PublicLine

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 300, 24, 24, 40, 40


@dataclass(frozen=True, slots=True)
class Point:
    """A figure where it is drawn."""

    x: int
    y: int
    text: str
    year: int


@dataclass(frozen=True, slots=True)
class LineChart:
    """All that is drawn; `promise` is the way from the base to the target, if both are numbers."""

    actual: tuple[Point, ...]
    promise: tuple[Point, ...]
    years: tuple[Point, ...]


def draw_line(line: PublicLine) -> LineChart | None:
    """The chart, or None where there is no figure to draw."""
    promise = [(line.due_year, line.goal_amount)] if line.goal_amount is not None else []
    if line.base_year is not None and line.base_amount is not None:
        promise.insert(0, (line.base_year, line.base_amount))
    marks = [*line.years, *promise]
    if not line.years and len(promise) < 2:
        return None
    first, last = min(year for year, _ in marks), max(year for year, _ in marks)
    low, high = min(amount for _, amount in marks), max(amount for _, amount in marks)

    def place(year: int, amount: float) -> Point:
        across = (year - first) / max(last - first, 1)
        up = 0.5 if high == low else (amount - low) / (high - low)
        x = LEFT + across * (WIDTH - LEFT - RIGHT)
        y = HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)
        return Point(round(x), round(y), f"{amount:,.10g}", year)

    ticks = tuple(Point(place(year, low).x, HEIGHT - 12, str(year), year) for year in range(first, last + 1))
    return LineChart(tuple(place(*m) for m in line.years), tuple(place(*m) for m in promise), ticks)
