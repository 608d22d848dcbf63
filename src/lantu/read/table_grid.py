"""Text laid out as rows of cells, whatever marks the cells.

In: lines. Out: grids, each with the offsets of its cells row by row; or, where
one cell stands on a line and empty cells have vanished, one long stream.
Left out on purpose: what rows and columns mean.
"""

import re
from collections.abc import Sequence

from lantu.read.lines import Line
from lantu.read.table_aligned import read_aligned
from lantu.read.table_columns import is_header_word, is_heading_label
from lantu.read.table_grid_nouns import Grid, RawCell
from lantu.read.table_units import squeeze

_FIRST_OF_HEADER = "序编号指类名产项主一二领维分板方核具规"
_MOST_BLANKS = 12
_LONGEST_MEAN = 30
"""Characters a cell has at most on average; indented paragraphs have more."""
_RULE = re.compile(r"^[|\s:+=-]+$")
_RULED = re.compile(r"^[|\s:]*-{2,}[-|\s:]*$")
_SENTENCE_END = "。;.!?"
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+[篇章节])")
_NOTE = re.compile(r"^(?:注|备注|说明|资料来源|数据来源)\s*\d?\s*[::.]|^注\d*[::]?$")


def find_grids(shadow: str, lines: Sequence[Line]) -> list[Grid]:
    """All grids of the text in order."""
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        grid = _grid_at(shadow, lines, at)
        if grid is None:
            at += 1
        else:
            grids.append(grid)
            at = max(grid.last, at + 1)
    return grids


def _grid_at(shadow: str, lines: Sequence[Line], at: int) -> Grid | None:
    line = lines[at]
    raw = shadow[line.left : line.right]
    if "\t" in raw:
        return _read_tab_lines(shadow, lines, at)
    if line.text.startswith("|") or ("|" in line.text and at + 1 < len(lines) and _RULED.match(lines[at + 1].text)):
        return _read_pipes(shadow, lines, at)
    if line.is_blank or len(line.text) > 160:
        return None
    if is_header_word(squeeze(line.text)):
        return _read_stream(lines, at)
    return read_aligned(shadow, lines, at) if "  " in line.text and line.text[0] in _FIRST_OF_HEADER else None


# ---------------------------------------------------------------- tabs


def _read_tab_lines(shadow: str, lines: Sequence[Line], at: int) -> Grid | None:
    last = _last_tab_line(shadow, lines, at)
    block = lines[at:last]
    is_cell_by_line = max(shadow.count("\t", line.left, line.right) for line in block) <= 1
    rows = _cells_by_line(shadow, block) if is_cell_by_line else _cells_by_tab(shadow, block)
    cells = [cell for row in rows for cell in row]
    if len(cells) < 6 or sum(cell.end - cell.start for cell in cells) > _LONGEST_MEAN * len(cells):
        return None
    if len(rows) < 2:
        if not any(is_header_word(squeeze(shadow[cell.start : cell.end])) for cell in cells[:14]):
            return None
        filled = tuple(cell for cell in cells if cell.start < cell.end)
        return Grid((filled,), at, last, is_stream=True)
    if sum(len(row) > 1 for row in rows) * 2 < len(rows):
        return None
    return Grid(tuple(tuple(row) for row in rows), at, last)


def _last_tab_line(shadow: str, lines: Sequence[Line], at: int) -> int:
    """The end of the run of lines with tabs, in-cell line breaks between them included."""
    last = at + 1
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if "\t" in shadow[line.left : line.right]:
            last = index + 1
        elif index - last >= 4 or (not line.is_blank and not _may_continue_cell(line)):
            break
    return last


def _may_continue_cell(line: Line) -> bool:
    is_plain = not _NOTE.match(line.text) and not _ORDINAL.match(line.text) and line.text[-1] not in "。;"
    return is_plain and len(line.text) <= 40 and not re.match(r"表\s*\d", line.text)


def _cells_by_line(shadow: str, block: Sequence[Line]) -> list[list[RawCell]]:
    """Rows of one cell a line: each begins with a tab, and a blank line parts the rows."""
    rows: list[list[RawCell]] = []
    was_blank = True
    for line in block:
        has_tab = "\t" in shadow[line.left : line.right]
        if has_tab:
            if was_blank or not rows:
                rows.append([])
            rows[-1].append(RawCell(line.start, line.end))
        elif not line.is_blank and rows and rows[-1]:
            cell = rows[-1][-1]
            rows[-1][-1] = RawCell(line.start if cell.start == cell.end else cell.start, line.end)
        was_blank = line.is_blank and not has_tab
    return rows


def _cells_by_tab(shadow: str, block: Sequence[Line]) -> list[list[RawCell]]:
    lines = [line for line in block if "\t" in shadow[line.left : line.right]]
    return [_cut(shadow, line.left, line.right, "\t") for line in lines]


def _cut(shadow: str, left: int, right: int, mark: str) -> list[RawCell]:
    cells, at = [], left
    for part in shadow[left:right].split(mark):
        text = part.strip()
        start = at + len(part) - len(part.lstrip()) if text else at
        cells.append(RawCell(start, start + len(text)))
        at += len(part) + 1
    return cells


# ---------------------------------------------------------------- pipes


def _read_pipes(shadow: str, lines: Sequence[Line], at: int) -> Grid | None:
    last = at
    is_framed = lines[at].text.startswith("|")
    while last < len(lines) and (lines[last].text.startswith("|") if is_framed else "|" in lines[last].text):
        last += 1
    rows = []
    for line in lines[at:last]:
        if not _RULE.match(line.text):
            end = line.end - 1 if is_framed and line.text.endswith("|") and len(line.text) > 1 else line.end
            rows.append(tuple(_cut(shadow, line.start + is_framed, end, "|")))
    return Grid(tuple(rows), at, last) if len(rows) >= 2 else None


# ---------------------------------------------------------------- one cell a line


def _read_stream(lines: Sequence[Line], at: int) -> Grid | None:
    """Cells one a line from a header word on, until a note, a sentence or a heading."""
    cells: list[Line] = []
    last = at
    for index in range(at, len(lines)):
        line = lines[index]
        if line.is_blank:
            if line.gap > _MOST_BLANKS:
                break
            continue
        if not _may_be_cell(line):
            break
        cells.append(line)
        last = index + 1
    labels = [squeeze(line.text) for line in cells[:14]]
    if _names_table(labels):
        return None
    if len(cells) < 10 or sum(map(is_header_word, labels)) < 2 or sum(map(is_heading_label, labels)) < 3:
        return None
    return Grid((tuple(RawCell(line.start, line.end) for line in cells),), at, last, is_stream=True)


def _names_table(labels: Sequence[str]) -> bool:
    """Whether the first line is the table's caption ("主要指标") and the heading comes behind it."""
    return (
        len(labels) > 2
        and labels[0].endswith("指标")
        and any("指标名" in label or label == "指标" for label in labels[1:4])
    )


def _may_be_cell(line: Line) -> bool:
    if len(line.text) > 48 or _NOTE.match(line.text) or _ORDINAL.match(line.text):
        return False
    if re.match(r"(?:表|专栏|图)\s*\d", line.text):
        return False
    return line.text[-1] not in "。;" and line.text.count(",") < 2
