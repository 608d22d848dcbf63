"""Where a document's body begins: behind its front matter and its contents.

In: pieces. Out: the pieces of a table of contents, and the first of the body.
Left out on purpose: the heads of the body, which `outline` finds.
"""

import re
from collections.abc import Sequence

from lantu.read.blocks import Piece
from lantu.read.headings import is_contents_line, plain_title
from lantu.read.heads import STRUCTURAL

_CONTENTS_WORD = re.compile(r"^目\s*[录次]$")
_OPENING = 30
_LEAST_LINES = 4
_LOOKED_AT = 400


def find_contents(pieces: Sequence[Piece]) -> frozenset[int]:
    """Pieces of a table of contents: a run of heads that all come again."""
    titles = [plain_title(piece.marker.title) if piece.kind == "paragraph" else "" for piece in pieces]
    later: dict[str, int] = {title: at for at, title in enumerate(titles) if title}
    at = 0
    while at < min(len(pieces), _LOOKED_AT):
        run = _contents_run(pieces, titles, at)
        again = sum(later[titles[i]] > run[-1] for i in run if titles[i]) if run else 0
        leaders = sum(is_contents_line(pieces[i].text) for i in run)
        if len(run) >= _LEAST_LINES and (again * 2 >= len(run) or leaders * 2 >= len(run)):
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
        is_line = piece.marker.style in STRUCTURAL and not piece.marker.has_more and len(piece.text) <= 70
        if not (is_line or is_contents_line(piece.text)) or titles[index] in seen or piece.text[-1] in "。;":
            break
        seen.add(titles[index])
        run.append(index)
    return run


def find_body(pieces: Sequence[Piece], contents: frozenset[int]) -> int:
    """Index of the first piece of the body: the first long paragraph or numbered head."""
    for at, piece in enumerate(pieces):
        if at in contents or piece.kind != "paragraph":
            continue
        if piece.marker.style in STRUCTURAL and not piece.marker.has_more:
            return at
        if len(piece.text) >= _OPENING and piece.text[-1] == "。" and not piece.text.startswith("《"):
            return at
    return len(pieces)
