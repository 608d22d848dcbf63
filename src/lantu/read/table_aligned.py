"""Tables whose columns are kept apart by runs of blanks, as text taken from PDF has them.

In: lines. Out: a grid with every cell under the heading it stands below, empty
cells included. Widths count Chinese characters as two.
Left out on purpose: tables without a heading line that can be recognised.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.read.lines import Line
from lantu.read.table_columns import is_header_word, is_heading_label
from lantu.read.table_grid_nouns import Grid, RawCell
from lantu.read.table_units import squeeze

_CELL = re.compile(r"\S+(?: \S+)*")
_HAN = re.compile(r"^[\u4e00-\u9fff]$")
_FIGURE = re.compile(r"^[-+<>≥≤~≈约\[]*\d")
_ROW_NO = re.compile(r"^\(?\d{1,3}[.、)]?$")
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
    rows, last = _read_body(shadow, lines, at, heads)
    if len(rows) < 3 or not _has_figures(shadow, rows):
        return None
    header = tuple(head.cell for head in heads)
    return Grid((header, *_join_wrapped(shadow, rows, header)), at, last)


def _has_figures(shadow: str, rows: Sequence[Sequence[RawCell]]) -> bool:
    """Whether a third of the rows have a figure behind their name."""
    count = sum(any(_FIGURE.match(shadow[cell.start : cell.end]) for cell in row[1:]) for row in rows)
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


def _read_body(
    shadow: str, lines: Sequence[Line], at: int, heads: Sequence[Strip]
) -> tuple[list[tuple[RawCell, ...]], int]:
    """Rows below a heading, over page breaks; it ends where figures stay away."""
    labels = [head.text for head in heads]
    rows: list[tuple[RawCell, ...]] = []
    last, bare, is_new_page = at + 1, 0, False
    kept, kept_last = 0, at + 1
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if line.is_blank:
            if line.gap > _MOST_BLANKS:
                break
            continue
        if _PAGE.match(line.text):
            is_new_page = True
            continue
        strips = _strips(shadow, line)
        if [strip.text for strip in strips] == labels:
            continue
        has_figure = any(_FIGURE.match(strip.text) for strip in strips[1:])
        if _STOP.search(line.text) or not (has_figure or _may_be_row(strips, line, heads, bool(rows))):
            break
        bare = 0 if has_figure else bare + 1
        if bare > _MOST_BARE:
            return rows[:kept], kept_last
        if is_new_page and not has_figure:
            break
        rows.append(_place(strips, heads, line))
        last, is_new_page = index + 1, False
        if has_figure:
            kept, kept_last = len(rows), last
    return rows, last


def _may_be_row(strips: Sequence[Strip], line: Line, heads: Sequence[Strip], has_rows: bool) -> bool:
    if len(strips) >= 2:
        return len(strips) >= len(heads) - 1 or bool(_ROW_NO.match(strips[0].text))
    return len(line.text) <= 20 and (has_rows or len(heads) > 2) and line.text[-1] not in ",、:"


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


def _join_wrapped(
    shadow: str, rows: Sequence[tuple[RawCell, ...]], header: Sequence[RawCell]
) -> list[tuple[RawCell, ...]]:
    """Rows, a name parted over two lines made one."""
    labels = [squeeze(shadow[cell.start : cell.end]) for cell in header]
    at = next((i for i, label in enumerate(labels) if "指标" in label and "属性" not in label), 0)
    joined: list[tuple[RawCell, ...]] = []
    for row in rows:
        before = joined[-1] if joined else None
        is_rest = before is not None and len(header) > 2 and _is_open(before, at) and not _has_number(row, at)
        if before is not None and is_rest and row[at].start < row[at].end:
            cells = list(row)
            cells[:at] = before[:at]
            cells[at] = RawCell(before[at].start, row[at].end)
            joined[-1] = tuple(cells)
        else:
            joined.append(row)
    return joined


def _is_open(row: Sequence[RawCell], at: int) -> bool:
    """Whether a row has a number and a name and nothing behind them yet."""
    behind = any(cell.start < cell.end for cell in row[at + 1 :])
    return not behind and at > 0 and _has_number(row, at) and row[at].start < row[at].end


def _has_number(row: Sequence[RawCell], at: int) -> bool:
    return any(cell.start < cell.end for cell in row[:at])
