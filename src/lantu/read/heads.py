"""Heads of a document while they are being found, and what tells them apart.

In: nothing (a noun and the words it is recognised by). Out: what `outline`,
`boxes` and `contents` share.
Left out on purpose: sections, which are made of heads once all are known.
"""

import re
from dataclasses import dataclass

from lantu.read.blocks import Piece
from lantu.read.headings import RANKS

OUTER = ("part", "chapter", "clause", "han")
STRUCTURAL = frozenset(RANKS) - {"plain", "ring"}
SENTENCE_ENDS = "。:;!?”）)>》…*"
LONG = 45
"""Characters from which a paragraph is taken for running text."""

_AMOUNT = re.compile(
    r"\d\s*(?:%|‰|[百千万亿]*(?:元|美元|人|吨|亩|户|家|个|公里|平方|次|件|辆|张|所|位|天|(?<!\d{4})年|岁|标箱))"
)
_LONGEST_RUNIN = 30


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


def states_amount(text: str) -> bool:
    """Whether words hold a figure with a unit, so that they say something rather than head it."""
    return bool(_AMOUNT.search(text))


def is_run_in_title(title: str) -> bool:
    """Whether the words before a full stop may head a paragraph, rather than state a figure."""
    return len(title) <= _LONGEST_RUNIN and ":" not in title and not states_amount(title)


def is_run_in(piece: Piece) -> bool:
    """Whether a paragraph begins with a head of its own."""
    return piece.marker.style == "plain" and piece.marker.has_more and is_run_in_title(piece.marker.title)
