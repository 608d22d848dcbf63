"""What the notes under a table say of prices.

In: the words of the notes, blanks taken out. Out: each statement: a price basis, the
indicators it names or all figures in money, and whether it is of levels or of growth.
Left out on purpose: which rows those are; notes that name the basis before the
indicator ("按可比价计算的…"), since where such a name ends cannot be told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lantu.core.entry import PriceBasis
from lantu.read.prices import find_prices


class Part(StrEnum):
    """Which figures of an indicator a note is about."""

    LEVEL = "level"
    GROWTH = "growth"
    UNSTATED = "unstated"
    NONE = "none"


_ITEM = re.compile(r"(?=[①-⑳★▲☆△※*]|\(\d{1,2}\)|\[\d\]|(?<=[。;:])\d{1,2}[.、](?!\d))")
_LEAD = re.compile(r"^(?:(?:注|备注|说明|附注)\d?[:.]?)?(?:[①-⑳★▲☆△※*]|\(\d{1,2}\)|\[\d\]|\d{1,2}[.、])?(?:号)?")
_MARK = re.compile(r"^(?:[①-⑳★▲☆△※*]|\[\d\])")
_OPENING = re.compile(
    r"^(?:其中|各项?|均|都|且|而|并|本?表(?:中|内|列)?的?|所列|有关|的|(?:19|20)\d\d年|全[省市区县])+"
)
_CLOSING = re.compile(r"(?:均|都|一律|统一|分别|等|的|数据|指标|(?<=值)按)+$")
_ALL = re.compile(r"^(?:各项?|其[他余它]|所有|全部)*(?:价值量?|价值类|货币|总量)?$")
_AND_LIKE = re.compile(r"等(?:价值量?|价值类|总量)(?:指标)?$")
_EXCEPT = re.compile(r"除(.+?)以?外,?")
_GROWTH = re.compile(r"(?:年均|年平均|平均)?(?:增长速度|增长率|增速|增幅|增长|发展速度|递增)$")
_LEVEL = re.compile(r"(?:绝对[数额值量]|总量)$")
_IS = re.compile(r"(?:为|系|是).*$")
_NOT_NAMED = re.compile(r"[①-⑳★▲☆△※*“”\"]|\([^()]*\)|\[\d\]")
_WHOSE = re.compile(r"^(?:全体|城镇|农村|城乡|全[省市区县])(?:常住)?(?=居民)")
_GDP = re.compile(r"(?:地区|国内)生产总值|GDP", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PriceNote:
    """One statement.

    Attributes:
        basis: CURRENT or COMPARABLE.
        year: Year of the prices, or None.
        names: Keys of the indicators it names, each with the figures meant; none where it is on all.
        part: Which figures it means, where it names no indicators.
        mark: The mark in front of it, such as "①" or "*", or "".
        excepted: Keys of indicators it leaves out.
    """

    basis: PriceBasis
    year: int | None
    names: tuple[tuple[str, Part], ...] = ()
    part: Part = Part.UNSTATED
    mark: str = ""
    excepted: tuple[str, ...] = ()


def key_of(name: str) -> str:
    """What two ways to write an indicator's name have in common; growth is left off."""
    plain = _GDP.sub("生产总值", _NOT_NAMED.sub("", name))
    return _GROWTH.sub("", _WHOSE.sub("", plain)) or plain


def read_price_notes(notes: Iterable[str]) -> tuple[PriceNote, ...]:
    """All statements on prices, in order."""
    return tuple(found for note in notes if "价" in note for item in _ITEM.split(note) for found in _read_item(item))


def _read_item(item: str) -> Iterator[PriceNote]:
    mark = _MARK.match(item)
    words = item[_lead_of(item) :]
    at = 0
    names: tuple[tuple[str, Part], ...] = ()
    for word in find_prices(words):
        before, at = words[at : word.start], word.end
        if words.startswith("的", word.end):
            continue
        excepted = tuple(key_of(name) for found in _EXCEPT.finditer(before) for name in _parts_of(found[1]))
        named, part = _read_names(re.split(r"[。;]", _EXCEPT.sub("", before))[-1])
        if not named and part is not Part.NONE and names and not excepted:
            named = tuple((name, part) for name, _ in names)  # "绝对数按现价、增速按可比价": of the same indicators
        names = named
        part = Part.UNSTATED if part is Part.NONE else part
        yield PriceNote(word.basis, word.year, named, part, mark[0] if mark else "", excepted)


def _lead_of(item: str) -> int:
    found = _LEAD.match(item)
    return found.end() if found else 0


def _read_names(words: str) -> tuple[tuple[tuple[str, Part], ...], Part]:
    """The indicators in front of a word of prices, and the part stated for them.

    NONE is the part where words such as 价值指标 mean all of them and no part is stated: then names said
    before are not carried on.
    """
    pieces = [_read_piece(piece) for piece in _parts_of(words)]
    stated = [part for _, part in pieces if part is not Part.UNSTATED]
    last = stated[-1] if pieces and pieces[-1][1] is not Part.UNSTATED else Part.UNSTATED
    named = [(name, part) for name, part in pieces if not _ALL.match(name)]
    is_shared = len([part for name, part in named if part is not Part.UNSTATED]) <= 1
    is_all = _AND_LIKE.search(words) is not None or any(_ALL.match(name) and name for name, _ in pieces)
    if is_all or not named:
        return (), Part.NONE if is_all and last is Part.UNSTATED else last
    return tuple(
        (key, last if part is Part.UNSTATED and is_shared else part) for name, part in named for key in _keys_of(name)
    ), last


def _parts_of(words: str) -> Sequence[str]:
    return [part for part in re.split(r"[、,]", words) if part]


def _keys_of(name: str) -> Iterator[str]:
    """The name, and where it joins two, each of them."""
    yield key_of(name)
    parts = re.split(r"以及|[和与及]", name)
    if len(parts) > 1:
        yield from (key_of(part) for part in parts if part)


def _read_piece(piece: str) -> tuple[str, Part]:
    """A name and the part of its figures that is stated."""
    name = _CLOSING.sub("", _IS.sub("", _OPENING.sub("", piece)))
    for pattern, part in ((_GROWTH, Part.GROWTH), (_LEVEL, Part.LEVEL)):
        found = pattern.search(name)
        if found is not None and (part is Part.GROWTH or name[found.start()] == "绝" or found.start() == 0):
            return _CLOSING.sub("", name[: found.start()]), part
    return name, Part.UNSTATED
