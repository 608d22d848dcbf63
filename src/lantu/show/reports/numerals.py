"""The numbers in a text, and which of them state nothing.

In: a line of text. Out: tokens: a number with the unit behind it, and where it stands.
Left out on purpose: what a number is about; `match_lines` finds that by anchors and context.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.core.quantity import DimensionError, make_quantity

_WIDE = str.maketrans("０１２３４５６７８９．，％＋－＜＞", "0123456789.,%+-<>")
"""One character for one, so that places in the text stay the same."""

_BASE_UNITS = (
    "吨标准煤|吨标煤|立方米|平方公里|平方千米|平方米|公里/小时|个百分点|百分点|美元|人民币|千瓦时|千瓦|公里|千米|公顷|公斤|千克|"
    "毫克|微克|标箱|人次|个月|分钟|小时|元|人|名|米|亩|吨|克|升|度|年|岁|天|日|秒|分|倍|个|家|件|张|项|条|座|所|户|套|辆|台|处|"
    "床|位|起|篇|次|批|期|支|对|艘|村|镇"
)
_LATIN_UNITS = r"kWh|km²|km2|m²|m2|m³|m3|km|kg|mg|μg|µg|TEU"
_UNIT = rf"(?:[%‰]|:1|(?:[万亿千百]*)(?:{_BASE_UNITS})|[万亿]+|(?:{_LATIN_UNITS})(?![A-Za-z]))"
NUMBER = re.compile(
    r"(?P<sign>(?<![0-9A-Za-z年月日〕\])）])[-−–+])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<unit>{_UNIT}(?:/{_UNIT})?))?"
)
SPOKEN = re.compile(
    r"百分之[一二三四五六七八九十百零点]+|[一二三四五六七八九两十][一二三四五六七八九十百千零两]*[万亿]+(?:元|美元|人|吨|亩|户|家)?"
)
"""Figures in Chinese numerals; a city writes 百分之五 and 三千亿元, and means a figure."""

_PLAIN = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?:\s?[-–—至、]\s?(?:19|20)?\d\d)*\s?年(?:\d{1,2}(?:[-–—至]\d{1,2})?月(?:\d{1,2}日)?)?"
    r"|(?<!\d)(?:19|20)\d\d\s?[-–—]\s?(?:19|20)\d\d(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?!\d)"
    r"|\d{1,2}(?:[-–—至]\d{1,2})?月(?:\d{1,2}日)?|\d{1,2}:\d\d"
    r"|[〔\[(（【](?:19|20)\d\d[〕\])）】]\s?(?:第?\s?\d+\s?号)?|第\s?\d+\s?号?[条章节项款届次页期位名步]?"
    r"|(?:图|表|附件|附表|附录|专栏|注|式)\s?\d+(?:[-.]\d+)*"
    r"|^\s*[（(]?\d+(?:\.\d+)*[）).、．](?!\d)"
    r"|[A-Za-z][A-Za-z&]*[-.]?\d+(?:\.\d+)?[A-Za-z]*|\d+[A-Za-z]+\d*(?![a-z])"
    r"|^[-—– ]*\d+[-—– ]*$(?<=[—–-])"
)
"""Years, dates, numbers of documents, of articles, figures and headings, and names with digits in them."""


@dataclass(frozen=True, slots=True)
class Token:
    """A number in a line.

    Attributes:
        start: Of the number.
        end: Of the unit behind it, or of the number.
        text: What stands there.
    """

    start: int
    end: int
    text: str


def find_tokens(text: str) -> Iterator[Token]:
    """Every number of a line with its unit, in order."""
    flat = text.translate(_WIDE)
    found = [*NUMBER.finditer(flat), *SPOKEN.finditer(flat)]
    for match in sorted(found, key=lambda m: m.start()):
        yield Token(match.start(), match.end(), text[match.start() : match.end()])


def is_plain(text: str, token: Token) -> bool:
    """Whether a number is a year, a date, the number of something, or part of a name."""
    flat = text.translate(_WIDE)
    digits = NUMBER.search(flat, token.start)
    if digits is None or digits.start() != token.start:
        return False
    start, end = digits.span("digits")
    return any(match.start() <= start and end <= match.end() for match in _PLAIN.finditer(flat) if match.group())


def says_the_same(found: str, expected: str) -> bool:
    """Whether two writings of a figure state the same: 6,355.28亿元, 6355.28 亿元 and 0.635528万亿元 do."""
    one, two = _parse(found), _parse(expected)
    if one is None or two is None:
        return "".join(found.split()) == "".join(expected.split())
    if one == two:
        return True
    if not one[1] or not two[1]:
        return False
    try:
        return make_quantity(one[0], one[1]).compare(make_quantity(two[0], two[1])) == 0
    except (DimensionError, ValueError):
        return False


def read_unit(text: str) -> str:
    """The unit of a writing of a figure, or ""."""
    parsed = _parse(text)
    return parsed[1] if parsed else ""


def read_digits(text: str) -> str:
    """The first number of a text without its unit, or the text where it has none."""
    match = NUMBER.search(text.translate(_WIDE))
    return f"{match['sign'] or ''}{match['digits']}" if match else text


def _parse(text: str) -> tuple[Decimal, str] | None:
    flat = "".join(text.translate(_WIDE).split())
    match = NUMBER.fullmatch(flat)
    if match is None:
        return None
    amount = Decimal(match["digits"].replace(",", ""))
    return (-amount if match["sign"] in ("-", "−", "–") else amount), match["unit"] or ""
