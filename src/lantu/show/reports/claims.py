"""Which number of a finished file states which fact of its report.

In: the lines of the file with their homes, and the lines of the report. Out: claims: a
figure of the report and the token that stands for it, and the tokens nobody claims.
Left out on purpose: whether they agree.

A bookmark is the first witness, but editors move its ends: LibreOffice keeps "8" of a replaced
"77.7" inside and puts "8.8" behind it. So a bookmark claims the whole number it touches; where a
bookmark is lost, the number is found by what stands around it in the same line.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lantu.core.report import Part, Piece, ReportLine
from lantu.show.reports.homes import Anchor, Line
from lantu.show.reports.numerals import Token, find_tokens, is_plain, says_the_same

CONTEXT = 6
"""Characters in front of a number that tell it from others in its line."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure of the report with what stands for it in the file; `found` is None where nothing does."""

    piece: Piece
    line: Line | None
    found: str | None


@dataclass(slots=True)
class _Open:
    """A line of the file and its tokens that are not claimed yet."""

    line: Line
    homes: tuple[int, ...]
    tokens: list[Token] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Claimed:
    """The outcome: claims in the order of the report, and figures that state no fact of it."""

    claims: tuple[Claim, ...]
    unbound: tuple[tuple[Line, Token], ...]


def claim_numbers(lines: Sequence[Line], homes: Sequence[tuple[int, ...]], report: Sequence[ReportLine]) -> Claimed:
    """Claim each figure of the report, then sort what is left."""
    opened = [_Open(line, home, list(find_tokens(line.text))) for line, home in zip(lines, homes, strict=True)]
    places = _index_anchors(opened)
    bound = [(number, piece) for number, known in enumerate(report) for piece in known.pieces if piece.anchor]
    claims: dict[str, Claim] = {}
    for is_touching in (False, True):
        for _, piece in bound:
            if piece.anchor not in claims and piece.anchor in places:
                claim = _claim_by_anchor(piece, *places[piece.anchor], is_touching=is_touching)
                if claim is not None:
                    claims[piece.anchor] = claim
    for finder in (_claim_exact, _claim_by_context):
        for number, piece in bound:
            if piece.anchor not in claims:
                claim = finder(piece, report[number].pieces, [o for o in opened if number in o.homes])
                if claim is not None:
                    claims[piece.anchor] = claim
    ordered = tuple(claims.get(piece.anchor, Claim(piece, None, None)) for _, piece in bound)
    return Claimed(ordered, tuple(_list_unbound(opened, report)))


def _index_anchors(opened: Sequence[_Open]) -> dict[str, tuple[_Open, Anchor]]:
    places: dict[str, tuple[_Open, Anchor]] = {}
    for part in opened:
        for anchor in part.line.anchors:
            places.setdefault(anchor.name, (part, anchor))
    return places


def _claim_by_anchor(piece: Piece, opened: _Open, anchor: Anchor, *, is_touching: bool) -> Claim | None:
    if piece.part is not Part.FIGURE:
        # A unit or a class stands alone in its cell, so the cell's text is what was made of it.
        return Claim(piece, opened.line, opened.line.text.strip())
    reach = 1 if is_touching else 0
    for token in opened.tokens:
        if token.start < anchor.end + reach and anchor.start - reach < token.end:
            opened.tokens.remove(token)
            return Claim(piece, opened.line, token.text)
    return None


def _claim_exact(piece: Piece, pieces: Sequence[Piece], opened: Sequence[_Open]) -> Claim | None:
    """A bookmark is lost: the same figure in the same line."""
    for part in opened:
        if piece.part is not Part.FIGURE:
            return Claim(piece, part.line, part.line.text.strip())
        for token in part.tokens:
            if says_the_same(token.text, piece.text):
                part.tokens.remove(token)
                return Claim(piece, part.line, token.text)
    return None


def _claim_by_context(piece: Piece, pieces: Sequence[Piece], opened: Sequence[_Open]) -> Claim | None:
    """A bookmark is lost and the figure too: the number that stands behind the same words."""
    before = "".join(other.text for other in pieces[: pieces.index(piece)])[-CONTEXT:]
    is_alone = len(pieces) == 1
    for part in opened:
        for token in part.tokens:
            is_behind = bool(before) and part.line.text[: token.start].endswith(before)
            if is_behind or (is_alone and len(part.tokens) == 1):
                part.tokens.remove(token)
                return Claim(piece, part.line, token.text)
    return None


def _list_unbound(opened: Sequence[_Open], report: Sequence[ReportLine]) -> Iterator[tuple[Line, Token]]:
    """Numbers that nobody claimed, are not plain in the report's own line, and are no years, dates or names."""
    for part in opened:
        known = [report[number] for number in part.homes if not report[number].is_written]
        own = Counter(text for line in known for text in _list_plain(line))
        is_copy = any(part.line.text == line.text for line in known)
        for token in part.tokens:
            if is_copy or is_plain(part.line.text, token):
                continue
            if own[token.text] > 0:
                own[token.text] -= 1
                continue
            yield part.line, token


def _list_plain(line: ReportLine) -> Iterator[str]:
    """Numbers of a line that the report itself prints without stating a fact."""
    bound, at = [], 0
    for piece in line.pieces:
        if piece.part is Part.FIGURE:
            bound.append((at, at + len(piece.text)))
        at += len(piece.text)
    for token in find_tokens(line.text):
        if not any(start < token.end and token.start < end for start, end in bound):
            yield token.text
