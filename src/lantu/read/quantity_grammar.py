"""Figures in a sentence: number, magnitude, unit, range and comparator.

In: one stream's text. Out: quantities in order, with the span of number,
magnitude and unit, and the comparator that the words around it give.
Left out on purpose: what the figure is about, and whether it is one at all;
`quantity_traps` and `indicators` decide that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from lantu.core.entry import Comparator
from lantu.read.lexicon_units import MAGNITUDE, UNIT
from lantu.read.quantity_numerals import read_fraction, read_numeral

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,5}(?![\d.])|\d{1,15}(?:\.\d{1,10})?)"
_DASH = r"(?:-{1,2}|~|至|到|一(?=\d))"
_FIGURE = re.compile(
    rf"(?P<a>(?:(?<=[率度数额值长])-(?=\d))?{_NUMBER})"
    rf"(?:(?P<alow>(?:{MAGNITUDE})?(?:{UNIT})?){_DASH}(?P<b>{_NUMBER}))?"
    rf"(?P<few>[多余来几]?)(?P<mag>{MAGNITUDE})?(?P<few2>[多余]?)(?P<unit>{UNIT})?"
)
_RATIO = re.compile(r"(?<![\d.])\d{1,6}(?:\.\d{1,6})?(?::\d{1,6}(?:\.\d{1,6})?){1,8}(?!\d)")
_WORDED = re.compile(
    r"(?P<fraction>(?P<den>百|[一二三四五六七八九十]{1,3})分之(?P<num>[一二三四五六七八九十百零点\d.]+))"
    r"|(?P<double>翻(?:了|近|了近)?[一两二三]?番(?!半)|翻倍|(?<=[实现值模量入])倍增|成倍增长|(?:增长|提高|增加|扩大)(?P<times>[一两二三])倍)"
    r"|(?P<half>一半|减半|过半)"
    r"|(?<=[超破过逾])(?P<bare>[百千万]?[万亿])(?=大关|台阶|[,;。、)]|和|$)"
    rf"|(?P<round>(?:[一二两三四五六七八九十]{{0,3}}[百千万亿][百千万亿零一二三四五六七八九十]{{0,8}}|数[十百千万]+|[一二三四五六七八九]?十(?=[多余来]))(?P<rfew>[多余来]?)(?P<runit>{UNIT})(?!分点|分之|点|之|级|[百千万亿]))"
)
_DIGIT = re.compile(r"\d")
_WORDED_SIGN = re.compile(r"[百千万亿十番倍半]|分之")
"""Without one of these no quantity is written in words."""
_SUFFIX = re.compile(
    r"(?:\((?:含|不含)?\))?(?P<word>(?:及|或|和)?(?:其)?以上|(?:及|或)?以下|以内|之内|左右|上下|开外|不等)"
)
_PREFIX = re.compile(
    r"(?P<ge>不(?:得|应|能)?(?:低|少|小|下)于|至少|最低(?:达到|为)?|不下|高于或等于|保底)"
    r"|(?P<le>不(?:得|应|能)?(?:高|超|大|多)(?:于|过)|不突破|最多|至多|不得超过|低于或等于|控制在)"
    r"|(?P<gt>(?:首次|率先|再次|首)?(?:突?破|超过|超|跨越|跨上|跨过|迈过|迈上|站上|站稳|越过|跃上|冲破|多于|高于|大于|优于|逾|超越|超出))"
    r"|(?P<lt>低于|小于|少于|不足|不到|未达)"
    r"|(?P<about>大?约|将?近|接近|趋近|大致|基本达到)"
)
_BETWEEN = re.compile(r"(?:了|人民币|到|至|达到?|为|在|累计|总量|全部|大关|台阶|第)*$")

_SUFFIX_MEANS = {"以上": Comparator.AT_LEAST, "以下": Comparator.AT_MOST, "以内": Comparator.AT_MOST, "之内": Comparator.AT_MOST,
                 "左右": Comparator.ABOUT, "上下": Comparator.ABOUT, "开外": Comparator.MORE_THAN}  # fmt: skip
_PREFIX_MEANS = {"ge": Comparator.AT_LEAST, "le": Comparator.AT_MOST, "gt": Comparator.MORE_THAN,
                 "lt": Comparator.LESS_THAN, "about": Comparator.ABOUT}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure in a stream.

    Attributes:
        start: Of number, magnitude and unit.
        end: After the unit.
        tail: After the comparator words behind it, or end.
        head: Of the comparator words in front of it, or start.
        value: As written, or None for a composition such as 2:50:48.
        value_max: Upper end of a range.
        unit: As written, magnitude included.
        base_unit: The same without magnitude.
        comparator: How it is to be met.
        form: number, range, ratio, fraction, multiple, half or round.
        has_suffix: Whether words behind it set the comparator.
        has_prefix: Whether words in front of it set the comparator.
    """

    start: int
    end: int
    head: int
    tail: int
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    base_unit: str
    comparator: Comparator
    form: str
    has_suffix: bool = False
    has_prefix: bool = False


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _finish(text: str, start: int, end: int, value: Decimal | None, value_max: Decimal | None,
            unit: str, base_unit: str, form: str, few: bool) -> Quantity:  # fmt: skip
    """Add the comparator that the words around the figure give."""
    comparator = Comparator.WITHIN if value_max is not None else Comparator.EQUAL
    head, tail, has_suffix, has_prefix = start, end, False, False
    if few:
        comparator = Comparator.MORE_THAN
    before = text[max(0, start - 12) : start]
    before = before[: len(before) - len(match.group())] if (match := _BETWEEN.search(before)) else before
    offset = max(0, start - 12)
    for match in _PREFIX.finditer(before):
        if match.end() == len(before):
            kind = str(match.lastgroup)
            if kind == "le" and match.group() == "控制在":
                break
            head, has_prefix = offset + match.start(), True
            if not few or kind not in ("gt", "about"):
                comparator = _PREFIX_MEANS[kind] if value_max is None else Comparator.WITHIN
            break
    match = _SUFFIX.match(text, end)
    if match is not None:
        word = match.group("word").lstrip("及或和其")
        if word in _SUFFIX_MEANS:
            tail, has_suffix = match.end(), True
            if value_max is None:
                comparator = _SUFFIX_MEANS[word]
    return Quantity(start, end, head, tail, value, value_max, unit, base_unit, comparator, form, has_suffix, has_prefix)


def _read_figure(text: str, match: re.Match[str]) -> Quantity:
    start, end = match.span()
    magnitude, base = match["mag"] or "", match["unit"] or ""
    few = bool(match["few"] or match["few2"])
    if few and not base and not magnitude:
        end = match.end("few") - len(match["few"])
        few = False
    value, value_max, form = _decimal(match["a"]), None, "number"
    if match["b"]:
        value_max, form = _decimal(match["b"]), "range"
        low_magnitude = re.match(rf"(?:{MAGNITUDE})?", match["alow"] or "")
        low = low_magnitude.group() if low_magnitude else ""
        if low and magnitude and low != magnitude and value is not None and value_max is not None:
            value, value_max, magnitude = _align_range(value, low, value_max, magnitude)
        elif low and not magnitude:
            magnitude = low
        if not base and match["alow"]:
            base = match["alow"][len(low) :]
    return _finish(text, start, end, value, value_max, magnitude + base, base, form, few)


_FACTOR = {"百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
           "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12}  # fmt: skip


def _align_range(low: Decimal, low_word: str, high: Decimal, high_word: str) -> tuple[Decimal, Decimal, str]:
    """Both ends of "9000亿—1万亿" in the smaller of the two magnitudes."""
    if _FACTOR[low_word] <= _FACTOR[high_word]:
        return low, high * _FACTOR[high_word] / _FACTOR[low_word], low_word
    return low * _FACTOR[low_word] / _FACTOR[high_word], high, high_word


def _read_ratio(text: str, match: re.Match[str]) -> Quantity:
    parts = match.group().split(":")
    start, end = match.span()
    if len(parts) == 2 and parts[1] == "1":
        return _finish(text, start, end, _decimal(parts[0]), None, ":1", ":1", "ratio", False)
    return _finish(text, start, end, None, None, "", "", "ratio", False)


def _read_worded(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    if match["fraction"]:
        value = read_fraction(match["num"], match["den"])
        if value is None:
            return None
        unit = "%" if match["den"] == "百" else "比例"
        return _finish(text, start, end, value, None, unit, unit, "fraction", False)
    if match["double"]:
        word = match["double"]
        value = Decimal(8 if "三番" in word else 4 if re.search("[两二]番", word) else 2)
        if match["times"]:
            value = Decimal({"一": 1, "两": 2, "二": 2, "三": 3}[match["times"]])
            start = end - 2
        quantity = _finish(text, start, end, value, None, "倍", "倍", "multiple", False)
        return replace(quantity, comparator=Comparator.ABOUT) if "近" in word else quantity
    if match["bare"]:
        value, magnitude = read_numeral(match["bare"])
        return _finish(text, start, end, value, None, magnitude, "", "round", False)
    if match["half"]:
        return _finish(text, start, end, Decimal(50), None, "%", "%", "half", False)
    number = match["round"][: match.end("rfew") - match.start("round") - len(match["rfew"])]
    value, magnitude = read_numeral(number)
    if value is None:
        return None
    unit = match["runit"]
    return _finish(text, start, end, value, None, magnitude + unit, unit, "round", bool(match["rfew"]))


def _find_figures(text: str) -> Iterator[re.Match[str]]:
    """What `_FIGURE.finditer` finds: a figure begins at the next digit, or at the minus right before it."""
    digit = _DIGIT.search(text)
    at = 0
    while digit is not None:
        start = digit.start()
        match = (_FIGURE.match(text, start - 1) if start > at and text[start - 1] == "-" else None) or _FIGURE.match(
            text, start
        )
        if match is not None:
            yield match
        at = match.end() if match is not None else start + 1
        digit = _DIGIT.search(text, at)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All figures of one stream, in order, traps among them."""
    found: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    for match in _RATIO.finditer(text) if ":" in text else ():
        found.append(_read_ratio(text, match))
        taken.append(match.span())
    for match in _find_figures(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            found.append(_read_figure(text, match))
    for match in _WORDED.finditer(text) if _WORDED_SIGN.search(text) else ():
        quantity = _read_worded(text, match)
        if quantity is not None and not any(q.start < quantity.end and quantity.start < q.end for q in found):
            found.append(quantity)
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))
