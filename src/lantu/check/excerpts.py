"""A few lines of a text around some places, with the places marked.

In: a text and spans. Out: excerpts in parts, marked or not; places close to one another
share one. Left out on purpose: addresses and HTML, which pages make.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

AROUND = 70
"""Characters shown before and after a place, as far as its lines go."""
LINES = 6
"""Line breaks that may be crossed on each side: tables of some documents stand one cell a line."""
CELL = 10
"""Characters of a line up to which it looks like a cell."""
MANY_CELLS = 4
"""Lines from which on an excerpt may look like cells."""
CELL_MARK = " ｜ "
_BREAKS = re.compile(r"[ \t\u3000]*(?:\n[ \t\u3000]*)+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the excerpt.

    Attributes:
        text: Its characters, blank lines folded.
        is_marked: Whether it is one of the places.
    """

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines with one place or more.

    Attributes:
        start: Of the first place.
        end: Of the last one.
        parts: In order.
        is_cut_before: Whether the line began earlier.
        is_cut_after: Whether it goes on.
    """

    start: int
    end: int
    parts: tuple[Part, ...]
    is_cut_before: bool
    is_cut_after: bool


def cut_excerpts(text: str, places: Iterable[tuple[int, int]]) -> list[Excerpt]:
    """Excerpts in the order of the text."""
    groups: list[list[tuple[int, int]]] = []
    for start, end in sorted(set(places)):
        if groups and start - groups[-1][-1][1] <= 2 * AROUND:
            groups[-1].append((start, end))
        else:
            groups.append([(start, end)])
    return [_cut(text, group) for group in groups]


def _cut(text: str, places: list[tuple[int, int]]) -> Excerpt:
    first, last = places[0][0], max(end for _, end in places)
    begin, finish = _find_begin(text, first), _find_finish(text, last)
    between = CELL_MARK if _has_cells(text[begin:finish]) else "\n"
    parts = tuple(part for part in _split(text, places, begin, finish, between) if part.text)
    is_cut_before = begin > 0 and text[begin - 1] != "\n"
    is_cut_after = finish < len(text) and text[finish] != "\n"
    return Excerpt(first, last, parts, is_cut_before, is_cut_after)


def _find_begin(text: str, start: int) -> int:
    begin = max(0, start - AROUND)
    breaks = [match.end() for match in _BREAKS.finditer(text, begin, start)]
    return breaks[-LINES] if len(breaks) > LINES else begin


def _find_finish(text: str, end: int) -> int:
    finish = min(len(text), end + AROUND)
    breaks = [match.start() for match in _BREAKS.finditer(text, end, finish)]
    return breaks[LINES - 1] if len(breaks) > LINES else finish


def _has_cells(text: str) -> bool:
    """Whether lines are so short that they are rather cells of a table than lines of prose."""
    lengths = sorted(len(line) for line in map(str.strip, text.split("\n")) if line)
    return len(lengths) >= MANY_CELLS and lengths[len(lengths) // 2] <= CELL


def _split(text: str, places: list[tuple[int, int]], begin: int, finish: int, between: str) -> Iterator[Part]:
    begin += len(text[begin:finish]) - len(text[begin:finish].lstrip())
    finish = max(begin, begin + len(text[begin:finish].rstrip()))
    at = begin
    for start, end in places:
        yield Part(_BREAKS.sub(between, text[at:start]), is_marked=False)
        # A place that runs over a break inside a table is one cell, set on two lines.
        yield Part(_BREAKS.sub("" if between == CELL_MARK else between, text[max(at, start) : end]), is_marked=True)
        at = max(at, end)
    yield Part(_BREAKS.sub(between, text[at:finish]), is_marked=False)
