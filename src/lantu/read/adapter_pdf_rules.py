"""Rules on a page to the cells they enclose.

In: straight rules. Out: grids of cells, one for each bordered table, and lone
cells, which frame paragraphs or pictures.
Left out on purpose: borders made of anything but straight rules.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from lantu.read.adapter_pdf_page import Box
from lantu.read.adapter_pdf_source import Rule
from lantu.read.adapter_pdf_tables import CellGrid

_NEAR = 3.0
"""Points within which rules lie on one line and ends meet."""

_LEAST_SIDES = 3
"""Upright lines that must end at one height to be the open side of a table."""

Line = tuple[float, float, float]
"""Where a rule lies, where it begins, where it ends."""


def find_grids(rules: Iterable[Rule]) -> list[CellGrid]:
    """Grids of cells that touch, from the top of the page down."""
    upright, level = [], []
    for rule in rules:
        if rule.x1 - rule.x0 < rule.bottom - rule.top:
            upright.append(((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
        else:
            level.append(((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
    sides = merge_lines(upright)
    cells = find_cells(sides, close_rows(sides, merge_lines(level)))
    return sorted((_make_grid(group) for group in _group_cells(cells)), key=lambda grid: (grid.box[1], grid.box[0]))


def merge_lines(lines: Sequence[Line]) -> list[Line]:
    """Lines that lie side by side or end to end made one."""
    merged: list[Line] = []
    for bundle in _bundle(sorted(lines)):
        at = sum(line[0] for line in bundle) / len(bundle)
        for _, start, end in sorted(bundle, key=lambda line: line[1]):
            last = merged[-1] if merged else None
            if last is not None and last[0] == at and start <= last[2] + _NEAR:
                merged[-1] = (at, last[1], max(last[2], end))
            else:
                merged.append((at, start, end))
    return merged


def _bundle(lines: Sequence[Line]) -> list[list[Line]]:
    bundles: list[list[Line]] = []
    for line in lines:
        if bundles and line[0] - bundles[-1][-1][0] <= _NEAR:
            bundles[-1].append(line)
        else:
            bundles.append([line])
    return bundles


def close_rows(upright: Sequence[Line], level: Sequence[Line]) -> list[Line]:
    """Level lines and those missing where a page's end cuts a table: several upright lines end there at one height."""
    closed = list(level)
    for end in (1, 2):
        for bundle in _bundle(sorted((line[end], line[0], line[0]) for line in upright)):
            height = bundle[0][0]
            is_closed = any(abs(line[0] - height) <= 2 * _NEAR for line in level)
            if len(bundle) >= _LEAST_SIDES and not is_closed:
                closed.append((height, min(x for _, x, _ in bundle), max(x for _, x, _ in bundle)))
    return sorted(closed)


def find_cells(upright: Sequence[Line], level: Sequence[Line]) -> list[Box]:
    """The smallest boxes with a rule on each side."""
    crossings = _cross(upright, level)
    cells = []
    for (column, row), _ in sorted(crossings.items()):
        found = _find_cell(column, row, upright, level, crossings)
        if found is not None:
            cells.append(found)
    return cells


def _cross(upright: Sequence[Line], level: Sequence[Line]) -> dict[tuple[int, int], bool]:
    """Which upright line meets which level line, by their numbers."""
    heights = [line[0] for line in level]
    crossings = {}
    for column, (x, top, bottom) in enumerate(upright):
        for row in range(bisect_left(heights, top - _NEAR), len(level)):
            y, left, right = level[row]
            if y > bottom + _NEAR:
                break
            if left - _NEAR <= x <= right + _NEAR:
                crossings[column, row] = True
    return crossings


def _find_cell(
    column: int,
    row: int,
    upright: Sequence[Line],
    level: Sequence[Line],
    crossings: dict[tuple[int, int], bool],
) -> Box | None:
    """The smallest cell whose upper left corner is a crossing."""
    x, _, bottom = upright[column]
    y, _, right = level[row]
    belows = [r for r in range(row + 1, len(level)) if level[r][0] <= bottom + _NEAR and (column, r) in crossings]
    besides = [c for c in range(column + 1, len(upright)) if upright[c][0] <= right + _NEAR and (c, row) in crossings]
    for below in belows:
        for beside in besides:
            is_closed = (beside, below) in crossings and _reaches(upright[beside], y, level[below][0])
            if is_closed and _reaches(level[below], x, upright[beside][0]):
                return x, y, upright[beside][0], level[below][0]
    return None


def _reaches(line: Line, start: float, end: float) -> bool:
    return line[1] <= start + _NEAR and end <= line[2] + _NEAR


def _group_cells(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share a corner, group by group."""
    at_corner: dict[tuple[float, float], list[int]] = {}
    for index, (x0, top, x1, bottom) in enumerate(cells):
        for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
            at_corner.setdefault(corner, []).append(index)
    groups: list[list[Box]] = []
    seen: set[int] = set()
    for first in range(len(cells)):
        if first in seen:
            continue
        seen.add(first)
        group, waiting = [], [first]
        while waiting:
            index = waiting.pop()
            group.append(cells[index])
            x0, top, x1, bottom = cells[index]
            for corner in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
                fresh = [other for other in at_corner[corner] if other not in seen]
                seen.update(fresh)
                waiting += fresh
        groups.append(group)
    return groups


def _make_grid(cells: Sequence[Box]) -> CellGrid:
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    by_corner = {(cell[1], cell[0]): cell for cell in cells}
    rows = tuple(tuple(by_corner.get((top, left)) for left in lefts) for top in tops)
    box = (lefts[0], tops[0], max(cell[2] for cell in cells), max(cell[3] for cell in cells))
    return CellGrid(box, rows)
