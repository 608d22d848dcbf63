"""Tables whose columns are kept apart by runs of blanks, as text taken from PDF has them.

In: lines. Out: a grid with every cell under the heading it stands below, empty
cells included. Widths count Chinese characters as two.
Left out on purpose: tables without a heading line that can be recognised.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.read.lines import Line
from lantu.read.table_columns import is_header_word, is_heading_label
from lantu.read.table_grid_nouns import Grid, RawCell, text_of
from lantu.read.table_units import squeeze
from lantu.read.table_wrapped import BodyLine, join_wrapped

_CELL = re.compile(r"\S+(?: \S+)*")
_HAN = re.compile(r"^[\u4e00-\u9fff]$")
_FIGURE = re.compile(r"^[-+<>≥≤~≈约\[]*\d")
_HEADING = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|第.{1,4}[篇章节])")
_LONGEST_PART = 20
_PAGE = re.compile(r"^[-—–\s]*\d{1,3}[-—–\s]*$")
_STOP = re.compile(r"^(?:注|备注|资料来源|数据来源|说明)\s*\d?\s*[::]|^(?:表|图|专栏)\s*\d|[。;]$")
_MOST_BLANKS = 3
_MOST_BARE = 8
_PLAIN_LABEL = re.compile(r"^[^\d。;,]{2,16}$|^[^\d]{1,10}\(.{1,16}\)$")


@dataclass(frozen=True, slots=True)
class Strip:
    """A cell with the screen columns it takes."""

    cell: RawCell
    left: int
    right: int
    text: str


def read_aligned(shadow: str, lines: Sequence[Line], at: int) -> Grid | None:
    """The grid whose heading stands on a line, or None where none does."""
    heads = _strips(shadow, lines[at])
    if len(heads) < 2 or not _is_heading(heads):
        return None
    heads, first, behind = _join_heading(shadow, lines, at, heads)
    rows, last = _read_body(shadow, lines, behind, heads)
    header = tuple(head.cell for head in heads)
    whole = join_wrapped(shadow, rows, [head.text for head in heads])
    if len(whole) < 2 or not _has_figures(shadow, whole):
        return None
    return Grid((header, *whole), first, last)


def _join_heading(shadow: str, lines: Sequence[Line], at: int, heads: list[Strip]) -> tuple[list[Strip], int, int]:
    """Headings joined with those on the lines right above and below, and the lines they take."""
    first, last = at, at
    above = lines[at - 1] if at else None
    if above is not None and not above.is_blank:
        strips = _strips(shadow, above)
        if len(strips) > 1 and all(is_heading_label(strip.text) for strip in strips):
            heads, first = _merge_heads(strips, heads), at - 1
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is not None and not below.is_blank:
        strips = _strips(shadow, below)
        if len(strips) > 1 and all(is_heading_label(strip.text) for strip in strips):
            heads, last = _merge_heads(heads, strips), at + 1
    return heads, first, last


def _merge_heads(upper: Sequence[Strip], lower: Sequence[Strip]) -> list[Strip]:
    """Headings of two lines; those above one another are one."""
    merged = list(upper)
    for strip in lower:
        at = next((i for i, head in enumerate(merged) if strip.left < head.right and head.left < strip.right), None)
        if at is None:
            merged.append(strip)
            continue
        head = merged[at]
        cell = replace(head.cell, more=(*head.cell.more, strip.cell))
        merged[at] = Strip(cell, min(head.left, strip.left), max(head.right, strip.right), head.text + strip.text)
    return sorted(merged, key=lambda strip: strip.left)


def _has_figures(shadow: str, rows: Sequence[Sequence[RawCell]]) -> bool:
    """Whether a third of the rows have a figure behind their name."""
    count = sum(any(_FIGURE.match(squeeze(text_of(shadow, cell))) for cell in row[1:]) for row in rows)
    return count * 3 >= len(rows)


def _is_heading(heads: Sequence[Strip]) -> bool:
    labels = [head.text for head in heads]
    known = [is_heading_label(label) for label in labels]
    has_word = is_header_word(labels[0]) or labels[0] in ("项目", "名称")
    return has_word and all(ok or _PLAIN_LABEL.match(label) for ok, label in zip(known, labels, strict=True))


def _strips(shadow: str, line: Line) -> list[Strip]:
    """Cells of a line, those of spaced-out single characters ("指   标") joined."""
    strips: list[Strip] = []
    column, at = 0, line.left
    for found in _CELL.finditer(shadow, line.start, line.end):
        column += _width(shadow, at, found.start())
        right = column + _width(shadow, found.start(), found.end())
        text = squeeze(found[0])
        last = strips[-1] if strips else None
        if last and _HAN.match(last.text[-1]) and _is_spaced_out(last, text, column):
            strips[-1] = Strip(RawCell(last.cell.start, found.end()), last.left, right, last.text + text)
        else:
            strips.append(Strip(RawCell(found.start(), found.end()), column, right, text))
        column, at = right, found.end()
    return strips


def _is_spaced_out(last: Strip, text: str, column: int) -> bool:
    bare = last.text.lstrip("#")
    is_one = len(bare) == 1 or (len(bare) <= 3 and last.cell.end - last.cell.start > len(last.text) + 1)
    return is_one and bool(_HAN.match(text[0])) and column - last.right <= 6 and (len(text) == 1 or text[1] == "(")


def _width(shadow: str, start: int, end: int) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shadow[start:end])


def _read_body(shadow: str, lines: Sequence[Line], at: int, heads: Sequence[Strip]) -> tuple[list[BodyLine], int]:
    """Lines below a heading, over page breaks; they end where figures stay away."""
    labels = [head.text for head in heads]
    rows: list[BodyLine] = []
    last, bare = at + 1, 0
    kept, kept_last = 0, at + 1
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.is_blank:
            if line.gap > _MOST_BLANKS:
                break
            continue
        strips = _strips(shadow, line)
        if _PAGE.match(line.text) or [strip.text for strip in strips] == labels:
            continue
        has_figure = any(_FIGURE.match(strip.text) for strip in strips[1:])
        is_whole = has_figure or (len(strips) > 1 and len(strips) >= len(heads) - 1)
        if _STOP.search(line.text) or not (is_whole or _may_be_fragment(strips, line)):
            break
        bare = 0 if has_figure else bare + 1
        if bare > _MOST_BARE:
            return rows[:kept], kept_last
        rows.append(BodyLine(_place(strips, heads, line), is_whole, index))
        last = index + 1
        if has_figure:
            kept, kept_last = len(rows), last
    while rows and not rows[-1].is_whole and lines[rows[-1].index].gap > 0:
        last = rows.pop().index  # a paragraph's line, not a part of the last row
    return rows, last


def _may_be_fragment(strips: Sequence[Strip], line: Line) -> bool:
    """Whether a line holds parts of cells that a break parted."""
    is_short = all(len(strip.text) <= _LONGEST_PART for strip in strips)
    return is_short and line.text[-1] not in ",、:" and not _HEADING.match(line.text)


def _place(strips: Sequence[Strip], heads: Sequence[Strip], line: Line) -> tuple[RawCell, ...]:
    """The cells of a line, one for each heading; several under one heading are joined."""
    strips = _join_lead(strips, len(heads))
    cells = [RawCell(line.start, line.start) for _ in heads]
    floor = 0
    for count, strip in enumerate(strips):
        ceiling = len(heads) - 1 - (len(strips) - 1 - count) if len(strips) <= len(heads) else len(heads) - 1
        choices = range(floor, max(ceiling, floor) + 1)
        at = min(choices, key=lambda i: (_distance(strip, heads[i]), i))
        if cells[at].start < cells[at].end:
            cells[at] = RawCell(cells[at].start, strip.cell.end)
        else:
            cells[at] = strip.cell
        floor = min(at + 1, len(heads) - 1)
    return tuple(cells)


def _join_lead(strips: Sequence[Strip], most: int) -> list[Strip]:
    """Words in front of a name made part of it, where a line has more cells than headings."""
    joined = list(strips)
    while len(joined) > most and len(joined) > 1 and not _FIGURE.match(joined[1].text):
        first, second = joined[0], joined[1]
        cell = RawCell(first.cell.start, second.cell.end)
        joined[:2] = [Strip(cell, first.left, second.right, first.text + second.text)]
    return joined


def _distance(strip: Strip, head: Strip) -> float:
    """How far a cell stands from a heading: nothing where they overlap well."""
    overlap = min(strip.right, head.right) - max(strip.left, head.left)
    if overlap > 0:
        return -overlap / max(1, min(strip.right - strip.left, head.right - head.left))
    return abs((strip.left + strip.right) - (head.left + head.right)) / 2
