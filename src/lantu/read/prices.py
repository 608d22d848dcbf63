"""Words that say at whose prices a figure is counted.

In: text with plain brackets and no blanks. Out: each such word with its basis, the
year of the prices where one is named, and whether it stands in brackets.
Left out on purpose: which figures it governs, and growth "less the rise of prices"
(扣除价格因素), which is counted in another way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.core.entry import PriceBasis

_WORD = re.compile(
    r"(?:按照?|以|采用)?(?:(?P<year>(?:19|20)\d\d)年的?)?"
    r"(?:(?P<fixed>可比价|不变价)|(?P<current>当年价|现行价|(?<![实兑体呈再出展])现价)|(?P<of>(?<=年)价))"
    r"格?(?!格|值|位|差|指数|因素|变动|上涨|改革|调整)(?:水平|口径)?(?:进行)?(?:计算|核算|统计|计)?"
)
_NOT = re.compile(r"[不未非]$")
_TOLD = re.compile(r"^[按以采]|计算?$|核算$|统计$")
_OPEN = re.compile(r"\([^()]{0,8}$")
_CLOSE = re.compile(r"[^()]{0,4}\)")


@dataclass(frozen=True, slots=True)
class PriceWord:
    """One mention of a price basis.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        basis: CURRENT or COMPARABLE.
        year: Year of the prices, or None.
        opens: Where the bracket around it opens, or None.
    """

    start: int
    end: int
    basis: PriceBasis
    year: int | None
    opens: int | None = None


def find_prices(text: str) -> Iterator[PriceWord]:
    """All mentions in order, but for those that deny one."""
    if "价" not in text:
        return
    for found in _WORD.finditer(text):
        if _NOT.search(text, max(0, found.start() - 1), found.start()):
            continue
        basis = PriceBasis.CURRENT if found["current"] else PriceBasis.COMPARABLE
        year = int(found["year"]) if found["year"] else None
        opening = _OPEN.search(text, max(0, found.start() - 9), found.start())
        opens = opening.start() if opening and _CLOSE.match(text, found.end()) else None
        if found["of"] and not (found["year"] and (opens is not None or _TOLD.search(found[0]))):
            continue  # "2020年价格" alone may be what was charged in 2020
        yield PriceWord(found.start(), found.end(), basis, year, opens)
