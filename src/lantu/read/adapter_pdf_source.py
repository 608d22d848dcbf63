"""Characters and rules of a PDF's pages, as its renderer places them.

In: bytes. Out: for each page its size, its characters and its straight rules,
turned so that the text stands upright.
Left out on purpose: what they make together; the page's structure is found
later. The renderer is PDFium, by way of pypdfium2.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from lantu.read.adapter_pdf_page import Glyph
from lantu.read.lexicon_radicals import RADICALS

_PASSWORD_ERRORS = (4, 5)
"""FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""
_STRAIGHT = 1.5
"""Points by which a rule may lean, and the thickness up to which a bar is a rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, upright or level, from one corner to the other."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page before anything is made of it.

    Attributes:
        number: From 1.
        width: In points, after turning.
        height: In points, after turning.
        glyphs: Characters that stand upright.
        rules: Upright and level lines, and the edges of rectangles.
        unknown: How many characters have no meaning in their font.
        is_cut: Whether there were more marks than the limit, and the rest was left out.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    unknown: int
    is_cut: bool


class EncryptedError(Exception):
    """The file asks for a password."""


class BrokenError(Exception):
    """The renderer cannot open the file, or one of its pages."""


class PdfSource:
    """A PDF that is open.

    Raises:
        EncryptedError: If it asks for a password.
        BrokenError: If it is no whole PDF.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) in _PASSWORD_ERRORS:
                raise EncryptedError(str(error)) from error
            raise BrokenError(str(error)) from error

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def read_page(self, number: int, most: int) -> RawPage:
        """A page, at most so many characters and so many rules of it.

        Raises:
            BrokenError: If the page cannot be read.
        """
        try:
            page = self._document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise BrokenError(str(error)) from error
        try:
            return _read_page(page, number, most)
        except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
            raise BrokenError(str(error)) from error
        finally:
            page.close()


def _read_page(page: Any, number: int, most: int) -> RawPage:
    text = page.get_textpage()
    try:
        chars, unknown, is_cut = _read_chars(text.raw, most)
    finally:
        text.close()
    turns = Counter(char.turn for char in chars)
    turn = turns.most_common(1)[0][0] if turns else 0
    frame = _Frame.of(page, turn)
    glyphs = tuple(frame.place_char(char) for char in chars if char.turn == turn)
    rules = tuple(rule for at, rule in enumerate(_read_rules(page, frame)) if at < most)
    return RawPage(number, frame.width, frame.height, glyphs, rules, unknown, is_cut)


# ---------------------------------------------------------------- turning


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the page's own axes to points right and down from its upper left corner, turned by quarters clockwise."""

    left: float
    low: float
    width: float
    height: float
    turn: int

    @classmethod
    def of(cls, page: Any, turn: int) -> "_Frame":
        left, low, right, high = page.get_bbox()
        width, height = (right - left, high - low) if turn % 2 == 0 else (high - low, right - left)
        return cls(left, low, width, height, turn)

    def place(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.low
        if self.turn == 1:
            return y, x
        if self.turn == 2:
            return self.width - x, y
        if self.turn == 3:
            return self.width - y, self.height - x
        return x, self.height - y

    def place_char(self, char: "_Char") -> Glyph:
        one, other = self.place(char.left, char.low), self.place(char.right, char.high)
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        return Glyph(char.text, left, right, top, bottom, char.size)


# ---------------------------------------------------------------- characters


@dataclass(frozen=True, slots=True)
class _Char:
    text: str
    left: float
    right: float
    low: float
    high: float
    size: float
    turn: int


def _read_chars(text: Any, most: int) -> tuple[list[_Char], int, bool]:
    count = pdfium.FPDFText_CountChars(text)
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    chars: list[_Char] = []
    unknown = 0
    for at in range(min(count, most)):
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        words = _spell(pdfium.FPDFText_GetUnicode(text, at))
        if pdfium.FPDFText_HasUnicodeMapError(text, at) == 1 or words == "\ufffd":
            words = "\ufffd"
            unknown += 1
        if not words or not pdfium.FPDFText_GetLooseCharBox(text, at, box):
            continue
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = max(pdfium.FPDFText_GetFontSize(text, at) * scale, 1.0)
        turn = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        chars.append(_Char(words, box.left, box.right, box.bottom, box.top, size, turn))
    return list(_part_ligatures(chars)), unknown, count > most


def _part_ligatures(chars: list[_Char]) -> Iterator[_Char]:
    """Characters that one shape stands for ("——") side by side instead of on top of each other."""
    at = 0
    while at < len(chars):
        first = chars[at]
        box = (first.left, first.right, first.low)
        end = at + 1
        while end < len(chars) and (chars[end].left, chars[end].right, chars[end].low) == box:
            end += 1
        width = (first.right - first.left) / (end - at)
        for step, char in enumerate(chars[at:end]):
            left = first.left + step * width
            yield char if end - at == 1 or char.turn else replace(char, left=left, right=left + width)
        at = end


def _spell(code: int) -> str:
    """A character; "" for marks that are none, such as the soft break PDFium puts at a line's end."""
    if code in (0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000 or (code < 0x20 and code != 9):
        return ""
    return chr(code).translate(RADICALS)


# ---------------------------------------------------------------- rules


def _read_rules(page: Any, frame: _Frame) -> Iterator[Rule]:
    for found in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=8):
        fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
        if pdfium.FPDFPath_GetDrawMode(found.raw, fill, stroke) and not fill.value and not stroke.value:
            continue
        matrix = found.get_matrix()
        above = found.container
        while above is not None:
            matrix = matrix.multiply(above.get_matrix())
            above = above.container
        yield from _path_rules(found.raw, matrix, frame)


def _path_rules(path: Any, matrix: Any, frame: _Frame) -> Iterator[Rule]:
    """The straight parts of a path; of a thin bar its middle, of other rectangles their edges."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    found: list[Rule] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(path), 4000)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = frame.place(*matrix.on_point(x.value, y.value))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            found += _straight(last, point)
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            found += _straight(point, start)
            last = start
    yield from found


def _straight(one: tuple[float, float], other: tuple[float, float]) -> list[Rule]:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(across, down) > _STRAIGHT or max(across, down) <= _STRAIGHT:
        return []
    return [Rule(min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))]
