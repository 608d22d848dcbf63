"""Lines to blocks: paragraphs, tables, captions and notes.

In: lines and the zones of tables. Out: blocks in order, a table being one.
Left out on purpose: which paragraphs are headings; `outline` finds them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.read.headings import CAPTION, Marker, read_marker
from lantu.read.lines import Line
from lantu.read.tables import NOTE, TableZone

_NOTE_NEXT = re.compile(r"^(?:\(\d{1,2}\)|[①-⑳])")
_NO_TEXT = re.compile(r"^(?:[-=*_]{3,}|</?\w+[^>]*>|<!--.*-->|!\[.*\]\(.*\)|-\s*\d+\s*-|\d{1,3})$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before its section is known.

    Attributes:
        kind: paragraph, table, caption, note or mark (page numbers, rules, pictures).
        start: Offset of its first character.
        end: Offset after its last one.
        gap: Blank lines above it.
        text: The shadow from start to end; "" for a table.
        marker: The head of the line.
    """

    kind: str
    start: int
    end: int
    gap: int
    text: str
    marker: Marker


_NO_MARKER = Marker("plain", "", 0, "", 0, 0, False)


def cut_pieces(lines: Sequence[Line], zones: Sequence[TableZone]) -> list[Piece]:
    """Pieces of a document in order."""
    pieces: list[Piece] = []
    zone_at = {zone.first: zone for zone in zones}
    at = 0
    while at < len(lines):
        zone = zone_at.get(at)
        if zone is not None:
            pieces += _cut_zone(lines, zone)
            at = zone.last
            continue
        if not lines[at].is_blank:
            pieces.append(_cut_line(lines[at], pieces[-1] if pieces else None))
        at += 1
    return pieces


def _cut_line(line: Line, before: Piece | None) -> Piece:
    kind = "paragraph"
    if _NO_TEXT.match(line.text):
        kind = "mark"
    elif NOTE.match(line.text) or (before is not None and before.kind == "note" and _NOTE_NEXT.match(line.text)):
        kind = "note"
    elif len(line.text) <= 60 and CAPTION.match(line.text.strip("* ")) and line.text[-1] not in "。;":
        kind = "caption"
    return Piece(kind, line.start, line.end, line.gap, line.text, read_marker(line.text))


def _cut_zone(lines: Sequence[Line], zone: TableZone) -> list[Piece]:
    pieces = []
    rest = [line for line in lines[zone.first : zone.last] if not line.is_blank]
    if zone.caption is not None:
        line = lines[zone.caption]
        pieces.append(Piece("caption", line.start, line.end, line.gap, line.text, read_marker(line.text)))
        rest = rest[1:]
    notes = [lines[at] for at in zone.notes]
    body = [line for line in rest if not notes or line.start < notes[0].start]
    if body:
        pieces.append(Piece("table", body[0].start, body[-1].end, body[0].gap, "", _NO_MARKER))
    pieces += [Piece("note", line.start, line.end, line.gap, line.text, read_marker(line.text)) for line in notes]
    return pieces
