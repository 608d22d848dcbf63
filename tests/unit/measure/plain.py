"""Steps computed a second time, in plain Python with exact fractions, for the tests of measure and of the engines.

In: readings as rows, places, steps. Out: cells by item, place and period. Left out on purpose: anything shared with the
expressions but the nouns; a mistake made twice would not be found.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lantu.core.step import By, Over, Step

Key = tuple[str, str, int]
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """One row of the lake."""

    series: str
    observed_at: datetime
    value: float | None
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure, how many it was made of, and how many there were."""

    amount: Fraction | None
    n: int
    seen: int


def compute_cells(
    steps: Sequence[Step], readings: Iterable[Reading], places: Iterable[tuple[str, str, str, str]]
) -> dict[str, dict[Key, Cell]]:
    """Cells of all steps, which stand in an order in which they can be computed."""
    rows, lands = list(readings), list(places)
    made: dict[str, dict[Key, Cell]] = {}
    grains: dict[str, str] = {}
    for step in steps:
        if step.is_from_lake:
            made[step.name] = _from_lake(step, rows)
        else:
            wanted = {*step.items, step.parts.get("left_out", ""), step.parts.get("weight", "")}
            last_made = {item: name for name in step.inputs for item in {key[0] for key in made[name]}}
            finer = {
                key: cell
                for name in step.inputs
                for key, cell in made[name].items()
                if key[0] in wanted and last_made[key[0]] == name
            }
            made[step.name] = _from_cells(step, finer, grains[step.inputs[0]], lands)
        grains[step.name] = step.grain
    return made


def _from_lake(step: Step, readings: list[Reading]) -> dict[Key, Cell]:
    groups: dict[Key, list[Reading]] = defaultdict(list)
    for reading in readings:
        pack, item, place = reading.series.split("/", 2)
        if pack == step.pack and item in step.items:
            local = reading.observed_at.astimezone(UTC) + timedelta(hours=8)
            if step.hours == "end":
                local -= timedelta(seconds=1)
            hours = (local.date() - EPOCH).days * 24 + local.hour
            groups[item, place, period_of(hours, "hour", step.grain)].append(reading)
    cells = {}
    for key, rows in groups.items():
        bounds = step.rules["within"].editions[-1].find(key[0]) if "within" in step.rules else None
        amounts = []
        for row in rows:
            if row.flag or row.value is None or math.isnan(row.value):
                continue
            if not _is_in_time(step, key[0], row.observed_at):
                continue
            if step.by is By.MEAN_INVERSE:
                if row.value > 0 and (
                    bounds is None or float(bounds["lowest"]) <= row.value <= float(bounds["highest"])
                ):
                    amounts.append((row.observed_at, Fraction(math.floor(10**step.decimals / row.value + 0.5))))
            elif bounds is None or float(bounds["lowest"]) <= row.value <= float(bounds["highest"]):
                amounts.append((row.observed_at, Fraction(math.floor(row.value * 10**step.decimals + 0.5))))
        total = _join(step.by, [a for _, a in sorted(amounts)])
        cells[key] = _finish(step, key, total, len(amounts), len(rows))
    return cells


def _is_in_time(step: Step, item: str, at: datetime) -> bool:
    local = at.astimezone(UTC) + timedelta(hours=8)
    if step.hours == "end":
        local -= timedelta(seconds=1)
    told = {"only_hours": local.hour, "only_weekdays": local.isoweekday()}
    for role in step.rules.keys() & told.keys():
        held = step.rules[role].pick(local.date())
        if held is None or told[role] not in held.find(item):
            return False
    return True


def _join(by: By, amounts: list[Fraction]) -> Fraction | None:
    if by is By.COUNT:
        return Fraction(len(amounts))
    if not amounts:
        return None
    if by is By.MEAN_INVERSE:
        by = By.MEAN
    return {By.MEAN: lambda: sum(amounts, Fraction(0)) / len(amounts), By.SUM: lambda: sum(amounts, Fraction(0)),
            By.MIN: lambda: min(amounts), By.MAX: lambda: max(amounts), By.LAST: lambda: amounts[-1]}[by]()  # fmt: skip


def _from_cells(step: Step, finer: Mapping[Key, Cell], grain: str, places: list[Any]) -> dict[Key, Cell]:
    if step.by is By.WINDOWS:
        return _windows(step, finer)
    if step.over is Over.NOTHING:
        return _each(step, finer)
    if step.by is By.CLASSIFY:
        return _classify(step, finer, places)
    if step.by is By.JUDGE:
        return _judge(step, finer, places)
    marker = step.parts.get("left_out")
    marked = {(p, t) for (i, p, t), c in finer.items() if i == marker and c.amount is not None and c.amount > 0}
    groups: dict[Key, list[tuple[Key, Cell]]] = defaultdict(list)
    for (item, place, period), cell in finer.items():
        if item == marker:
            continue
        into = step.into or item
        if step.over is Over.PLACES:
            for inner, level, outer, _ in places:
                if inner == place and level in step.levels:
                    groups[into, outer, period].append(((item, place, period), cell))
        else:
            to = period_of(period, grain, step.grain) if step.over is Over.TIME else period
            groups[into, place, to].append(((item, place, period), cell))
    return {key: _bring_together(step, key, rows, marked, grain) for key, rows in groups.items()}


def _bring_together(step: Step, key: Key, rows: list[tuple[Key, Cell]], marked: set[Any], grain: str) -> Cell:
    rows = sorted(rows, key=lambda row: row[0][2])
    excepted = step.parts.get("left_out_of", "").split(",")
    valid = [(k, c.amount) for k, c in rows if c.amount is not None]
    used = [a for (i, p, t), a in valid if not (i in excepted and (p, t) in marked)]
    if step.by is By.RATIO:
        by_item = {k[0]: a for k, a in valid}
        over, under = by_item.get(step.parts["above"]), by_item.get(step.parts["below"])
        per = _rule(step, "per", key)
        total = None if over is None or not under or under < 0 else over * int(per) * 10**step.decimals / under
        return _finish(step, key, total, len(valid), len(rows))
    if step.by is By.WEIGHTED:
        return _weigh(step, key, rows)
    if step.by is By.SHARE:
        most = _rule(step, "up_to", key)
        good = sum(a <= most * 10**step.decimals for a in used)
        total = Fraction(100 * 10**step.decimals * good, len(used)) if used else None
    elif step.by is By.PERCENTILE:
        total = _percentile(sorted(used), _rule(step, "percent", key)) if used else None
    elif step.by is By.OVER_LIMIT:
        limits = [_rule(step, "limit", k) for k, _ in valid]
        is_known = bool(limits) and None not in limits
        single = [a / 1000 / Fraction(limit) for (_, a), limit in zip(valid, limits, strict=True)] if is_known else []
        total = sum(single, Fraction(0)) * 10**step.decimals if is_known else None
    else:
        total = _join(step.by, used)
    is_valid = True
    if "least_month" in step.rules:
        counts = [sum(_month_of(k[2], grain) == m for k, _ in valid) for m in range(1, 13)]
        roles = ["least_february" if m == 2 else "least_month" for m in range(1, 13)]
        is_valid = all(c >= _rule(step, role, key) for c, role in zip(counts, roles, strict=True))
    if "least_pct" in step.rules:
        share = _rule(step, "least_pct_few" if len(rows) < _rule(step, "few", key) else "least_pct", key)
        is_valid = len(valid) * 100 >= share * len(rows)
    if "whole" in step.rules:
        is_valid = len(valid) >= _rule(step, "whole", key) or _decides(step, key, total)
    return _finish(step, key, total, len(used), len(rows), is_valid=is_valid, measured=len(valid))


def _decides(step: Step, key: Key, total: Fraction | None) -> bool:
    if total is None:
        return False
    scale = 10**step.decimals
    from_, above = (_rule(step, role, key) if role in step.rules else None for role in ("unless_from", "unless_above"))
    return (from_ is not None and total >= from_ * scale) or (above is not None and total > above * scale)


def _percentile(amounts: list[Fraction], percent: Decimal) -> Fraction:
    place = (len(amounts) - 1) * Fraction(percent) / 100
    low = math.floor(place)
    high = min(low + 1, len(amounts) - 1)
    return amounts[low] + (amounts[high] - amounts[low]) * (place - low)


def _weigh(step: Step, key: Key, rows: list[tuple[Key, Cell]]) -> Cell:
    weights = {k[1]: c.amount for k, c in rows if k[0] == step.parts["weight"]}
    figures = {k[1]: c.amount for k, c in rows if k[0] != step.parts["weight"]}
    both = [(a, w) for place, a in figures.items() if a is not None and (w := weights.get(place)) is not None]
    under = sum((w for _, w in both), Fraction(0))
    total = sum((a * w for a, w in both), Fraction(0)) / under if under else None
    return _finish(step, key, total, len(both), len(figures))


def _each(step: Step, finer: Mapping[Key, Cell]) -> dict[Key, Cell]:
    cells = {}
    for key, cell in finer.items():
        amount = cell.amount
        if amount is not None and step.by is By.OVER_LIMIT:
            limit = _rule(step, "limit", key)
            # amounts of the finer step have three places in all packs that use this
            made = None if limit is None else _half_even(amount / 1000 / Fraction(limit) * 10**step.decimals)
            cells[key] = Cell(made, cell.n, cell.seen)
        elif amount is not None and step.by is By.INVERSE:
            # the finer step has nine places in all packs that use this
            made = _half_even(Fraction(10 ** (9 + step.decimals)) / amount) if amount > 0 else None
            cells[key] = Cell(made, cell.n, cell.seen)
        elif amount is not None:
            index = _index(amount / 1000, _rule(step, "points", key))
            cells[key] = Cell(None if index is None else Fraction(index * 10**step.decimals), cell.n, cell.seen)
        else:
            cells[key] = cell
    return cells


def _index(amount: Fraction, held: Any) -> int | None:
    points, levels = held["points"], held["levels"]
    for (low, start), (high, end) in zip(
        zip(points, levels, strict=False), zip(points[1:], levels[1:], strict=False), strict=False
    ):
        if amount <= high:
            return math.ceil(Fraction(end - start) / Fraction(high - low) * (amount - Fraction(low)) + Fraction(start))
    if len(points) == len(levels):
        return int(held["cap"])
    return int(levels[len(points) - 1]) if held["above"] == "stay" else None


def _classify(step: Step, finer: Mapping[Key, Cell], places: list[Any]) -> dict[Key, Cell]:
    kinds = {place: kind for place, _, _, kind in places}
    groups: dict[Key, list[tuple[str, Cell]]] = defaultdict(list)
    for (item, place, period), cell in finer.items():
        groups[step.into, place, period].append((item, cell))
    made = {}
    for key, cells in groups.items():
        worst = {}
        for body in ("river", "lake"):
            numbers = [
                _class(c.amount / 10**9, _rule(step, "limits", (item, *key[1:])), body)
                for item, c in cells
                if c.amount is not None
            ]
            worst[body] = max((n for n in numbers if n is not None), default=None)
        kind = kinds.get(key[1], "") or step.parts.get("body", "")
        number = worst[kind] if kind else worst["river"] if worst["river"] == worst["lake"] else None
        n = sum(c.amount is not None for _, c in cells)
        made[key] = Cell(None if number is None else Fraction(number * 10**step.decimals), n, len(cells))
    return made


def _judge(step: Step, finer: Mapping[Key, Cell], places: list[Any]) -> dict[Key, Cell]:
    """Statuses of groups, by the rule's own words."""
    groups: dict[Key, list[tuple[str, Cell]]] = defaultdict(list)
    for (item, place, period), cell in finer.items():
        for inner, level, outer, _ in places:
            if inner == place and level in step.levels:
                groups[step.into, outer, period].append((item, cell))
    scale, order = 10**step.decimals, ("excellent", "good", "light", "medium", "heavy")
    made = {}
    for key, cells in groups.items():
        first = (step.items[0], *key[1:])
        bands, words = _rule(step, "bands", first), list(_rule(step, "words", first).values())
        sections = [c for item, c in cells if item != step.parts["mean"]]
        measured = sum(c.n > 0 for c in sections)
        classes = [int(c.amount / scale) for c in sections if c.amount is not None]
        mean = next((c.amount for item, c in cells if item == step.parts["mean"]), None)
        word, n = None, len(classes)
        if measured < bands["fewest"]:
            word, n = None if mean is None else words[int(mean / scale) - 1], measured
        elif classes:
            good, bad = (Fraction(100 * sum(t), n) for t in ((c <= 3 for c in classes), (c == 6 for c in classes)))
            if good >= bands["good_from"]:
                word = bands["excellent" if good >= bands["excellent_from"] else "good"]
            else:
                word = bands[
                    "heavy" if bad >= bands["heavy_from"] else "medium" if bad >= bands["medium_from"] else "light"
                ]
        number = None if word is None else [bands[name] for name in order].index(word) + 1
        made[key] = Cell(None if number is None else Fraction(number * scale), n, len(sections))
    return made


def _class(amount: Fraction, held: Any, body: str) -> int | None:
    if held is None:
        return None
    item = held["item"]
    if "between" in item:
        return 1 if item["between"][0] <= amount <= item["between"][1] else len(held["classes"]) + 1
    if "at_least" in item:
        tests = [amount >= limit for limit in item["at_least"]]
    else:
        limits = item.get("at_most_lake", item["at_most"]) if body == "lake" else item["at_most"]
        tests = [amount <= limit for limit in limits]
    return tests.index(True) + 1 if True in tests else len(tests) + 1


def _windows(step: Step, finer: Mapping[Key, Cell]) -> dict[Key, Cell]:
    days: dict[Key, dict[int, Fraction | None]] = defaultdict(dict)
    for (item, place, hour), cell in finer.items():
        days[item, place, hour // 24][hour % 24 + 1] = cell.amount
    made = {}
    for key, hours in days.items():
        means = []
        for end in range(int(_rule(step, "first", key)), 25):
            window = [a for h in range(end - 7, end + 1) if (a := hours.get(h)) is not None]
            if len(window) >= _rule(step, "least_hours", key):
                means.append(sum(window, Fraction(0)) / len(window))
        cell = _finish(step, key, max(means, default=None), 99, len(hours))
        amount = cell.amount
        limit = _rule(step, "unless_above", key) * 10**step.decimals
        is_valid = amount is not None and (len(means) >= _rule(step, "least", key) or amount > limit)
        made[key] = Cell(amount if is_valid else None, len(means), len(hours))
    return made


def _finish(
    step: Step,
    key: Key,
    total: Fraction | None,
    n: int,
    seen: int,
    *,
    is_valid: bool = True,
    measured: int | None = None,
) -> Cell:
    places = _rule(step, "round", key) if "round" in step.rules else None
    unit = 1 if places is None else 10 ** (step.decimals - int(places))
    if "least" in step.rules:
        role = (
            "least_february"
            if step.grain == "month" and key[2] % 12 == 1 and "least_february" in step.rules
            else "least"
        )
        is_valid = is_valid and (n if measured is None else measured) >= _rule(step, role, key)
    return Cell(_half_even(total / unit) * unit if total is not None and is_valid else None, n, seen)


def _half_even(value: Fraction) -> Fraction:
    return Fraction(round(value))


def _rule(step: Step, role: str, key: Key) -> Any:
    """What holds for the last day of a cell's period."""
    dated = step.rules[role]
    held = dated.pick(last_day(key[2], step.grain))
    return None if held is None else held.find(key[0])


def period_of(period: int, grain: str, into: str) -> int:
    if grain == into:
        return period
    if grain == "month":
        return period // 12
    if into == "day":
        return period // 24
    day = EPOCH + timedelta(days=period // 24 if grain == "hour" else period)
    return day.year * 12 + day.month - 1 if into == "month" else day.year


def _month_of(period: int, grain: str) -> int:
    return period_of(period, grain, "month") % 12 + 1


def last_day(period: int, grain: str) -> date:
    if grain in ("hour", "day"):
        return EPOCH + timedelta(days=period // 24 if grain == "hour" else period)
    first = date(period // 12, period % 12 + 1, 1) if grain == "month" else date(period, 1, 1)
    following = (
        (first.replace(day=28) + timedelta(days=4)).replace(day=1) if grain == "month" else date(period + 1, 1, 1)
    )
    return following - timedelta(days=1)
