"""Which blocks head something: headings, boxes, run-in heads, contents.

In: pieces of a document and its title. Out: heads in order, each with the piece
it stands on, a kind, and a depth that says what ends its body.
Left out on purpose: ids and parents; `sections` gives them.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lantu.read.blocks import Piece
from lantu.read.headings import BOX, CAPTION, RANKS, is_contents_line, plain_title

_OUTER = ("part", "chapter", "clause", "han")
_STRUCTURAL = frozenset(RANKS) - {"plain", "ring"}
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
_SURE = (*_OUTER, "hanp")
_ENDED = "。:;!?”）)>》…*"
_AMOUNT = re.compile(r"\d\s*(?:%|‰|[百千万亿]*(?:元|美元|人|吨|亩|户|家|个|公里|平方|次|件|辆|张|所|位|天|年|岁|标箱))")
_RUNIN_DEPTHS = {"dash": 20, "plain": 21, "first": 22}
_FRONT_WORDS = re.compile(
    r"^(?:各位|同志们|目录|.{0,8}(?:市长|区长|县长|省长|主席|主任)\s?.{2,4}$|\(.*\)$|—+.*)|(?:19|20)\d\d年\d+月\d+日|会议上$|发布日期|来源"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ENUMERATION = re.compile(r"^[二三四五六七八九十]+(?:[、.]|产业)")
_CONTENTS_WORD = re.compile(r"^目\s*[录次]$")
_TITLE_WORDS = re.compile(r"(?:纲要|规划|计划|方案|政策|意见|报告|公报)(?:\((?:19|20)\d\d.*\))?$")
_LONG = 45
_OPENING = 30
_BROKEN = 34
_MOST_IN_BOX = 6000


@dataclass(slots=True)
class Head:
    """A piece that heads something.

    Attributes:
        piece: Index of the piece.
        kind: heading, box, runin, note, caption or toc.
        style: Of its marker.
        number: As printed.
        title: Without number and full stop.
        end: Offset of the end of its own text.
        level: For headings 0 (an attached document's title) to 4.
        depth: Heads of the same or lower depth end its body.
        box_end: For a box, offset after its last block.
    """

    piece: int
    kind: str
    style: str
    number: str
    title: str
    end: int
    level: int = 0
    depth: int = 99
    box_end: int = 0


def find_heads(pieces: Sequence[Piece], title: str) -> list[Head]:
    """Heads of a document in order."""
    contents = _find_contents(pieces)
    body_from = _front_end(pieces, contents)
    has_numbers = _has_numbered(pieces, contents)
    heads: list[Head] = []
    box: Head | None = None
    for at, piece in enumerate(pieces):
        if at in contents:
            heads.append(_make(at, piece, "toc"))
            continue
        if box is not None and not _in_box(box, at, pieces, heads):
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
    if marker.hashes or marker.style in _STRUCTURAL:
        return _read_numbered(at, piece, in_box)
    if marker.style in ("dash", "first", "ring"):
        return _make(at, piece, "runin") if len(marker.title) <= 40 and marker.has_more else None
    return _read_plain(at, pieces, body_from, has_numbers, in_box)


def _goes_on_from(before: Piece | None) -> bool:
    """Whether the line above broke off in a sentence, so that this one is its rest."""
    if before is None or before.kind != "paragraph" or before.marker.hashes:
        return False
    return len(before.text) > _BROKEN and before.text[-1] not in _ENDED


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
    if in_box and not marker.hashes and marker.style not in _OUTER:
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
        is_head = 4 <= len(marker.title) <= 30 and at >= body_from and len(piece.text) - marker.title_end >= 15
        is_words = ":" not in marker.title and not _AMOUNT.search(marker.title)
        return _make(at, piece, "runin") if is_head and is_words else None
    text = piece.text.strip("*# ")
    if not 4 <= len(text) <= 40 or text[-1] in "。;:,!?…" or len(_HAN.findall(text)) < 4 or "\t" in text or "|" in text:
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
    return any(len(piece.text) >= _LONG or piece.marker.style in _STRUCTURAL for piece in behind)


# ---------------------------------------------------------------- contents and front matter


def _find_contents(pieces: Sequence[Piece]) -> frozenset[int]:
    """Pieces of a table of contents: a run of heads that all come again."""
    titles = [plain_title(piece.marker.title) if piece.kind == "paragraph" else "" for piece in pieces]
    later: dict[str, int] = {title: at for at, title in enumerate(titles) if title}
    at = 0
    while at < min(len(pieces), 400):
        run = _contents_run(pieces, titles, at)
        again = sum(later[titles[i]] > run[-1] for i in run if titles[i]) if run else 0
        leaders = sum(is_contents_line(pieces[i].text) for i in run)
        if len(run) >= 4 and (again * 2 >= len(run) or leaders * 2 >= len(run)):
            word = [run[0] - 1] if run[0] and _CONTENTS_WORD.match(pieces[run[0] - 1].text.strip("*# ")) else []
            return frozenset(word + run)
        at = run[-1] + 1 if run else at + 1
    return frozenset()


def _contents_run(pieces: Sequence[Piece], titles: Sequence[str], at: int) -> list[int]:
    run: list[int] = []
    seen: set[str] = set()
    for index in range(at, len(pieces)):
        piece = pieces[index]
        if piece.kind == "mark" and run:
            continue
        is_line = piece.marker.style in _STRUCTURAL and not piece.marker.has_more and len(piece.text) <= 70
        if not (is_line or is_contents_line(piece.text)) or titles[index] in seen or piece.text[-1] in "。;":
            break
        seen.add(titles[index])
        run.append(index)
    return run


def _front_end(pieces: Sequence[Piece], contents: frozenset[int]) -> int:
    """Index of the first piece of the body: the first long paragraph or numbered head."""
    for at, piece in enumerate(pieces):
        if at in contents or piece.kind != "paragraph":
            continue
        if piece.marker.style in _STRUCTURAL and not piece.marker.has_more:
            return at
        if len(piece.text) >= _OPENING and piece.text[-1] == "。" and not piece.text.startswith("《"):
            return at
    return len(pieces)


def _has_numbered(pieces: Sequence[Piece], contents: frozenset[int]) -> bool:
    styles = ("part", "chapter", "han")
    return (
        sum(p.marker.style in styles and not p.marker.has_more and at not in contents for at, p in enumerate(pieces))
        >= 2
    )


# ---------------------------------------------------------------- boxes


def _in_box(box: Head, at: int, pieces: Sequence[Piece], heads: Sequence[Head]) -> bool:
    """Whether the piece still belongs to the open box."""
    piece = pieces[at]
    first = box.piece + 1
    if piece.end - pieces[box.piece].start > _MOST_IN_BOX:
        return False
    if at > first and piece.gap >= 2 and piece.gap > min(p.gap for p in pieces[box.piece + 1 : at]):
        return False
    if at == first:
        return piece.marker.style not in _OUTER and not piece.marker.hashes
    if _goes_on(piece, box, pieces, heads):
        return False
    return not _changes_style(piece, box, at, pieces)


def _goes_on(piece: Piece, box: Head, pieces: Sequence[Piece], heads: Sequence[Head]) -> bool:
    """Whether a numbered head goes on with the numbers from before the box, not with the box's own."""
    marker = piece.marker
    if marker.style in _OUTER or marker.hashes:
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
    is_runin = _is_runin(piece)
    if not is_runin or not inside or any(_is_runin(p) for p in inside) or _stands_alone(inside[-1]):
        return False
    outside = next(
        (p for p in reversed(pieces[: box.piece]) if p.kind == "paragraph" and p.marker.style == "plain"), None
    )
    return outside is not None and _is_runin(outside)


def _is_item(piece: Piece) -> bool:
    """Whether a numbered line says all it has to say on the line, unlike a heading."""
    return piece.marker.has_more or piece.text[-1] in "。;"


def _stands_alone(piece: Piece) -> bool:
    """Whether a piece is a head with nothing behind it on its line, so that what follows belongs to it."""
    if piece.marker.style == "plain":
        return len(piece.text) <= 24 and piece.text[-1] not in _ENDED
    return piece.marker.style in _STRUCTURAL and not piece.marker.has_more and len(piece.text) <= _LONG


def _is_runin(piece: Piece) -> bool:
    marker = piece.marker
    is_short = marker.style == "plain" and marker.has_more and len(marker.title) <= 30
    return is_short and ":" not in marker.title and not _AMOUNT.search(marker.title)


# ---------------------------------------------------------------- levels


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
