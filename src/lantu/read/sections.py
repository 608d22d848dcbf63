"""Heads to sections, and blocks that know their section.

In: pieces and heads. Out: sections with stable ids, parents and ends, and the
blocks of the document; headings that skip a number are reported.
Left out on purpose: recognising heads, which `outline` does.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.entry import Section
from lantu.core.span import span_of
from lantu.read.blocks import Piece
from lantu.read.codes import diagnose
from lantu.read.context import Block
from lantu.read.headings import plain_title
from lantu.read.heads import Head

_KIND_OF = {"heading": "heading", "box": "heading", "note": "note", "caption": "caption", "toc": "toc"}


@dataclass(frozen=True, slots=True)
class FoundSections:
    """Sections, blocks, and what was wrong."""

    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...]


def build_sections(text: str, document: str, pieces: Sequence[Piece], heads: Sequence[Head]) -> FoundSections:
    """Sections of the heads and the blocks between them."""
    ends = _body_ends(heads, pieces, len(text))
    taken: dict[str, int] = {}
    sections: list[Section] = []
    open_heads: list[tuple[Head, str, int]] = []
    for head, end in zip(heads, ends, strict=True):
        start = pieces[head.piece].start
        while open_heads and (open_heads[-1][2] <= start or open_heads[-1][0].depth >= head.depth):
            open_heads.pop()
        parent = open_heads[-1][1] if open_heads else ""
        name = _name_section(parent, head, taken)
        span = span_of(text, start, max(head.end, start + 1), document)
        sections.append(
            Section(
                name, head.kind, head.level if head.kind == "heading" else 0, head.number, head.title, span, end, parent
            )
        )
        if head.depth < 99:
            open_heads.append((head, name, end))
    return FoundSections(
        tuple(sections), _place_blocks(pieces, heads, sections), tuple(_check_order(sections, heads, pieces))
    )


def _body_ends(heads: Sequence[Head], pieces: Sequence[Piece], length: int) -> list[int]:
    ends = [length] * len(heads)
    open_heads: list[int] = []
    for at, head in enumerate(heads):
        start = pieces[head.piece].start
        if head.depth == 99:
            ends[at] = pieces[head.piece].end
            continue
        while open_heads and heads[open_heads[-1]].depth >= head.depth:
            ends[open_heads.pop()] = start
        open_heads.append(at)
    box_end = 0
    for at, head in enumerate(heads):
        if head.kind == "box":
            ends[at] = box_end = min(ends[at], head.box_end)
        elif pieces[head.piece].start < box_end:
            ends[at] = min(ends[at], box_end)
    return ends


def _name_section(parent: str, head: Head, taken: dict[str, int]) -> str:
    key = f"{parent}|{head.kind}|{head.number}|{plain_title(head.title)}"
    name = "s" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    taken[name] = taken.get(name, 0) + 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def _place_blocks(pieces: Sequence[Piece], heads: Sequence[Head], sections: Sequence[Section]) -> tuple[Block, ...]:
    head_at = {head.piece: at for at, head in enumerate(heads)}
    open_sections: list[Section] = []
    blocks = []
    for at, piece in enumerate(pieces):
        while open_sections and open_sections[-1].body_end <= piece.start:
            open_sections.pop()
        kind = piece.kind
        if at in head_at:
            section = sections[head_at[at]]
            kind = _KIND_OF.get(section.kind, piece.kind)
            if section.kind in ("heading", "box", "runin"):
                while open_sections and open_sections[-1].id != section.parent:
                    open_sections.pop()
                open_sections.append(section)
        blocks.append(Block(kind, piece.start, piece.end, open_sections[-1].id if open_sections else ""))
    return tuple(blocks)


def _check_order(sections: Sequence[Section], heads: Sequence[Head], pieces: Sequence[Piece]) -> list[Diagnostic]:
    """Numbered headings under one parent that skip a number."""
    last: dict[tuple[str, str], int] = {}
    found = []
    for section, head in zip(sections, heads, strict=True):
        value = pieces[head.piece].marker.value
        if section.kind != "heading" or not value:
            continue
        key = (section.parent, head.style)
        before = last.get(key, 0)
        if before and value not in (before + 1, 1):
            message = f"“{section.number}{section.title}” follows number {before}"
            found.append(diagnose("R012", message, span=section.span, severity=Severity.INFO))
        last[key] = value
    return found
