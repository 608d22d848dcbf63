"""The elements of an article cut into lines and tables.

In: an element. Out: lines in order, as a browser would break them, and tables
as rows of cells.
Left out on purpose: choosing the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lantu.read.adapter_canvas import Piece, join_lines
from lantu.read.adapter_extracted import Limits

Element = Any  # of lxml, which ships no types

SILENT = frozenset(
    "script style noscript template iframe object embed svg canvas video audio select option button input textarea "
    "map head title link meta datalist dialog rt rp".split()
)
_BLOCKS = frozenset(
    "p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead "
    "tbody tfoot tr td th caption center form fieldset legend figure figcaption hr details summary address body html "
    "dir menu".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_WIDE_BREAK = re.compile(r"(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])")  # fmt: skip
_EDGES = " \u3000\u00a0\u2002\u2003\u200b"
_MOST_IN_CELL = 400
"""Characters in one cell beyond which a table is taken for a way of laying out the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; where it has none, so many blank lines."""

    text: str
    gap: int = 1


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; a cell that spans several places stands in the first, the others are empty."""

    rows: tuple[tuple[Piece, ...], ...]
    is_cut: bool = False


Block = Line | TableBlock


@dataclass(slots=True)
class _Cutter:
    limits: Limits
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    is_cut: bool = False

    def flush(self) -> None:
        text = "".join(self.words).strip(_EDGES)
        self.words.clear()
        if text:
            self.blocks.append(Line(text))

    def add_words(self, text: str | None, is_kept: bool = False) -> None:
        if text:
            self.words.append(text if is_kept else _BLANKS.sub(" ", _WIDE_BREAK.sub("", text)))

    def cut(self, element: Element, depth: int = 0, is_pre: bool = False) -> None:
        if not isinstance(element.tag, str) or element.tag in SILENT:
            return
        if depth > self.limits.depth:
            self.is_cut = True
            self.add_words(_deep_words(element))
            return
        if element.tag == "table":
            self.flush()
            self._cut_table(element, depth)
            return
        is_block = element.tag in _BLOCKS
        count = len(self.blocks)
        if is_block or element.tag == "br":
            self.flush()
        if element.tag in _HEADINGS:
            self.blocks.append(Line("", 1))
        if element.tag == "li":
            self.add_words(_list_number(element))
        self._cut_children(element, depth, is_pre or element.tag == "pre")
        if is_block:
            self.flush()
            if element.tag == "p" and len(self.blocks) == count:
                self.blocks.append(Line("", 1))

    def _cut_children(self, element: Element, depth: int, is_pre: bool) -> None:
        self._take(element.text, is_pre)
        for child in element:
            self.cut(child, depth + 1, is_pre)
            self._take(child.tail, is_pre)

    def _take(self, text: str | None, is_pre: bool) -> None:
        if not is_pre or not text:
            self.add_words(text)
            return
        for at, line in enumerate(text.splitlines()):
            if at:
                self.flush()
            self.add_words(line, is_kept=True)

    def _cut_table(self, table: Element, depth: int) -> None:
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in own_rows(table)]
        if is_layout(table, rows):
            self._cut_frame(table, depth, max(map(len, rows), default=0) <= 1)
            return
        for caption in table.iterchildren("caption"):
            self.cut(caption, depth + 1)
        self.blocks.append(_read_grid(rows, self.limits))

    def _cut_frame(self, table: Element, depth: int, is_box: bool) -> None:
        """Cells as lines; a frame of one column is a box, whose end blank lines mark."""
        if is_box:
            self.blocks.append(Line("", 1))
        for row in own_rows(table):
            for cell in row:
                if isinstance(cell.tag, str):
                    self.flush()
                    self._cut_children(cell, depth + 3, False)
                    self.flush()
        if is_box:
            self.blocks.append(Line("", 2))


def cut_blocks(element: Element, limits: Limits) -> tuple[list[Block], bool]:
    """Lines and tables in order, and whether something was nested too deeply."""
    cutter = _Cutter(limits)
    cutter.cut(element)
    cutter.flush()
    return cutter.blocks, cutter.is_cut


def own_rows(table: Element) -> Iterator[Element]:
    """Rows of a table, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def is_layout(table: Element, rows: list[list[Element]]) -> bool:
    """Whether a table places paragraphs on the page, or frames them, instead of showing figures."""
    if max(map(len, rows), default=0) <= 1 or len(rows) < 2:
        return True
    if any(len(inner) for inner in table.iterdescendants("table")):
        return True
    return any(len(words_of(cell)) > _MOST_IN_CELL for row in rows for cell in row)


def words_of(element: Element) -> str:
    """An element's words, blanks folded."""
    return _BLANKS.sub(" ", "".join(str(text) for text in element.itertext())).strip(_EDGES)


def _deep_words(element: Element) -> str:
    """Words of an element too deep to walk; silent ones among them left out."""
    return " ".join(
        words for child in element.iter() if child.tag not in SILENT and (words := (child.text or "").strip())
    )


def _list_number(item: Element) -> str:
    """The number a browser prints in front of an item of an ordered list."""
    above = item.getparent()
    if above is None or above.tag != "ol":
        return ""
    start = above.get("start", "1")
    items = [child for child in above if child.tag == "li"]
    return f"{(int(start) if start.isdecimal() and len(start) < 6 else 1) + items.index(item)}."


def _read_grid(rows: list[list[Element]], limits: Limits) -> TableBlock:
    grid: list[tuple[Piece, ...]] = []
    carried: dict[int, tuple[int, bool]] = {}
    count, is_cut = 0, False
    for row in rows:
        places: list[Piece] = []
        for cell in row:
            _carry_down(places, carried)
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            is_cut |= len(places) + across > limits.columns
            across = max(1, min(across, limits.columns - len(places)))
            for at in range(across):
                carried[len(places)] = (down - 1, at > 0)
                places.append(Piece("", is_joined=True) if at else Piece(_cell_words(cell)))
        _carry_down(places, carried)
        count += len(places)
        if count > limits.cells:
            return TableBlock(tuple(grid), True)
        grid.append(tuple(places[: limits.columns]))
    return TableBlock(tuple(grid), is_cut)


def _carry_down(places: list[Piece], carried: dict[int, tuple[int, bool]]) -> None:
    """Empty places where cells of the rows above reach down."""
    while carried.get(len(places), (0, False))[0] > 0:
        rows, is_joined = carried[len(places)]
        carried[len(places)] = (rows - 1, is_joined)
        places.append(Piece("", is_joined=is_joined))


def _cell_words(cell: Element) -> str:
    cutter = _Cutter(Limits())
    cutter.cut(cell)
    cutter.flush()
    return join_lines(block.text for block in cutter.blocks if isinstance(block, Line) and block.text)


def _span(cell: Element, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(1, int(value)) if value.isdecimal() and len(value) < 6 else 1
