"""PDF files with a text layer to canonical text.

In: bytes. Out: paragraphs and tables in reading order, each with its page.
Left out on purpose: recognising text in pictures; a scanned file is reported.
"""

import re
import zlib
from collections.abc import Sequence

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
from lantu.read.adapter_pdf_rules import find_grids
from lantu.read.adapter_pdf_source import BrokenError, EncryptedError, PdfSource, RawPage
from lantu.read.adapter_pdf_tables import CellGrid, fill_table
from lantu.read.codes import diagnose

_MAGIC = re.compile(rb"^.{0,1024}?%PDF-\d", re.S)
_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 2**16
_MOST_RULES = 8000
_LEAST_FRAME = 100
"""Points; a smaller box is a mark or a button."""


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
    view = memoryview(data)
    size, rest = 0, bytes(view[start : start + _CHUNK])
    at = start + len(rest)
    try:
        while rest and not unpacker.eof and size <= most:
            size += len(unpacker.decompress(rest, 16 * _CHUNK))
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = bytes(view[at : at + _CHUNK])
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
        source = self._open(data)
        count = len(source)
        if not count:
            raise refuse("R051", f"{self._name} has no pages", self._name)
        if count > self._limits.pages:
            message = f"{self._name} has {count} pages; the first {self._limits.pages} were read"
            self.report("R054", message)
        pages = []
        for number in range(1, min(count, self._limits.pages) + 1):
            tell((number - 1) / count)
            pages.append(self._read_page(source, number))
        source.close()
        if not any(page.items for page in pages):
            raise refuse("R057", f"{self._name}: none of its {count} pages has a text layer", self._name)
        return pages

    def _open(self, data: bytes) -> PdfSource:
        try:
            return PdfSource(data)
        except EncryptedError as error:
            raise refuse("R050", f"{self._name} asks for a password", self._name) from error
        except BrokenError as error:
            raise refuse("R051", f"{self._name} is no whole PDF ({error})", self._name) from error

    def _read_page(self, source: PdfSource, number: int) -> Page:
        try:
            raw = source.read_page(number, self._limits.page_marks)
        except BrokenError as error:
            self.report("R051", f"{self._name} p.{number} is broken ({error}) and was left out")
            return Page(number, 0.0, 0.0)
        if raw.is_cut:
            found = f"{self._name} p.{number} has more than {self._limits.page_marks} characters; the rest was left out"
            self.report("R052", found)
        if raw.unknown:
            self.report("R063", f"{self._name} p.{number}: {raw.unknown} characters cannot be told; they are �")
        return self._read_items(raw)

    def _read_items(self, raw: RawPage) -> Page:
        glyphs = raw.glyphs
        tables, frames = [], []
        for grid in self._find_grids(raw):
            inside = [g for g in glyphs if _is_inside(g, grid.box)]
            table = fill_table(grid, inside, raw.number) if grid.is_table else None
            if table is None or _is_picture(table):
                frames.append(grid.box)
                continue
            tables.append(table)
            glyphs = tuple(g for g in glyphs if not _is_inside(g, grid.box))
        segments = [s for line in cut_lines(glyphs) for s in cut_segments(line)]
        self._gutter = find_gutter(segments, self._gutter)
        items = order_items(segments, tables, [box for box in frames if _is_frame(box)], self._gutter)
        placed = tuple(_on_page(item, raw.number) for item in items)
        return Page(raw.number, raw.width, raw.height, placed)

    def _find_grids(self, raw: RawPage) -> list[CellGrid]:
        if len(raw.rules) > _MOST_RULES:
            found = f"{self._name} p.{raw.number} has {len(raw.rules)} rules, as drawings have; no table was looked for"
            self.report("R055", found)
            return []
        grids = []
        for grid in find_grids(raw.rules):
            if len(grid.columns) <= self._limits.columns and sum(map(len, grid.rows)) <= self._limits.cells:
                grids.append(grid)
            else:
                self.report("R055", f"{self._name} p.{raw.number}: a table of {len(grid.rows)} rows was left out")
        return grids

    def report_silent_pages(self, pages: Sequence[Page]) -> None:
        """Pages that hold nothing readable."""
        silent = [page.number for page in pages if not page.items]
        if silent:
            listed = ", ".join(map(str, silent[:20])) + (" …" if len(silent) > 20 else "")
            self.report("R058", f"{self._name}: no text on page {listed}")


def _is_inside(glyph: Glyph, box: Box) -> bool:
    return box[0] <= (glyph.x0 + glyph.x1) / 2 <= box[2] and box[1] <= glyph.middle <= box[3]


def _is_frame(box: Box) -> bool:
    """Whether a box is large enough to frame paragraphs."""
    return box[2] - box[0] > _LEAST_FRAME and box[3] - box[1] > _LEAST_FRAME / 4


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
