"""A plan's text as blocks of elements whose characters are exactly the document's.

In: the canonical text, headings, marks of entries, and the span asked for. Out:
blocks; joined, their text is the text that went in, so that offsets stay true.
Left out on purpose: rewriting; a pipe of a table is hidden, never removed.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lantu.show.plan_tables import Grid

SHORT = 6
"""Characters of a cell that are not broken over lines."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters an entry was read from.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last.
        entry: The entry's id.
        kind: target, actual, task or project.
        now: What a person says these characters should say, shown behind them; "" where nobody did.
    """

    start: int
    end: int
    entry: str
    kind: str
    now: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's own line."""

    start: int
    end: int
    id: str
    kind: str
    level: int


@dataclass(frozen=True, slots=True)
class MarginMark:
    """Findings of one severity beside a line or a row.

    Attributes:
        severity: error, warning or info.
        word: Of the severity, in the language of the page.
        count: How many.
        told: What the mark reads out.
        href: Where they are shown.
    """

    severity: str
    word: str
    count: int
    told: str
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One or more lines of the text.

    Attributes:
        kind: para, blank, row, rule, heading, box, runin, note or caption.
        level: Of a heading, else 0.
        anchor: id of the section that begins here, or "".
        html: Escaped text with its marks.
    """

    kind: str
    level: int
    anchor: str
    html: SafeString
    start: int = 0
    words: str = ""
    marks: tuple[MarginMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: a block drawn with pipes, or one block a cell with gaps in front."""

    blocks: tuple[Block, ...]
    is_rule: bool = False
    is_cells: bool = False
    gaps: range = range(0)
    marks: tuple[MarginMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks shown together: the rows of one table, counted from 1, or lines of text."""

    is_table: bool
    blocks: tuple[Block, ...] = ()
    rows: tuple[Row, ...] = ()
    number: int = 0

    @property
    def has_marks(self) -> bool:
        """Whether a row has findings beside it."""
        return any(row.marks for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Slice:
    start: int
    end: int


def build_runs(
    text: str,
    headings: Sequence[Heading],
    marks: Sequence[Mark],
    at: tuple[int, int] | None = None,
    grids: Sequence[Grid] = (),
) -> list[Run]:
    """The whole text, rows of tables put together.

    Args:
        text: Canonical text.
        headings: Sections, in order.
        marks: Entries; they may overlap and cross lines.
        at: The span to mark strongly, in one element; lines it crosses become one block.
        grids: Tables with a cell a line.
    """
    blocks = build_blocks(text, headings, marks, at)
    parts = groupby(blocks, key=lambda block: _find_home(block, grids))
    runs = [_build_run(home, tuple(part)) for home, part in parts]
    numbers = accumulate(int(run.is_table) for run in runs)
    return [replace(run, number=number) for run, number in zip(runs, numbers, strict=True)]


def _find_home(block: Block, grids: Sequence[Grid]) -> Grid | bool:
    """The grid a block lies in, else whether it is a row drawn with pipes."""
    inside = next((grid for grid in grids if grid.start <= block.start < grid.end), None)
    return inside if inside is not None else block.kind in ("row", "rule")


def _build_run(home: Grid | bool, blocks: tuple[Block, ...]) -> Run:
    if isinstance(home, Grid):
        return Run(is_table=True, rows=tuple(_lay_out(home, blocks)))
    if home:
        return Run(is_table=True, rows=tuple(Row((block,), is_rule=block.kind == "rule") for block in blocks))
    return Run(is_table=False, blocks=blocks)


def _lay_out(grid: Grid, blocks: Iterable[Block]) -> Iterator[Row]:
    """Rows of a grid; a row that lacks its category or number keeps its cells under their headings."""
    for _, part in groupby(blocks, key=lambda block: bisect_right(grid.row_starts, block.start)):
        cells = tuple(part)
        yield Row(
            tuple(replace(b, html=mark_safe(_wrap_cell(b.words, b.html))) for b in cells),
            is_cells=True,
            gaps=range(max(0, grid.columns - len(cells))),
        )


def build_blocks(
    text: str, headings: Sequence[Heading], marks: Sequence[Mark], at: tuple[int, int] | None = None
) -> list[Block]:
    """The text as blocks in order."""
    at = at if at and 0 <= at[0] < at[1] <= len(text) else None
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    starts = sorted(headings, key=lambda heading: heading.start)
    blocks, mark_from, head_from = [], 0, 0
    open_marks: list[Mark] = []
    for piece in _cut_lines(text, at):
        while mark_from < len(ordered) and ordered[mark_from].start < piece.end:
            open_marks.append(ordered[mark_from])
            mark_from += 1
        here = None
        while head_from < len(starts) and starts[head_from].start < piece.end:
            here = here or starts[head_from]
            head_from += 1
        blocks.append(_build_block(text, piece, here, open_marks, at))
        open_marks = [mark for mark in open_marks if mark.end > piece.end]
    return blocks


def _cut_lines(text: str, at: tuple[int, int] | None) -> Iterator[_Slice]:
    """Lines with their line ends; those the asked span crosses stay together."""
    start = end = 0
    for line in text.splitlines(keepends=True):
        end += len(line)
        if at and at[0] < end < at[1]:
            continue
        yield _Slice(start, end)
        start = end


def _build_block(
    text: str, piece: _Slice, heading: Heading | None, marks: Sequence[Mark], at: tuple[int, int] | None
) -> Block:
    line = text[piece.start : piece.end]
    crossed = text[max(at[0], piece.start) : min(at[1], piece.end)] if at else ""
    kind = _name_kind(line, heading, is_split="|" in crossed)
    if kind == "row":
        html = _render_cells(text, piece, marks, at)
    elif kind == "heading" and line.startswith("#") and not crossed:
        html = _render_heading(text, piece, marks)
    else:
        html = _render(text, piece, marks, at)
    return Block(
        kind, heading.level if heading else 0, heading.id if heading else "", mark_safe(html), piece.start, line
    )


def _name_kind(line: str, heading: Heading | None, *, is_split: bool) -> str:
    """What a line is; a row of a table whose asked span crosses a pipe stays one line, as it was written."""
    stripped = line.strip()
    if not stripped:
        return "blank"
    if stripped.startswith("|") and stripped.endswith("|") and "\n" not in line.rstrip("\n"):
        if not set(stripped) - set("|-: "):
            return "rule"
        return "para" if is_split else "row"
    return heading.kind if heading else "para"


def _render_cells(text: str, piece: _Slice, marks: Sequence[Mark], at: tuple[int, int] | None) -> str:
    """A row of a table drawn with pipes: every cell an element, every pipe kept and hidden."""
    parts, start = [], piece.start
    bars = [i for i in range(piece.start, piece.end) if text[i] == "|"]
    for bar in bars:
        if start < bar:
            if text[start:bar].strip() or start != piece.start:
                parts.append(_wrap_cell(text[start:bar], _render(text, _Slice(start, bar), marks, at)))
            else:
                parts.append(_hide(text[start:bar]))
        parts.append(_hide("|"))
        start = bar + 1
    if start < piece.end:
        parts.append(_hide(text[start : piece.end]))
    return "".join(parts)


def _wrap_cell(words: str, html: str) -> str:
    name = "cell short" if len(words.strip()) <= SHORT else "cell"
    return f'<span class="{name}" role="cell">{html}</span>'


def _render_heading(text: str, piece: _Slice, marks: Sequence[Mark]) -> str:
    """A heading of Markdown: its number signs are kept and hidden."""
    line = text[piece.start : piece.end]
    words = piece.start + len(line) - len(line.lstrip("# "))
    return _hide(text[piece.start : words]) + _render(text, _Slice(words, piece.end), marks, None)


def _hide(text: str) -> str:
    return f'<span class="pipe" aria-hidden="true">{escape(text)}</span>'


def _render(text: str, piece: _Slice, marks: Iterable[Mark], at: tuple[int, int] | None) -> str:
    """A stretch of text with its marks; the asked span is one element around whatever lies in it."""
    own = [mark for mark in marks if mark.start < piece.end and mark.end > piece.start]
    at = at if at and at[0] < piece.end and at[1] > piece.start else None
    cuts = {piece.start, piece.end}
    for start, end in [*((m.start, m.end) for m in own), *([at] if at else [])]:
        cuts.update(point for point in (start, end) if piece.start < point < piece.end)
    points = sorted(cuts)
    parts = []
    for start, end in pairwise(points):
        if at and max(at[0], piece.start) == start:
            parts.append('<mark id="here" tabindex="-1">')
        inside = [m for m in own if m.start < end and m.end > start]
        parts.append(_render_segment(text[start:end], inside, start, end))
        if at and min(at[1], piece.end) == end:
            parts.append("</mark>")
    return "".join(parts)


def _render_segment(text: str, marks: Sequence[Mark], start: int, end: int) -> str:
    # A browser reads a bare carriage return as a line end; as a reference it stays one character.
    escaped = str(escape(text)).replace("\r", "&#13;")
    if not marks:
        return escaped
    began = [m.entry for m in marks if m.start == start and not m.now]
    anchors = "".join(f'<span class="anchor" id="e-{escape(entry)}"></span>' for entry in began)
    # Shown by the style sheet: the document's characters stay all there is in the text.
    now = next((f' data-now="{escape(m.now)}"' for m in marks if m.now and m.end == end), "")
    kinds = " ".join(sorted({f"e-{mark.kind}" for mark in marks}))
    entries = escape(" ".join(dict.fromkeys(mark.entry for mark in marks)))
    return f'{anchors}<span class="e {kinds}" data-e="{entries}"{now}>{escaped}</span>'
