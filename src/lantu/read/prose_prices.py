"""Price bases written at the figures of a sentence.

In: a paragraph's text. Out: its frames, found as if the words of prices were not
there; which of them belongs to which figure; an entry with what the word says.
Left out on purpose: figures further on in the sentence, which the word may govern
too: nothing but custom says so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from lantu.core.entry import Entry, PriceBasis
from lantu.read.prices import PriceWord, find_prices
from lantu.read.prose_distribution import share_out
from lantu.read.prose_entries import Paragraph
from lantu.read.prose_frames import Frame, find_frames
from lantu.read.prose_measure import name_measure
from lantu.read.years import YearMention

_FARTHEST = 30
"""Characters between the word and the figure after it."""
_BEHIND = re.compile(r"(?:以上|左右|以内|以下)?[,、]?$")
_FILLER = "已"
"""An adverb that is part of no name, neither in front of one nor behind it."""
_PAUSE = re.compile(r"[,;:]")


def find_frames_at_prices(text: str, mentions: tuple[YearMention, ...]) -> Sequence[Frame]:
    """The figures of a paragraph, words of prices taken for what they are: no part of a name."""
    plain = _take_out(text)
    frames = share_out(plain, find_frames(plain, mentions), mentions)
    if plain != text and any(frame.name is not None and _FILLER * 2 in frame.name.text for frame in frames):
        return share_out(text, find_frames(text, mentions), mentions)
    return frames


def _take_out(text: str) -> str:
    """The text, exactly as long, with a filler for words of prices that no brackets keep apart."""
    for word in find_prices(text):
        if word.opens is None:
            text = text[: word.start] + _FILLER * (word.end - word.start) + text[word.end :]
    return text


def match_prices(text: str, frames: Sequence[Frame]) -> Mapping[int, PriceWord]:
    """The word of prices of each figure that has one, by where the figure starts."""
    matched: dict[int, PriceWord] = {}
    for word in find_prices(text):
        frame = _find_figure(text, [f for f in frames if f.sentence <= word.start < f.stop], word)
        if frame is not None and _has_price(frame):
            matched.setdefault(frame.quantity.start, word)
    return matched


def add_prices(entry: Entry, paragraph: Paragraph, word: PriceWord) -> Entry:
    """The entry at the prices the word names; it is written at the figure, so nothing is inferred."""
    span = paragraph.span(word.start, word.end)
    return replace(entry, price_basis=word.basis, price_year=word.year, derived_from=(*entry.derived_from, span))


def _find_figure(text: str, frames: Sequence[Frame], word: PriceWord) -> Frame | None:
    """The figure in front of a bracket, else the one ahead, else the one the sentence ends with."""
    before = [f for f in frames if f.quantity.tail <= word.start]
    ahead = [f for f in frames if word.end <= f.quantity.start <= word.end + _FARTHEST + len(f.verbs)]
    start = word.start if word.opens is None else word.opens
    is_behind = bool(before) and _BEHIND.fullmatch(text, before[-1].quantity.tail, start) is not None
    if word.opens is not None:
        if is_behind:
            return before[-1]
        return ahead[0] if ahead and not _PAUSE.search(text, word.end, ahead[0].quantity.start) else None
    if ahead:
        return _choose(ahead, word)
    return before[-1] if is_behind else None


def _choose(ahead: Sequence[Frame], word: PriceWord) -> Frame:
    """The next figure; comparable prices of no year are those of growth, where it follows the level."""
    first = ahead[0]
    if word.basis is PriceBasis.COMPARABLE and word.year is None and not _is_growth(first):
        return next((f for f in ahead[1:2] if f.is_carried and _is_growth(f)), first)
    return first


def _is_growth(frame: Frame) -> bool:
    return frame.name is not None and name_measure(frame, frame.name.text) == "growth_rate"


def _has_price(frame: Frame) -> bool:
    """Whether it is money, or the growth of something."""
    return "元" in frame.quantity.base_unit or _is_growth(frame)
