"""PDF files with a text layer to canonical text.

In: bytes. Out: paragraphs and tables in reading order, each with its page.
Left out on purpose: recognising text in pictures; a scanned file is reported.
"""

import io
import logging
import re
import zlib
from collections.abc import Sequence
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import PdfminerException

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.read.adapter_canvas import Canvas
from lantu.read.adapter_extracted import Extracted, Limits, RefusedError, Tell, refuse
from lantu.read.adapter_pdf_flow import join_pages, write_flow
from lantu.read.adapter_pdf_page import (
    Box,
    Glyph,
    Page,
    PageTable,
    TextLine,
    cut_lines,
    cut_segments,
    find_gutter,
    order_items,
)
from lantu.read.adapter_pdf_tables import CellGrid, fill_table
from lantu.read.codes import diagnose
from lantu.read.lexicon_radicals import RADICALS

# The parser's remarks on fonts go to nobody; what matters to a person is reported as a diagnostic.
logging.getLogger("pdfminer").addHandler(logging.NullHandler())
logging.getLogger("pdfminer").propagate = False

_MAGIC = re.compile(rb"^.{0,1024}?%PDF-\d", re.S)
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 2**20
_MOST_EDGES = 8000
_LEAST_FRAME = 100
"""Points; a smaller box is a mark or a button."""
_UNKNOWN = re.compile(r"\(cid:\d+\)")


def identify_pdf(data: bytes, name: str) -> bool:
    """Whether the bytes are a PDF; a little rubbish may stand in front."""
    del name
    return bool(_MAGIC.match(data[:1100]))


def extract_pdf(data: bytes, name: str, limits: Limits, tell: Tell) -> Extracted:
    """The text of a PDF file."""
    reader = _PdfReader(name, limits)
    try:
        check_streams(data, name, limits)
        pages = reader.read_pages(data, tell)
    except RefusedError as refusal:
        return Extracted("", format="pdf", diagnostics=(refusal.diagnostic,))
    canvas = Canvas()
    flow = join_pages(pages)
    if not write_flow(flow, canvas, limits.characters):
        reader.report("R052", f"{name} has more than {limits.characters} characters; the rest was left out")
    if flow.dropped:
        listed = "; ".join(f"“{text}”" for text in flow.dropped)
        reader.report("R062", f"{name}: left out at the pages' edges: {listed}", Severity.INFO)
    reader.report_silent_pages(pages)
    return Extracted(canvas.text, canvas.marks, "", "pdf", tuple(reader.diagnostics))


def check_streams(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a file whose packed streams expand without measure; pictures are not counted, nobody expands them."""
    total = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - 400) : found.start()]
        head = head[head.rfind(b"obj") + 1 :]
        if b"FlateDecode" not in head or b"/Image" in head:
            continue
        total += _expanded_size(data, found.end(), limits.expanded_bytes - total)
        if total > limits.expanded_bytes:
            most = f"{limits.expanded_bytes // 2**20} MiB are read"
            raise refuse("R053", f"{name}: its streams expand to more than {most}", name)


def _expanded_size(data: bytes, start: int, most: int) -> int:
    """How far a packed stream expands; one that is broken counts as far as it goes."""
    unpacker = zlib.decompressobj()
    size, rest = 0, data[start : start + _CHUNK]
    at = start + len(rest)
    try:
        while rest and not unpacker.eof and size <= most:
            size += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = data[at : at + _CHUNK]
                at += len(rest)
    except zlib.error:
        return size
    return size


class _PdfReader:
    """Reads pages one after the other and collects what was wrong."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._name, self._limits = name, limits
        self._gutter: float | None = None

    def report(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self.diagnostics.append(diagnose(code, message, severity=severity, about=self._name))

    def read_pages(self, data: bytes, tell: Tell) -> list[Page]:
        """All pages that can be read.

        Raises:
            RefusedError: If the file as a whole cannot be read.
        """
        try:
            pdf = pdfplumber.open(io.BytesIO(data), unicode_norm=None)
            found = list(pdf.pages)
        except Exception as error:  # the parser raises whatever it trips over in a broken file
            raise self._refuse_open(error) from error
        if not found:
            raise refuse("R051", f"{self._name} has no pages", self._name)
        if len(found) > self._limits.pages:
            message = f"{self._name} has {len(found)} pages; the first {self._limits.pages} were read"
            self.report("R054", message)
        pages = []
        for page in found[: self._limits.pages]:
            tell((page.page_number - 1) / len(found))
            pages.append(self._read_page(page))
            page.close()
        if not any(page.items for page in pages):
            raise refuse("R057", f"{self._name}: none of its {len(found)} pages has a text layer", self._name)
        return pages

    def _refuse_open(self, error: Exception) -> RefusedError:
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        kind = type(cause).__name__
        if "Password" in kind or "Encrypt" in kind:
            return refuse("R050", f"{self._name} asks for a password", self._name)
        return refuse("R051", f"{self._name} is no whole PDF ({kind})", self._name)

    def _read_page(self, page: Any) -> Page:
        number = int(page.page_number)
        try:
            return self._read_items(page, number)
        except Exception as error:  # noqa: BLE001  # one broken page must not cost the others
            self.report("R051", f"{self._name} p.{number} is broken ({type(error).__name__}) and was left out")
            return Page(number, float(page.width), float(page.height))

    def _read_items(self, page: Any, number: int) -> Page:
        glyphs = self._read_glyphs(page, number)
        grids = self._find_grids(page, number)
        tables, frames = [], []
        for grid in grids:
            inside = [g for g in glyphs if _is_inside(g, grid.box)]
            table = fill_table(grid, inside, number) if grid.is_table else None
            if table is None or _is_picture(table):
                frames.append(grid.box)
                continue
            tables.append(table)
            glyphs = [g for g in glyphs if not _is_inside(g, grid.box)]
        segments = [s for line in cut_lines(glyphs) for s in cut_segments(line)]
        self._gutter = find_gutter(segments, self._gutter)
        items = order_items(segments, tables, frames, self._gutter)
        placed = tuple(_on_page(item, number) for item in items)
        return Page(number, float(page.width), float(page.height), placed)

    def _read_glyphs(self, page: Any, number: int) -> list[Glyph]:
        chars = page.chars
        if len(chars) > self._limits.page_marks:
            found = f"{self._name} p.{number} has {len(chars)} characters; {self._limits.page_marks} are read"
            self.report("R052", found)
            chars = chars[: self._limits.page_marks]
        upright = [c for c in chars if c["upright"]]
        chosen = upright if 2 * len(upright) >= len(chars) else chars
        unknown = sum(bool(_UNKNOWN.match(c["text"])) for c in chosen)
        if unknown:
            self.report("R063", f"{self._name} p.{number}: {unknown} characters cannot be told; they are �")
        return [_make_glyph(c) for c in chosen if c["text"]]

    def _find_grids(self, page: Any, number: int) -> list[CellGrid]:
        if not (page.lines or page.rects or page.curves):
            return []
        if len(page.edges) > _MOST_EDGES:
            found = f"{self._name} p.{number} has {len(page.edges)} rules, as drawings have; no table was looked for"
            self.report("R055", found)
            return []
        grids = []
        finder = page.debug_tablefinder()
        for table in finder.tables:
            rows = tuple(tuple(cell for cell in row.cells) for row in table.rows)
            if rows and sum(map(len, rows)) <= self._limits.cells and len(rows[0]) <= self._limits.columns:
                grids.append(CellGrid(table.bbox, rows))
            else:
                self.report("R055", f"{self._name} p.{number}: a table of {len(rows)} rows was left out")
        boxes = [grid.box for grid in grids]
        return grids + [CellGrid(cell, ((cell,),)) for cell in finder.cells if _is_frame(cell, boxes)]

    def report_silent_pages(self, pages: Sequence[Page]) -> None:
        """Pages that hold nothing readable."""
        silent = [page.number for page in pages if not page.items]
        if silent:
            listed = ", ".join(map(str, silent[:20])) + (" …" if len(silent) > 20 else "")
            self.report("R058", f"{self._name}: no text on page {listed}")


def _make_glyph(char: dict[str, Any]) -> Glyph:
    text = _UNKNOWN.sub("�", char["text"]).translate(RADICALS)
    return Glyph(text, char["x0"], char["x1"], char["top"], char["bottom"], max(char["size"], 1.0))


def _is_inside(glyph: Glyph, box: Box) -> bool:
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= glyph.middle <= box[3]


def _is_frame(cell: Box, tables: Sequence[Box]) -> bool:
    """Whether a lone cell is large enough to frame paragraphs."""
    is_lone = not any(t[0] - 1 <= cell[0] and cell[2] <= t[2] + 1 and t[1] - 1 <= cell[1] <= t[3] for t in tables)
    return is_lone and cell[2] - cell[0] > _LEAST_FRAME and cell[3] - cell[1] > _LEAST_FRAME / 4


def _is_picture(table: PageTable) -> bool:
    """Whether hardly any cell has words: the frame of a chart or map."""
    filled = sum(bool(piece.text) for row in table.rows for piece in row)
    return filled < 4 or filled * 5 < sum(map(len, table.rows))


def _on_page(item: TextLine | PageTable, number: int) -> TextLine | PageTable:
    if isinstance(item, PageTable):
        return item
    return TextLine(
        item.text, item.x0, item.x1, item.top, item.bottom, item.size, number, item.column, item.left, item.right
    )
