"""One page of a PDF as lines and tables, in reading order.

In: a page's characters, rules and rectangles. Out: lines of text and bordered
tables from top to bottom, column by column where the page has two.
Left out on purpose: what goes on over a page's end; `adapter_pdf_flow` joins it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lantu.read.adapter_canvas import Piece, join_lines

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points."""

_GAP = 0.8
"""Blanks wider than so many characters part a line into segments, which may belong to two columns."""
_WIDE_GAP = 1.5
"""Blanks wider than so many characters stay in a line's text, since they may part cells."""
_LEAST_IN_COLUMN = 6
_FILLED = 0.6


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and where it stands."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one line of one column.

    Attributes:
        text: The words.
        x0: Left end.
        x1: Right end.
        top: Upper edge.
        bottom: Lower edge.
        size: Of most of its characters.
        page: Page number from 1.
        column: Which column of the page, or which frame: lines of one number stand under one another.
        left: Left edge of that column.
        right: Right edge of that column.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int = 0
    column: int = 0
    left: float = 0.0
    right: float = 0.0


@dataclass(frozen=True, slots=True)
class PageTable:
    """A bordered table on one page.

    Attributes:
        box: Where it stands.
        columns: Left edges of its columns.
        rows: Places with the text of their cells; "" for empty cells and for the rest of merged ones.
        page: Page number from 1.
    """

    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[Piece, ...], ...]
    page: int = 0


Item = TextLine | PageTable


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, in reading order."""

    number: int
    width: float
    height: float
    items: tuple[Item, ...] = field(default=())


def cut_lines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Characters grouped by the line they stand on, each line from left to right."""
    lines: list[list[Glyph]] = []
    height = 0.0
    for glyph in sorted(glyphs, key=lambda g: (g.middle, g.x0)):
        if lines and glyph.middle - height <= 0.5 * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
            height = glyph.middle
    return [_drop_doubles(sorted(line, key=lambda g: g.x0)) for line in lines]


def _drop_doubles(line: list[Glyph]) -> list[Glyph]:
    """Without the second print of a character, by which some programs make bold."""
    kept: list[Glyph] = []
    for glyph in line:
        if any(glyph.text == k.text and abs(glyph.x0 - k.x0) < 0.25 * glyph.size for k in kept[-2:]):
            continue
        kept.append(glyph)
    return kept


def cut_segments(line: Sequence[Glyph]) -> list[TextLine]:
    """A line cut at its wide blanks."""
    segments: list[list[Glyph]] = []
    for glyph in line:
        if glyph.text.isspace():
            continue
        before = segments[-1][-1] if segments else None
        if before is None or glyph.x0 - before.x1 > _GAP * max(glyph.size, before.size):
            segments.append([])
        segments[-1].append(glyph)
    return [_make_line(segment, line) for segment in segments]


def _make_line(segment: Sequence[Glyph], line: Sequence[Glyph]) -> TextLine:
    sizes = sorted(glyph.size for glyph in segment)
    return TextLine(
        spell_glyphs(_with_blanks(segment, line)),
        segment[0].x0,
        max(glyph.x1 for glyph in segment),
        min(glyph.top for glyph in segment),
        max(glyph.bottom for glyph in segment),
        sizes[len(sizes) // 2],
    )


def _with_blanks(segment: Sequence[Glyph], line: Sequence[Glyph]) -> list[Glyph]:
    left, right = segment[0].x0, segment[-1].x1
    return [glyph for glyph in line if left <= glyph.x0 and glyph.x1 <= right + 0.1]


def spell_glyphs(glyphs: Sequence[Glyph]) -> str:
    """The characters of a line; a blank between two Latin words, none beside Chinese, where it is only setting."""
    words: list[str] = []
    before: Glyph | None = None
    has_blank = False
    for glyph in glyphs:
        if glyph.text.isspace():
            has_blank = True
            continue
        if before is not None:
            is_apart = has_blank or glyph.x0 - before.x1 > 0.3 * glyph.size
            if is_apart and before.text[-1].isascii() and glyph.text[0].isascii():
                words.append(" ")
        words.append(glyph.text)
        before, has_blank = glyph, False
    return "".join(words)


def order_items(
    segments: Sequence[TextLine], tables: Sequence[PageTable], frames: Sequence[Box], gutter: float | None
) -> list[Item]:
    """Segments and tables in reading order, segments of one line joined where the page has one column.

    Args:
        segments: Of the page, outside its tables.
        tables: Of the page.
        frames: Boxes drawn around paragraphs; lines inside keep to themselves.
        gutter: Where the right one of two columns begins, or None.
    """
    free = [line for line in segments if not any(holds(frame, line) for frame in frames)]
    items: list[Item] = list(tables)
    items += _set_columns(free, gutter)
    for number, frame in enumerate(frames):
        inside = [line for line in segments if holds(frame, line)]
        items += _set_edges(_join_segments(inside), 10 + number)
    return _read_across(items, gutter)


def find_gutter(segments: Sequence[TextLine], before_page: float | None) -> float | None:
    """Where the blank strip between two columns of prose ends, or None for a page of one column.

    Cells of a table without borders are short; lines of a column fill it.

    Args:
        segments: Of the page.
        before_page: The strip of the page before; it holds for this one too where hardly a line crosses it.
    """
    found = _find_own_gutter(segments)
    if found is None and before_page is not None:
        crossing = [s for s in segments if s.x0 < before_page - 1 and s.x1 > before_page]
        return before_page if 5 * len(crossing) < len(segments) else None
    return found


def _find_own_gutter(segments: Sequence[TextLine]) -> float | None:
    if len(segments) < 2 * _LEAST_IN_COLUMN:
        return None
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    starts = sorted({round(s.x0, 1) for s in segments if 0.35 < (s.x0 - left) / max(right - left, 1) < 0.65})
    best, most = None, 0
    for start in starts:
        before = [s for s in segments if s.x1 <= start]
        behind = [s for s in segments if s.x0 >= start - 1]
        if min(len(before), len(behind)) < _LEAST_IN_COLUMN or len(before) + len(behind) < 0.6 * len(segments):
            continue
        if _fill(before, start - left) >= _FILLED and _fill(behind, right - start) >= _FILLED:
            count = len(before) + len(behind)
            if count > most:
                best, most = start, count
    return best


def _fill(segments: Sequence[TextLine], width: float) -> float:
    return sum(s.x1 - s.x0 for s in segments) / len(segments) / max(width, 1)


def _set_columns(segments: Sequence[TextLine], gutter: float | None) -> list[TextLine]:
    if gutter is None:
        return _set_edges(_join_segments(segments), 0)
    whole = [s for s in segments if s.x0 < gutter - 1 and s.x1 > gutter]
    before = [s for s in segments if s.x1 <= gutter]
    behind = [s for s in segments if s.x0 >= gutter - 1]
    columns = ((whole, 0), (before, 1), (behind, 2))
    return [line for lines, number in columns for line in _set_edges(_join_segments(lines), number)]


def _join_segments(segments: Sequence[TextLine]) -> list[TextLine]:
    """Segments of one height made one line, wide blanks between them kept as blanks."""
    lines: list[TextLine] = []
    for segment in sorted(segments, key=lambda s: ((s.top + s.bottom) / 2, s.x0)):
        last = lines[-1] if lines else None
        if last is not None and abs(segment.top + segment.bottom - last.top - last.bottom) < last.size:
            is_wide = segment.x0 - last.x1 > _WIDE_GAP * last.size
            text = f"{last.text}   {segment.text}" if is_wide else join_lines((last.text, segment.text))
            lines[-1] = replace(last, text=text, x1=max(last.x1, segment.x1), bottom=max(last.bottom, segment.bottom))
        else:
            lines.append(segment)
    return lines


def _set_edges(lines: Sequence[TextLine], column: int) -> list[TextLine]:
    if not lines:
        return []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return [replace(line, column=column, left=left, right=right) for line in lines]


def _read_across(items: Sequence[Item], gutter: float | None) -> list[Item]:
    """Top to bottom; between two items that cross the gutter, the left column before the right one."""
    ordered = sorted(items, key=_top)
    if gutter is None:
        return ordered
    result: list[Item] = []
    band: list[Item] = []
    for item in ordered:
        if _crosses(item, gutter):
            result += _read_band(band, gutter)
            result.append(item)
            band = []
        else:
            band.append(item)
    return result + _read_band(band, gutter)


def _read_band(band: Sequence[Item], gutter: float) -> list[Item]:
    return [i for i in band if _left(i) < gutter - 1] + [i for i in band if _left(i) >= gutter - 1]


def _crosses(item: Item, gutter: float) -> bool:
    right = item.box[2] if isinstance(item, PageTable) else item.x1
    return _left(item) < gutter - 1 and right > gutter


def _left(item: Item) -> float:
    return item.box[0] if isinstance(item, PageTable) else item.x0


def _top(item: Item) -> tuple[float, float]:
    if isinstance(item, PageTable):
        return item.box[1], item.box[0]
    return item.top, item.x0


def holds(box: Box, line: TextLine) -> bool:
    """Whether a line's middle stands inside a box."""
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
