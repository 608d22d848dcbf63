"""Which indicator a relative promise is measured against.

In: the words of the promise ("经济增长", "地区生产总值年均增长"), the definition it
is about, and the catalogue. Out: the partner, of the same price basis, or None.
Left out on purpose: the comparison, which `judge` makes.
"""

from lantu.check.match import match_indicator
from lantu.core.catalogue import Catalogue, Match
from lantu.core.definition import Definition, Kind

ECONOMY = ("经济增长", "经济发展", "gdp增长", "经济增速", "国民经济增长")
"""Ways to say the growth of the gross regional product."""

_GROWTH = ("年均增长率", "年均增长", "年均增速", "增长率", "增长速度", "增速", "增长", "增幅")
_MANNERS = ("基本同步", "同步", "与", "和", "同", "高于", "快于", "不低于", "保持")


def match_partner(words: str, definition: Definition | None, catalogue: Catalogue) -> Match | None:
    """The partner of a relative promise.

    A growth indicator and the level it is the growth of both answer to "经济增长"; the
    one whose price basis is that of the definition is taken, so that growth at current
    prices is never set against growth at comparable prices.

    Returns:
        None where no partner of the same price basis is known.
    """
    found = match_indicator(_level_name(words), "", catalogue) or match_indicator(words, "", catalogue)
    base = catalogue.definition(found.code) if found else None
    candidates = [d for d in catalogue.definitions if base and _speaks_of(d, base)]
    wanted = definition.price_basis if definition else ""
    fitting = [d for d in candidates if not wanted or d.price_basis in ("", wanted)]
    # A reported growth figure goes before one computed from levels.
    fitting.sort(key=lambda d: (d.price_basis != wanted, d.kind is not Kind.GROWTH))
    if not fitting:
        return None
    return Match(fitting[0].code, "folded", f"“{words}” is {fitting[0].name}")


def _speaks_of(candidate: Definition, base: Definition) -> bool:
    return candidate.code == base.code or candidate.growth_of in (base.code, base.growth_of or base.code)


def _level_name(words: str) -> str:
    words = words.strip()
    for manner in _MANNERS:
        words = words.removeprefix(manner).removesuffix(manner)
    if words.casefold() in ECONOMY:
        return "地区生产总值"
    for ending in _GROWTH:
        if words.endswith(ending) and words != ending:
            return words.removesuffix(ending)
    return words
