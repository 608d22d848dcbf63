"""Paragraphs as unbroken lines, with the way back to the document.

In: a context with blocks. Out: streams: text without blanks or line breaks and
with plain punctuation, each character knowing where it stands. Figures broken
by blanks ("2 0 2 5年") and lines broken by a page become whole again.
Left out on purpose: tables, contents and captions, which hold no sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from lantu.read.context import Block, Context
from lantu.read.shadow import make_simplifier

_PLAIN = dict(
    zip(
        "０１２３４５６７８９％，；：！？（）．／＋～∶︰﹒•‧〜—–―－−﹣‐‑＝＜＞ＡＢＣＤＥＧＭＷ",
        "0123456789%,;:!?()./+~::.··~--------=<>ABCDEGMW",
        strict=True,
    )
)
_WORDS = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[。；！？：:;!?”）)>》…]$")
_LIST_HEAD = re.compile(
    r"\s*(?:[-—–●·•◆■▲★*#>|]|[一二三四五六七八九十]+[是要、]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、﹒)）](?!\d)|第[一二三四五六七八九十\d]+[章节条,，、]|专栏|表|图|注[:：])"
)
_PAGE_NUMBER = re.compile(r"[-—\s]*\d{1,3}[-—\s]*$")
_FULL_LINE = 25
"""A line shorter than this, ended by nothing, is a head rather than a broken sentence."""
_WRAPPED = 60
"""Where nearly all lines are shorter than this, the text was wrapped at a page's width."""

_COLUMNS = re.compile(r"\S[ \t]{4,}\S|\t")
_CAPTION = re.compile(r"[表图]\s*\d")
_SENTENCE_MARK = re.compile(r"[。;,]")
LONGEST = 4000
"""Longer paragraphs are read in parts, so that no text takes time by the square of its length."""
SKIPPED_KINDS = frozenset({"toc", "caption", "table", "note"})


@dataclass(frozen=True, slots=True)
class Stream:
    """One paragraph.

    Attributes:
        text: Blanks taken out, punctuation plain.
        start: Offset of its first character in the document.
        section: id of the section it stands in, or "".
        kind: Kind of its first block.
        offsets: Offset of every character, or () where none was taken out.
    """

    text: str = field(repr=False)
    start: int
    section: str = ""
    kind: str = "paragraph"
    offsets: tuple[int, ...] = field(default=(), repr=False)

    def print_words(self, text: str, start: int, end: int) -> str:
        """The document's own characters of a range, without what was taken out between them."""
        if self.offsets:
            return "".join([text[at] for at in self.offsets[start:end]])
        return text[self.start + start : self.start + end]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of ``text[start:end]``."""
        if self.offsets:
            return self.offsets[start], self.offsets[end - 1] + 1
        return self.start + start, self.start + end


_simplify = make_simplifier(_PLAIN)


def simplify_text(text: str) -> str:
    """The same text with plain punctuation and digits, exactly as long."""
    return _simplify(text)


def make_stream(plain: str, pieces: Sequence[tuple[int, int]], section: str = "", kind: str = "paragraph") -> Stream:
    """The stream of some pieces of plain, which is as long as the document and has no odd blanks."""
    start, end = pieces[0]
    piece = plain[start:end]
    if len(pieces) == 1 and piece.split(None, 1) == [piece]:
        return Stream(piece, start, section, kind)
    words = [found.span() for a, b in pieces for found in _WORDS.finditer(plain, a, b)]
    offsets = tuple(chain.from_iterable(range(a, b) for a, b in words))
    return Stream("".join([plain[a:b] for a, b in words]), start, section, kind, offsets)


def _has_columns(plain: str, block: Block) -> bool:
    """Whether words of a block are set apart by a tab or by many blanks."""
    start, end = block.start, block.end
    if plain.find("\t", start, end) < 0 and plain.find("    ", start, end) < 0:
        return False
    return _COLUMNS.search(plain, start, end) is not None


def _carries_on(plain: str, earlier: Block, later: Block, full_line: int) -> bool:
    """Whether the later block is the rest of a sentence that the earlier one broke off."""
    if later.section != earlier.section or later.kind != "paragraph" or earlier.kind != "paragraph":
        return False
    last_line = earlier.end - max(earlier.start, plain.rfind("\n", 0, earlier.end) + 1)
    if last_line < full_line:
        return False
    tail = plain[max(earlier.start, earlier.end - 2) : earlier.end]
    if _SENTENCE_END.search(tail) or _LIST_HEAD.match(plain, later.start):
        return False
    return plain.count("\n", earlier.end, later.start) <= 5


def _measure_line(plain: str, blocks: Sequence[Block]) -> int:
    """How long a line is at least that was broken by the page's width, not by its writer."""
    lengths = sorted(
        block.end - block.start for block in blocks if block.kind == "paragraph" and not _has_columns(plain, block)
    )
    if not lengths:
        return _FULL_LINE
    width = lengths[int(len(lengths) * 0.9)]
    return max(12, int(width * 0.65)) if width <= _WRAPPED else _FULL_LINE


def _is_in_table(block: Block, zones: tuple[tuple[int, int], ...]) -> bool:
    return any(start < block.end and block.start < end for start, end in zones)


def _is_prose(plain: str, block: Block) -> bool:
    """Whether a block may hold sentences: no page number, caption or row of columns."""
    if block.kind in SKIPPED_KINDS or _PAGE_NUMBER.match(plain, block.start, block.end):
        return False
    if _has_columns(plain, block) or _CAPTION.match(plain, block.start, block.end):
        return _SENTENCE_MARK.search(plain, block.start, block.end) is not None
    return True


def find_streams(context: Context) -> Iterator[Stream]:
    """The paragraphs of a document in order, headings among them (kind "heading")."""
    plain = simplify_text(context.shadow)
    zones = tuple((table.span.start, table.span.end) for table in context.tables)
    full_line = _measure_line(plain, context.blocks)
    held: Block | None = None
    pieces: list[tuple[int, int]] = []
    for block in context.blocks:
        if not _is_prose(plain, block) or (zones and _is_in_table(block, zones)):
            continue
        if held is not None and _carries_on(plain, held, block, full_line):
            pieces.append((block.start, block.end))
            held = Block(held.kind, held.start, block.end, held.section)
            continue
        if held is not None:
            yield from _cut_long(make_stream(plain, pieces, held.section, held.kind))
        held, pieces = block, [(block.start, block.end)]
    if held is not None:
        yield from _cut_long(make_stream(plain, pieces, held.section, held.kind))


def _cut_long(stream: Stream) -> Iterator[Stream]:
    """The stream, in parts where it is longer than any paragraph people write."""
    text, at = stream.text, 0
    while len(text) - at > LONGEST:
        window = text[at : at + LONGEST]
        cut = next((i for i in (window.rfind(mark) + 1 for mark in "。;,、") if i > LONGEST // 4), LONGEST)
        yield _part_of(stream, at, at + cut)
        at += cut
    yield _part_of(stream, at, len(text)) if at else stream


def _part_of(stream: Stream, start: int, end: int) -> Stream:
    offsets = stream.offsets[start:end]
    first = offsets[0] if offsets else stream.start + start
    return Stream(stream.text[start:end], first, stream.section, stream.kind, offsets)
