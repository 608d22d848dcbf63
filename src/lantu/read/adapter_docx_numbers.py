"""The numbers that Word prints in front of paragraphs but does not keep in their text.

In: the parts numbering.xml and styles.xml. Out: for paragraph after paragraph
the number as printed, such as 第一章, （二） or 3.1.
Left out on purpose: bullets, which say nothing, and lists restarted by sections.
"""

import re
from dataclasses import dataclass, field
from typing import Any

Element = Any  # of lxml, which ships no types

_DIGITS = "〇一二三四五六七八九"
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_PLACE = re.compile(r"%([1-9])")
_MOST_STYLES = 50


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered; a legal one writes the levels above it in digits, too."""

    form: str
    pattern: str
    start: int
    is_legal: bool = False


@dataclass(slots=True)
class NumberWriter:
    """Counts paragraphs as Word does when it prints them.

    Attributes:
        lists: Levels by list.
        lists_of: List that an instance of a list belongs to.
        starts: Overridden first numbers, by instance and level.
        styles: Instance and level that a paragraph style gives.
    """

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists_of: dict[str, str] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def write_number(self, paragraph: Element) -> str:
        """The number printed in front of a paragraph, "" where none; the count goes on."""
        number, depth = self._find_number(paragraph)
        levels = self.lists.get(self.lists_of.get(number, ""), {})
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._count(number, depth, level)
        if level.form in ("bullet", "none"):
            return ""
        written = _PLACE.sub(
            lambda found: _write_level(int(found[1]) - 1, levels, counts, level.is_legal), level.pattern
        )
        return _separate(written)

    def _find_number(self, paragraph: Element) -> tuple[str, int]:
        style = _value(paragraph, "pPr/pStyle")
        number, depth = self.styles.get(style, ("", 0))
        own = _value(paragraph, "pPr/numPr/numId")
        own_depth = _value(paragraph, "pPr/numPr/ilvl")
        return own or number, int(own_depth) if own_depth.isdecimal() else depth

    def _count(self, number: str, depth: int, level: Level) -> dict[int, int]:
        counts = self._counts.setdefault(self.lists_of[number], {})
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        first = self.starts.get((number, depth))
        if first is not None and (number, depth) not in self._begun:
            counts[depth] = first
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self._begun.add((number, depth))
        return counts


def read_numbers(numbering: Element | None, styles: Element | None) -> NumberWriter:
    """A writer that knows the lists of a document."""
    writer = NumberWriter()
    if numbering is None:
        return writer
    for abstract in numbering.iterchildren("{*}abstractNum"):
        levels = {int(_own(level, "ilvl") or 0): _read_level(level) for level in abstract.iterchildren("{*}lvl")}
        writer.lists[_own(abstract, "abstractNumId")] = levels
    for instance in numbering.iterchildren("{*}num"):
        number = _own(instance, "numId")
        writer.lists_of[number] = _value(instance, "abstractNumId")
        for override in instance.iterchildren("{*}lvlOverride"):
            start = _value(override, "startOverride")
            if start.isdecimal():
                writer.starts[number, int(_own(override, "ilvl") or 0)] = int(start)
    if styles is not None:
        _read_styles(styles, writer)
    return writer


def _read_level(level: Element) -> Level:
    start = _value(level, "start")
    is_legal = level.find("{*}isLgl") is not None
    return Level(_value(level, "numFmt"), _value(level, "lvlText"), int(start) if start.isdecimal() else 1, is_legal)


def _read_styles(styles: Element, writer: NumberWriter) -> None:
    own: dict[str, tuple[str, str]] = {}
    based: dict[str, str] = {}
    for style in styles.iterchildren("{*}style"):
        code = _own(style, "styleId")
        based[code] = _value(style, "basedOn")
        number = style.find("{*}pPr/{*}numPr")
        if number is not None:
            own[code] = (_value(number, "numId"), _value(number, "ilvl"))
    for code in based:
        number_id, depth, at = "", "", code
        for _ in range(_MOST_STYLES):  # a file may say that two styles are based on each other
            number_id, depth = number_id or own.get(at, ("", ""))[0], depth or own.get(at, ("", ""))[1]
            at = based.get(at, "")
        if number_id:
            writer.styles[code] = (number_id, int(depth) if depth.isdecimal() else 0)


def _own(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def _value(element: Element, path: str) -> str:
    found = element.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    return "" if found is None else _own(found, "val")


def _separate(number: str) -> str:
    """A blank behind a number that would else run into the words."""
    return f"{number} " if number and (number[-1].isalnum() or number[-1] == ".") else number


def _write_level(depth: int, levels: dict[int, Level], counts: dict[int, int], is_legal: bool) -> str:
    level = levels.get(depth)
    if level is None:
        return ""
    return write_count(counts.get(depth, level.start), "decimal" if is_legal else level.form)


def write_count(count: int, form: str) -> str:
    """A count in one of Word's number forms; decimal where the form is not known."""
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand"):
        return _han_number(count)
    if form in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join(_DIGITS[int(digit)] for digit in str(count))
    if form == "ideographTraditional" and 1 <= count <= len(_STEMS):
        return _STEMS[count - 1]
    if form in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese") and 1 <= count <= 20:
        return chr(0x2460 + count - 1)
    if form in ("upperLetter", "lowerLetter") and 1 <= count <= 26:
        return chr((65 if form == "upperLetter" else 97) + count - 1)
    if form in ("upperRoman", "lowerRoman") and 1 <= count < 4000:
        roman = _roman_number(count)
        return roman if form == "upperRoman" else roman.lower()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _han_number(count: int) -> str:
    """12 is 十二, 120 is 一百二十."""
    if not 0 < count < 1000:
        return str(count)
    hundreds, rest = divmod(count, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def _roman_number(count: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (count // value)
        count %= value
    return words
