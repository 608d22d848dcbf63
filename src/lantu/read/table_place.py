"""Which columns the cells of a row belong to when empty cells have vanished.

In: readings in order, the columns they may fill. Out: for each reading its
column, and how sure that is: every placement that keeps the order is scored by
type and by arithmetic (base + change = target, growth = mean yearly growth).
Left out on purpose: finding rows; `table_stream` does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from lantu.core.entry import CellForm, CellRole
from lantu.read.table_cells import CellReading
from lantu.read.table_columns import Column

_MOST_PLACEMENTS = 2000
_NEVER = -9.0
_MISFIT = 0.5
"""Confidence of a row that has a cell for every column, one of them of another kind than its column."""
_FIGURES = (CellForm.NUMBER, CellForm.AT_LEAST, CellForm.AT_MOST, CellForm.ABOUT, CellForm.RANGE, CellForm.DUAL)


@dataclass(frozen=True, slots=True)
class Placement:
    """Indexes of columns for readings, and how sure they are (0 to 1)."""

    columns: tuple[int, ...]
    confidence: float


def place_cells(readings: Sequence[CellReading], columns: Sequence[Column], unit: str) -> Placement:
    """The best order-keeping placement of readings in columns.

    Args:
        readings: Of the row's value cells, in order; more than there are columns are cut off.
        columns: Those that may hold figures or a status.
        unit: Of the row's levels, or "".
    """
    readings = readings[: len(columns)]
    if len(readings) == len(columns):
        fits = [_fit(reading, column, unit) for reading, column in zip(readings, columns, strict=True)]
        return Placement(tuple(range(len(columns))), 1.0 if min(fits, default=0.0) >= 0 else _MISFIT)
    scored = []
    for count, chosen in enumerate(combinations(range(len(columns)), len(readings))):
        if count > _MOST_PLACEMENTS:
            break
        scored.append((_score(readings, [columns[at] for at in chosen], unit), chosen))
    scored.sort(key=lambda pair: (-pair[0], pair[1]))
    best = scored[0]
    margin = best[0] - scored[1][0] if len(scored) > 1 else 9.0
    return Placement(best[1], 0.95 if margin >= 1.5 else 0.8 if margin >= 0.5 else 0.6)


def _score(readings: Sequence[CellReading], columns: Sequence[Column], unit: str) -> float:
    total = sum(_fit(reading, column, unit) for reading, column in zip(readings, columns, strict=True))
    levels = {c.role: (r.value, c.year) for r, c in zip(readings, columns, strict=True) if c.kind == "value"}
    for reading, column in zip(readings, columns, strict=True):
        if column.kind == "growth" and column.of is not None:
            total += _agree(reading, levels.get(CellRole.BASE), levels.get(column.of))
    total += 0.4 * (CellRole.TARGET in levels) + 0.2 * (CellRole.BASE in levels)
    return total + _plausible(levels.get(CellRole.BASE), levels.get(CellRole.TARGET))


def _fit(reading: CellReading, column: Column, unit: str) -> float:
    if column.kind == "status":
        return {CellForm.STATUS: 3.0, CellForm.TEXT: 1.0}.get(reading.form, _NEVER)
    if column.kind == "growth":
        return _fit_growth(reading, column)
    if column.kind == "value":
        return _fit_level(reading, column, unit)
    return 1.0 if reading.form in (CellForm.TEXT, CellForm.ASSIGNED) else _NEVER


def _fit_growth(reading: CellReading, column: Column) -> float:
    if "百分点" in reading.unit:
        return 2.8
    if reading.form is CellForm.PERCENT or reading.unit == "%":
        return 2.0
    if reading.form is CellForm.CUMULATIVE:
        return 1.8
    if reading.form in (CellForm.ASSIGNED, CellForm.RELATIVE):
        return 1.0 if column.of is CellRole.TARGET else -1.0
    if reading.form in _FIGURES:
        return 0.8
    return 0.5 if reading.form is CellForm.DASH else -2.0


def _fit_level(reading: CellReading, column: Column, unit: str) -> float:
    is_target = column.role is CellRole.TARGET
    if "百分点" in reading.unit:
        return -1.0
    if reading.form is CellForm.PERCENT:
        return 1.5 if unit in ("", "%", "‰") else 0.3
    if reading.form in _FIGURES:
        return 2.0 if is_target or reading.form is CellForm.NUMBER else 1.0
    if reading.form is CellForm.CUMULATIVE:
        return 1.0 if column.role is not CellRole.BASE else -1.0
    if reading.form in (CellForm.ASSIGNED, CellForm.RELATIVE):
        return 2.5 if is_target else -1.0
    if reading.form is CellForm.STATUS:
        return 0.3 if column.role is CellRole.ACTUAL else -2.0
    return {CellForm.SPLIT: 1.5, CellForm.DASH: 1.0}.get(reading.form, -1.0)


_Level = tuple[Decimal | None, int | None]


def _agree(growth: CellReading, base: _Level | None, later: _Level | None) -> float:
    """How well a growth figure fits the levels around it."""
    if base is None or later is None or growth.value is None or base[0] is None or later[0] is None:
        return 0.0
    years = later[1] - base[1] if later[1] and base[1] and later[1] > base[1] else 5
    first, last, stated = float(base[0]), float(later[0]), float(growth.value)
    change = last - first
    candidates = []
    if growth.form is CellForm.CUMULATIVE:
        candidates = [change, last]
    else:
        if growth.unit != "%":
            candidates.append(change / years)
        if "百分点" not in growth.unit and first > 0 and last > 0:
            candidates.append(((last / first) ** (1 / years) - 1) * 100)
    error = min((abs(c - stated) / max(abs(c), abs(stated), 1e-9) for c in candidates), default=1.0)
    return 2.5 if error < 0.08 else 0.8 if error < 0.35 else -1.0


def _plausible(base: _Level | None, target: _Level | None) -> float:
    if base is None or target is None or base[0] is None or target[0] is None or base[0] <= 0 or target[0] <= 0:
        return 0.0
    ratio = float(target[0]) / float(base[0])
    return 0.5 if 0.1 <= ratio <= 10 else -0.5
