"""What an indicator's line chart draws, as plain numbers for the script.

In: values and targets of one indicator and place. Out: a dictionary for JSON. Left
out on purpose: the drawing, and exactness: a screen has no decimals; the table
beside the chart has the exact figures.
"""

import calendar
import math
from collections.abc import Iterable, Sequence
from typing import Any

from lantu.core.absence import Absence
from lantu.core.definition import Definition
from lantu.core.entry import Comparator
from lantu.core.observation import Status
from lantu.core.quantity import Quantity, parse_unit
from lantu.core.target import Form, Target
from lantu.core.time import Period
from lantu.core.value import Value
from lantu.show.numbers import write_period, write_quantity
from lantu.show.titles import plan_title
from lantu.show.trends import build_band
from lantu.show.units import unit_word
from lantu.store.fetch.standings import StandingTarget

THRESHOLDS = (Form.FLOOR, Form.CEILING)


def build_chart(
    definition: Definition, values: Iterable[Value], targets: Iterable[StandingTarget]
) -> dict[str, Any] | None:
    """The chart's data, or None where there is nothing to draw."""
    targets = list(targets)
    points = [point for value in values if (point := _build_point(value, definition))]
    promises = [line for item in targets if (line := _build_promise(item, definition))]
    if not points and not promises:
        return None
    years = [point["x"] for point in points] + [y for p in promises for y in (p["base_year"], p["due"])]
    points.sort(key=lambda p: p["x"])
    return {
        "first": math.floor(min(years)),
        "last": math.ceil(max(years)),
        "unit": unit_word(definition.unit),
        "points": points,
        "promises": promises,
        "band": _build_band(points, targets, definition),
    }


def _build_band(
    points: Sequence[dict[str, Any]], targets: Iterable[StandingTarget], definition: Definition
) -> list[dict[str, Any]]:
    """One band, that of the target due last: all trends of a series are the same where they reach."""
    trends = [t.standing.trend for t in targets if t.standing and t.standing.trend and t.standing.trend.outlook]
    if not trends:
        return []
    trend = max(trends, key=lambda t: t.outlook[-1].year)
    start = [(p["x"], p["y"]) for p in points if p["whole"] and p["x"] == trend.last_year]
    return build_band(trend, start[-1] if start else None, definition.unit)


def place_on_axis(period: Period) -> float:
    """A period's end as a year: the last day of 2024 is 2024, the end of November 2025 lies before 2025."""
    days = 366 if calendar.isleap(period.end.year) else 365
    return round(period.end.year - 1 + period.end.timetuple().tm_yday / days, 3)


def _build_point(value: Value, definition: Definition) -> dict[str, Any] | None:
    number = _in_unit(value.quantity, definition.unit)
    if number is None or isinstance(value.quantity, Absence):
        return None
    sign = "" if value.bound is Comparator.EQUAL else f"{value.bound} "
    return {
        "x": place_on_axis(value.period),
        "y": number,
        "when": write_period(value.period),
        "text": sign + write_quantity(value.quantity.amount, value.quantity.unit.symbol, _places(value, definition)),
        "preliminary": value.status is Status.PRELIMINARY,
        "bound": value.bound is not Comparator.EQUAL,
        "whole": value.period.is_full_year,
    }


def _places(value: Value, definition: Definition) -> int | None:
    return None if value.rule.startswith("reported") else definition.decimals


def _build_promise(item: StandingTarget, definition: Definition) -> dict[str, Any] | None:
    target = item.target
    goal = _in_unit(target.value, definition.unit)
    if goal is None or isinstance(target.value, Absence):
        return None
    base = _in_unit(target.base.quantity, definition.unit)
    return {
        "name": plan_title(item.row.version.plan),
        "due": target.due_year,
        "goal": goal,
        "text": write_quantity(target.value.amount, target.value.unit.symbol),
        "base_year": target.base.year,
        "base": base,
        "base_text": _write(target),
        "threshold": target.form in THRESHOLDS or base is None,
    }


def _write(target: Target) -> str:
    figure = target.base.quantity
    return "" if isinstance(figure, Absence) else write_quantity(figure.amount, figure.unit.symbol)


def _in_unit(figure: Quantity | Absence, symbol: str) -> float | None:
    """The figure in the definition's unit for drawing, or None where it does not convert."""
    if isinstance(figure, Absence):
        return None
    unit = parse_unit(symbol)
    return float(figure.in_unit(unit).amount) if figure.unit.fits(unit) else None
