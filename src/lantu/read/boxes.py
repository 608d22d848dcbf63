"""Where a box (专栏) ends, which no mark says.

In: an open box, the pieces and the heads so far. Out: whether a piece is still in it.
A box ends at a wider gap, where the numbers from before it go on, or where the
paragraphs take up the make they had before it.
Left out on purpose: recognising the line that opens a box.
"""

from bisect import bisect_left
from collections.abc import Sequence

from lantu.read.blocks import Piece
from lantu.read.headings import RANKS
from lantu.read.heads import LONG, OUTER, SENTENCE_ENDS, STRUCTURAL, Head, is_run_in

_MOST_IN_BOX = 6000
_SHORT = 24


def is_in_box(box: Head, at: int, pieces: Sequence[Piece], heads: Sequence[Head]) -> bool:
    """Whether the piece still belongs to the open box."""
    piece = pieces[at]
    first = box.piece + 1
    if piece.end - pieces[box.piece].start > _MOST_IN_BOX:
        return False
    if at > first and piece.gap >= 2 and piece.gap > min(p.gap for p in pieces[box.piece + 1 : at]):
        return False
    if at > first and pieces[first].kind == "table" and piece.kind not in ("table", "note"):
        return False
    if at == first:
        return piece.marker.style not in OUTER and not piece.marker.hashes
    if _goes_on(piece, box, pieces, heads):
        return False
    return not _changes_style(piece, box, at, pieces)


def _goes_on(piece: Piece, box: Head, pieces: Sequence[Piece], heads: Sequence[Head]) -> bool:
    """Whether a numbered head goes on with the numbers from before the box, not with the box's own."""
    marker = piece.marker
    if marker.style in OUTER or marker.hashes:
        return True
    if marker.style not in ("hanp", "num", "dec2", "dec3"):
        return False
    at = bisect_left(pieces, piece.start, key=lambda p: p.start)
    inside = [p for p in pieces[box.piece + 1 : at] if p.marker.style == marker.style]
    if inside and marker.value == inside[-1].marker.value + 1 and _is_item(piece) == _is_item(inside[-1]):
        return False
    return _outer_expects(marker.value, marker.style, box, heads, pieces)


def _outer_expects(value: int, style: str, box: Head, heads: Sequence[Head], pieces: Sequence[Piece]) -> bool:
    """Whether the last head of this style before the box has the number before."""
    for head in reversed(heads):
        if head.piece >= box.piece or head.kind not in ("heading", "runin"):
            continue
        if head.style == style:
            return value == pieces[head.piece].marker.value + 1
        if RANKS.get(head.style, 99) < RANKS[style] and head.kind == "heading":
            return False
    return False


def _changes_style(piece: Piece, box: Head, at: int, pieces: Sequence[Piece]) -> bool:
    """Whether a run-in paragraph follows a box of another make, as before the box."""
    inside = [p for p in pieces[box.piece + 1 : at] if p.kind == "paragraph"]
    if not is_run_in(piece) or not inside or any(is_run_in(p) for p in inside) or _stands_alone(inside[-1]):
        return False
    outside = next(
        (p for p in reversed(pieces[: box.piece]) if p.kind == "paragraph" and p.marker.style == "plain"), None
    )
    return outside is not None and is_run_in(outside)


def _is_item(piece: Piece) -> bool:
    """Whether a numbered line says all it has to say on the line, unlike a heading."""
    return piece.marker.has_more or piece.text[-1] in "。;"


def _stands_alone(piece: Piece) -> bool:
    """Whether a piece is a head with nothing behind it on its line, so that what follows belongs to it."""
    if piece.marker.style == "plain":
        return len(piece.text) <= _SHORT and piece.text[-1] not in SENTENCE_ENDS
    return piece.marker.style in STRUCTURAL and not piece.marker.has_more and len(piece.text) <= LONG
