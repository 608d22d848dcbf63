"""Chinese numerals of figures ("三分之二", "百万", "一千五百").

In: the numeral's characters. Out: an exact decimal, or None where it is not
one. Left out on purpose: rewriting numerals in running text, which damages
names such as 长三角 or 一带一路.
"""

from decimal import ROUND_HALF_EVEN, Decimal

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_TENTH_DIGITS = Decimal("0.0000000001")


def read_integer(words: str) -> int | None:
    """The whole number that Chinese digits and magnitudes write, or None."""
    if not words:
        return None
    if all(c in _DIGITS for c in words):
        return int("".join(str(_DIGITS[c]) for c in words))
    total = section = digit = 0
    has_digit = False
    for c in words:
        if c in _DIGITS:
            digit, has_digit = _DIGITS[c], True
        elif c in _TENS:
            section += (digit if has_digit else 1) * _TENS[c]
            digit, has_digit = 0, False
        elif c in _GROUPS:
            group = section + digit
            total = (
                (total + (group if group > 0 else 1)) * _GROUPS[c] if c == "亿" else total + max(group, 1) * _GROUPS[c]
            )
            section, digit, has_digit = 0, 0, False
        else:
            return None
    return total + section + digit


def read_numeral(words: str) -> tuple[Decimal | None, str]:
    """A round numeral as value and magnitude: 百 → 100 "", 百万 → 100 "万", 千亿 → 1000 "亿"."""
    if words.startswith("数"):
        return None, ""
    for magnitude in ("万亿", "亿", "万"):
        if words.endswith(magnitude) and len(words) > len(magnitude):
            front = read_integer(words[: -len(magnitude)])
            if front is not None and front > 0:
                return Decimal(front), magnitude
    if words in ("万", "亿", "万亿"):
        return Decimal(1), words
    value = read_integer(words)
    return (Decimal(value), "") if value is not None else (None, "")


def read_fraction(numerator: str, denominator: str) -> Decimal | None:
    """三分之二 → 0.6666666667; of hundred 百分之六十 → 60 (a percentage)."""
    above: Decimal | None
    if numerator.replace(".", "", 1).isdecimal():
        above = Decimal(numerator)
    else:
        whole, _, part = numerator.partition("点")
        first, second = read_integer(whole), read_integer(part) if part else None
        if first is None or (part and second is None):
            return None
        above = Decimal(first) if not part else Decimal(f"{first}.{''.join(str(_DIGITS.get(c, 0)) for c in part)}")
    if denominator == "百":
        return above
    below = read_integer(denominator)
    if below is None or below == 0:
        return None
    return (above / below).quantize(_TENTH_DIGITS, ROUND_HALF_EVEN)
