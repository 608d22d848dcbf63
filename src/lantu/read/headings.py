"""Lines that head something: the style of their number and what they say.

In: a line of the shadow. Out: its marker, number and title, or nothing.
Left out on purpose: levels, which depend on the other headings of the document.
"""

import re
from dataclasses import dataclass

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_CN = "[一二三四五六七八九十百零〇]{1,5}"
_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第({_CN}|\d{{1,3}})(?:[篇编]|部分)(?![^\s]*[，,。].*[，,。])\s*")),
    ("chapter", re.compile(rf"第({_CN}|\d{{1,3}})章\s*")),
    ("clause", re.compile(rf"第({_CN}|\d{{1,3}})节\s*")),
    ("han", re.compile(rf"({_CN})[、.,]\s*(?=\S)")),
    ("hanp", re.compile(rf"\(\s*({_CN})\s*\)[、.]?\s*(?=\S)")),
    ("dec3", re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})\.?(?![\d%])\s*(?=[^\d\s%])")),
    ("dec2", re.compile(r"(\d{1,2}\.\d{1,2})(?!\d|%|\.\d)\s+(?=[^\d\s%A-Za-z(])")),
    ("num", re.compile(r"(\d{1,2})\s*[.、](?!\d)\s*(?=\S)")),
    ("nump", re.compile(r"\(\s*(\d{1,2})\s*\)\s*(?=\S)")),
    ("ring", re.compile(r"([①-⑳])\s*(?=\S)")),
    ("first", re.compile(rf"({_CN})是(?=[^否])")),
    ("dash", re.compile(r"(——|—|--|––|●|•|■|◆|▲|·)\s*(?=[\u4e00-\u9fff“])")),
)
RANKS = {
    "part": 1,
    "chapter": 2,
    "clause": 3,
    "plain": 4,
    "han": 5,
    "hanp": 6,
    "dec2": 7,
    "dec3": 8,
    "num": 8,
    "nump": 9,
    "ring": 10,
}
BOX = re.compile(r"^专\s?栏\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[::、.]?\s*(?P<title>.*)$")
CAPTION = re.compile(r"^(?P<number>附?[表图]\s*[\d一二三四五六七八九十]+(?:[-—.]\d+)?)\s*[::、.]?\s*(?P<title>\S.*)$")
_MARKDOWN = re.compile(r"^(?:#{1,6}\s+|>\s*|[-+*]\s+(?=第))?\**\s*")
_LEADERS = re.compile(r"(?:[.…·\s]{3,}|\s)\d{1,3}$")
_WITH_COLON = ("num", "nump", "ring", "dash", "dec2", "dec3")
_SENTENCE = re.compile(r"[。!?;]")


@dataclass(frozen=True, slots=True)
class Marker:
    """The head of a line.

    Attributes:
        style: A key of RANKS, or first (一是), dash (——), plain.
        number: As printed, blanks taken off.
        value: Its number, or 0.
        title: What it says, up to the first full stop.
        title_start: Offset of the title in the line.
        title_end: Offset after it.
        has_more: Whether text follows on the same line.
        hashes: Depth of a markdown heading, or 0.
        is_bold: Whether the whole line is set in bold marks.
    """

    style: str
    number: str
    value: int
    title: str
    title_start: int
    title_end: int
    has_more: bool
    hashes: int = 0
    is_bold: bool = False


def read_number(words: str) -> int:
    """A number in digits or Chinese numerals below a thousand; 0 where it is none."""
    if words.isdecimal():
        return int(words)
    total, unit = 0, 0
    for char in words:
        if char == "十":
            total, unit = total + max(unit, 1) * 10, 0
        elif char == "百":
            total, unit = total + max(unit, 1) * 100, 0
        elif char in _DIGITS:
            unit = _DIGITS[char]
        elif "①" <= char <= "⑳":
            return ord(char) - ord("①") + 1
        else:
            return 0
    return total + unit


def read_marker(line: str) -> Marker:
    """The marker of a line; style plain where it has no number."""
    lead = _MARKDOWN.match(line)
    skip = lead.end() if lead else 0
    hashes = len(line) - len(line.lstrip("#"))
    is_bold = line.rstrip().endswith("**") and "**" in line[:skip]
    body = line[skip:]
    for style, pattern in _STYLES:
        found = pattern.match(body)
        if found:
            number = re.sub(r"\s", "", found.group(0))
            return _cut(line, style, number, read_number(found[1]), skip + found.end(), hashes, is_bold)
    return _cut(line, "plain", "", 0, skip, hashes, is_bold)


def _cut(line: str, style: str, number: str, value: int, start: int, hashes: int, is_bold: bool) -> Marker:
    stop = _SENTENCE.search(line, start)
    colon = line.find(":", start, start + 41) if style in _WITH_COLON else -1
    if colon > start and len(line) - colon > 15 and (stop is None or colon < stop.start()):
        return Marker(style, number, value, line[start:colon].strip("* "), start, colon, True, hashes, is_bold)
    end = stop.start() if stop else len(line)
    has_more = bool(stop) and bool(line[stop.end() :].strip("*。 ")) if stop else False
    if not stop:
        end = len(line.rstrip("*: ,"))
    end = max(end, start)
    return Marker(style, number, value, line[start:end].strip("* "), start, end, has_more, hashes, is_bold)


def is_contents_line(line: str) -> bool:
    """Whether a line ends in leaders and a page number."""
    return bool(_LEADERS.search(line)) and len(line) < 70


def plain_title(title: str) -> str:
    """A title for comparison: without blanks, punctuation, page numbers."""
    return re.sub(r"[\s\W_]+|\d+$", "", _LEADERS.sub("", title))
