"""Pages of a PDF joined to one flow of paragraphs and tables.

In: pages in order. Out: paragraphs, tables and gaps; running heads and page
numbers left out, paragraphs and tables joined over page ends.
Left out on purpose: foot notes, which stay where they are printed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lantu.read.adapter_canvas import Canvas, Piece, join_lines
from lantu.read.adapter_pdf_page import Item, Page, PageTable, TextLine
from lantu.read.adapter_pdf_tables import is_continued, join_tables

_MARGIN = 0.12
"""Share of a page's height at its top and foot where running heads stand."""
_PAGE_NUMBER = re.compile(
    r"^(?:[-—–―~·\s]*\d{1,4}[-—–―~·\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[ivxlcIVXLC]{1,7})$"
)
_STARTS = re.compile(
    r"^(?:第[一二三四五六七八九十百]+[章节篇]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|专栏\s*\d|[表图]\s*\d|注\s*[：:]|——)"
)
_CONTINUED = re.compile(
    r"^(?:续表?|表)\s*[\d一二三四五六七八九十.-]*\s*(?:[（(]?续(?:表|上表)?[）)]?).{0,30}$|^续表.{0,40}$"
)
_LEAST_FULL = 8
"""Characters; no column of prose is as narrow as that."""
_ENDS = "。；;！？!?：:"


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a document before it is written, and the lines left out of it."""

    items: tuple[Item, ...]
    dropped: tuple[str, ...]


def join_pages(pages: Sequence[Page]) -> Flow:
    """Items of all pages without what repeats at their edges."""
    heads = _find_heads(pages)
    items: list[Item] = []
    dropped: Counter[str] = Counter()
    for page in pages:
        for at, item in enumerate(page.items):
            if isinstance(item, TextLine) and _is_head(item, page, heads, at):
                dropped[_mask(item.text)] += 1
            else:
                items.append(item)
    return Flow(tuple(items), tuple(text for text, _ in dropped.most_common(5)))


def _find_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Lines near the edges that come again on page after page, digits apart."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_mask(i.text) for i in page.items if isinstance(i, TextLine) and _is_at_edge(i, page)})
    least = max(2, round(0.25 * len(pages))) if len(pages) < 12 else 3
    return frozenset(text for text, count in counts.items() if count >= least)


def _is_at_edge(line: TextLine, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _is_head(line: TextLine, page: Page, heads: frozenset[str], at: int) -> bool:
    if not _is_at_edge(line, page):
        return False
    if _PAGE_NUMBER.match(line.text.strip()):
        return True
    is_outermost = at < 2 or at >= len(page.items) - 2
    return is_outermost and _mask(line.text) in heads


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", "".join(text.split()))


# ---------------------------------------------------------------- writing


def write_flow(flow: Flow, canvas: Canvas, most: int) -> bool:
    """Write a flow; False where the canvas grew beyond `most` characters and the rest was left out."""
    width = _typical_width(flow.items)
    step = _typical_step(flow.items)
    body = _body_size(flow.items)
    at = 0
    items = flow.items
    while at < len(items):
        if canvas.characters > most:
            return False
        item = items[at]
        if isinstance(item, PageTable):
            parts, at = _collect_parts(items, at)
            canvas.write_table(join_tables(parts))
            continue
        end = at + 1
        while end < len(items) and _continues(items[end - 1], items[end], width, step, body):
            end += 1
        lines = [line for line in items[at:end] if isinstance(line, TextLine)]
        _write_gap(canvas, items[at - 1] if at else None, item, step)
        _write_lines(canvas, lines)
        at = end
    return True


def _collect_parts(items: Sequence[Item], at: int) -> tuple[list[PageTable], int]:
    """The parts of the table at an index, and the index behind the last."""
    first = items[at]
    assert isinstance(first, PageTable)
    parts, end = [first], at + 1
    while end < len(items):
        ahead = end
        line = items[ahead]
        if isinstance(line, TextLine) and line.page > parts[-1].page and _CONTINUED.match(line.text.strip()):
            ahead += 1
        following = items[ahead] if ahead < len(items) else None
        if not isinstance(following, PageTable) or following.page != parts[-1].page + 1:
            break
        if not is_continued(parts[-1], following):
            break
        parts.append(following)
        end = ahead + 1
    return parts, end


def _write_lines(canvas: Canvas, lines: Sequence[TextLine]) -> None:
    """A paragraph, a piece for each page it stands on."""
    pieces: list[Piece] = []
    for line in lines:
        if pieces and pieces[-1].page == line.page:
            pieces[-1] = replace(pieces[-1], text=join_lines((pieces[-1].text, line.text)))
        else:
            pieces.append(Piece(line.text, line.page))
    canvas.write_paragraph(pieces)


def _write_gap(canvas: Canvas, before: Item | None, line: TextLine, step: float) -> None:
    """A blank line where the page has one; two behind a frame, whose end they mark."""
    if not isinstance(before, TextLine):
        return
    is_next_frame = line.column >= 10 and before.page != line.page
    if before.column >= 10 and before.column != line.column and not is_next_frame:
        canvas.write_gap(2)
    elif before.page == line.page and before.column == line.column and line.bottom - before.bottom > 1.9 * step:
        canvas.write_gap()


def _continues(before: Item, line: Item, width: float, step: float, body: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if not isinstance(before, TextLine) or not isinstance(line, TextLine):
        return False
    if abs(before.size - line.size) > 0.12 * before.size:
        return False
    is_under = before.page == line.page and before.column == line.column
    if is_under and line.bottom - before.bottom > 1.2 * step * max(line.size / max(body, 1), 1):
        return False
    if before.size > 1.15 * body and is_under and _is_centred(before) and _is_centred(line):
        return True
    if not _is_full(before, width) or line.x0 - line.left > 0.9 * line.size:
        return False
    return not (_STARTS.match(line.text) and before.text[-1] in _ENDS)


def _is_full(line: TextLine, width: float) -> bool:
    """Whether a line reaches the right edge of its column."""
    if line.x1 - line.left < _LEAST_FULL * line.size:
        return False
    is_frame = line.column >= 10
    edge = line.right if is_frame else max(line.right, min(line.left + width, line.right + 3 * line.size))
    return line.x1 >= edge - 1.6 * line.size


def _is_centred(line: TextLine) -> bool:
    return abs((line.x0 + line.x1) / 2 - (line.left + line.right) / 2) < 1.5 * line.size


def _typical_width(items: Sequence[Item]) -> float:
    widths = sorted(i.right - i.left for i in items if isinstance(i, TextLine) and i.column < 10)
    return widths[int(0.6 * (len(widths) - 1))] if widths else 0.0


def _typical_step(items: Sequence[Item]) -> float:
    """The distance between two lines of one paragraph: the smaller ones, since short paragraphs may outnumber long ones."""
    steps = sorted(
        b.bottom - a.bottom
        for a, b in pairwise(items)
        if isinstance(a, TextLine) and isinstance(b, TextLine) and a.page == b.page and a.column == b.column
        if a.x1 >= a.right - 1.6 * a.size and abs(a.size - b.size) < 0.5
    )
    return steps[len(steps) // 5] if steps else 0.0


def _body_size(items: Sequence[Item]) -> float:
    counts: Counter[float] = Counter()
    for item in items:
        if isinstance(item, TextLine):
            counts[round(item.size, 1)] += len(item.text)
    return counts.most_common(1)[0][0] if counts else 0.0
