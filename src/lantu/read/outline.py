"""Which blocks head something: headings, boxes, run-in heads, contents.

In: pieces of a document and its title. Out: heads in order, each with the piece
it stands on, a kind, and a depth that says what ends its body.
Left out on purpose: ids and parents; `sections` gives them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lantu.read.blocks import Piece
from lantu.read.boxes import is_in_box
from lantu.read.contents import find_body, find_contents
from lantu.read.headings import BOX, CAPTION, RANKS, plain_title
from lantu.read.heads import LONG, OUTER, SENTENCE_ENDS, STRUCTURAL, Head, is_run_in_title, states_amount

_LIMITS = {
    "part": 70,
    "chapter": 70,
    "clause": 70,
    "han": 70,
    "hanp": 80,
    "dec2": 60,
    "dec3": 60,
    "num": 50,
    "nump": 40,
}
_SURE = (*OUTER, "hanp")
_RUNIN_DEPTHS = {"dash": 20, "plain": 21, "first": 22}
_FRONT_WORDS = re.compile(
    r"^(?:各位|同志们|目录|.{0,8}(?:市长|区长|县长|省长|主席|主任)\s?.{2,4}$|\(.*\)$|—+.*)|(?:19|20)\d\d年\d+月\d+日|会议上$|发布日期|来源"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENUMERATION = re.compile(r"^[二三四五六七八九十]+(?:[、.]|产业)")
_TITLE_WORDS = re.compile(r"(?:纲要|规划|计划|方案|政策|意见|报告|公报)(?:\((?:19|20)\d\d.*\))?$")
_BROKEN = 34


def find_heads(pieces: Sequence[Piece], title: str) -> list[Head]:
    """Heads of a document in order."""
    contents = find_contents(pieces)
    body_from = find_body(pieces, contents)
    has_numbers = _has_numbered(pieces, contents)
    heads: list[Head] = []
    box: Head | None = None
    for at, piece in enumerate(pieces):
        if at in contents:
            heads.append(_make(at, piece, "toc"))
            continue
        if box is not None and not is_in_box(box, at, pieces, heads):
            box = None
        head = _read_head(at, pieces, body_from, has_numbers, title, box is not None)
        if head is None:
            if box is not None:
                box.box_end = piece.end
            continue
        heads.append(head)
        if head.kind == "box":
            box = head
        elif box is not None:
            box.box_end = piece.end
    _set_levels(heads, pieces)
    return heads


def _make(at: int, piece: Piece, kind: str) -> Head:
    marker = piece.marker
    end = piece.start + max(marker.title_end, 1)
    number = marker.number if marker.style != "plain" else ""
    return Head(at, kind, marker.style, number, marker.title, min(end, piece.end), box_end=piece.end)


def _read_head(
    at: int, pieces: Sequence[Piece], body_from: int, has_numbers: bool, title: str, in_box: bool
) -> Head | None:
    piece = pieces[at]
    if piece.kind in ("table", "mark"):
        return None
    if piece.kind == "note":
        return _make(at, piece, "note")
    found = BOX.match(piece.text.lstrip("#*> "))
    if found and len(piece.text) <= 70 and piece.text[-1] not in "。;":
        return _make_box(at, piece)
    if piece.kind == "caption":
        return _make_caption(at, piece)
    marker = piece.marker
    if not marker.hashes and marker.style not in _SURE and _goes_on_from(pieces[at - 1] if at else None):
        return None
    if marker.style == "plain" and _is_document_title(piece.text.strip("*# "), title, at, pieces):
        return replace(_make(at, piece, "heading"), style="title")
    if marker.hashes or marker.style in STRUCTURAL:
        return _read_numbered(at, piece, in_box)
    if marker.style in ("dash", "first", "ring"):
        return _make(at, piece, "runin") if len(marker.title) <= 40 and marker.has_more else None
    return _read_plain(at, pieces, body_from, has_numbers, in_box)


def _goes_on_from(before: Piece | None) -> bool:
    """Whether the line above broke off in a sentence, so that this one is its rest."""
    if before is None or before.kind != "paragraph" or before.marker.hashes:
        return False
    return len(before.text) > _BROKEN and before.text[-1] not in SENTENCE_ENDS


def _make_box(at: int, piece: Piece) -> Head:
    text = piece.text.strip("#*> ")
    found = BOX.match(text)
    words = found["title"].strip("*") if found else ""
    number = text[: len(text) - len(words)].strip(" :、.") if words else text
    return Head(at, "box", "box", number, words, piece.end, depth=5, box_end=piece.end)


def _make_caption(at: int, piece: Piece) -> Head:
    found = CAPTION.match(piece.text.strip("* "))
    number, words = (found["number"], found["title"]) if found else ("", piece.text.strip("* "))
    return Head(at, "caption", "caption", number, words, piece.end)


def _read_numbered(at: int, piece: Piece, in_box: bool) -> Head | None:
    marker = piece.marker
    if marker.style == "han" and _ENUMERATION.match(marker.title):
        return None
    if not marker.title or len(marker.title) > _LIMITS.get(marker.style, 60):
        return None
    if not marker.hashes and marker.style not in OUTER and states_amount(marker.title):
        return None
    if in_box and not marker.hashes and marker.style not in OUTER:
        return _make(at, piece, "runin")
    if marker.has_more:
        return _make(at, piece, "runin") if len(marker.title) <= 50 else None
    if marker.style in ("num", "nump", "dec2", "dec3") and piece.text[-1] in ";。" and len(piece.text) > 32:
        return None
    return _make(at, piece, "heading")


def _read_plain(at: int, pieces: Sequence[Piece], body_from: int, has_numbers: bool, in_box: bool) -> Head | None:
    piece = pieces[at]
    marker = piece.marker
    if marker.has_more:
        is_head = len(marker.title) >= 4 and at >= body_from and len(piece.text) - marker.title_end >= 15
        return _make(at, piece, "runin") if is_head and is_run_in_title(marker.title) else None
    text = piece.text.strip("*# ")
    if not 4 <= len(text) <= 40 or text[-1] in "。;:,!?…" or len(_HAN.findall(text)) < 4 or "\t" in text or "|" in text:
        return None
    if states_amount(text) and not marker.is_bold:
        return None
    if at < body_from or _FRONT_WORDS.search(text) or not _leads_on(at, pieces):
        return None
    if in_box or (has_numbers and not marker.is_bold):
        return _make(at, piece, "runin")
    return _make(at, piece, "heading")


def _is_document_title(text: str, title: str, at: int, pieces: Sequence[Piece]) -> bool:
    """Whether a line is the document's title, or that of a document attached to it."""
    if len(text) > 60 or not text or text[-1] in "。;:,":
        return False
    if plain_title(text) == plain_title(title):
        return True
    is_followed = any(p.marker.style == "han" and p.marker.value == 1 for p in pieces[at + 1 : at + 6])
    return bool(_TITLE_WORDS.search(text)) and is_followed and not pieces[at].marker.has_more


def _leads_on(at: int, pieces: Sequence[Piece]) -> bool:
    """Whether a long paragraph or a numbered head stands right behind."""
    behind = [piece for piece in pieces[at + 1 : at + 3] if piece.kind == "paragraph"]
    return any(len(piece.text) >= LONG or piece.marker.style in STRUCTURAL for piece in behind)


def _has_numbered(pieces: Sequence[Piece], contents: frozenset[int]) -> bool:
    styles = ("part", "chapter", "han")
    return (
        sum(p.marker.style in styles and not p.marker.has_more and at not in contents for at, p in enumerate(pieces))
        >= 2
    )


def _set_levels(heads: Sequence[Head], pieces: Sequence[Piece]) -> None:
    """Levels by the rank of the styles that head something in this document."""
    headings = [head for head in heads if head.kind == "heading" and head.style != "title"]
    styles = sorted({head.style for head in headings}, key=lambda style: RANKS.get(style, 11))
    level_of = {style: min(at + 1, 4) for at, style in enumerate(styles)}
    depth_of_hash = {pieces[h.piece].marker.hashes: level_of[h.style] for h in headings if h.style != "plain"}
    least = min((pieces[h.piece].marker.hashes for h in headings if pieces[h.piece].marker.hashes), default=1)
    for head in heads:
        hashes = pieces[head.piece].marker.hashes
        if head.kind == "heading":
            if head.style == "plain" and hashes:
                head.level = depth_of_hash.get(hashes, min(hashes - least + 1, 4))
            else:
                head.level = level_of.get(head.style, 0)
            head.depth = head.level
        elif head.kind == "runin":
            head.depth = _RUNIN_DEPTHS.get(head.style, 6 + RANKS.get(head.style, 11))
