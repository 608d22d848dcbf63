"""A report as .docx in the layout of official documents, every figure inside a bookmark.

In: a report. Out: bytes. Left out on purpose: a red head, a document number and a seal; a report
becomes an official document when an office issues it.
"""

from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from lantu.core.identity import digest_bytes
from lantu.core.report import Chart, Heading, Paragraph, Passage, Piece, Report, Table
from lantu.show.reports import official_form as form
from lantu.show.reports.charts import draw_chart
from lantu.show.reports.docx_marks import (
    add_bookmark,
    add_page_number,
    embed_manifest,
    make_element,
    name_substitutes,
    set_typeface,
)

HEADING_FACES = {1: form.HEI, 2: form.KAI, 3: form.FANG_SONG}


def print_docx(report: Report, name: str, body: dict[str, Any]) -> bytes:
    """The file.

    Args:
        report: What to print.
        name: Its address in the registry.
        body: The report as kept there, embedded so that the file can be verified elsewhere.
    """
    printer = _Printer()
    printer.add_title(report)
    for block in report.blocks:
        printer.add_block(block)
    printer.add_text((Piece(form.write_foot("本报告")),), "Lantu Caption")
    properties = printer.document.core_properties
    properties.title, properties.author, properties.comments = report.title, "", ""
    properties.created = properties.modified = report.known_at.astimezone(UTC).replace(tzinfo=None)
    name_substitutes(printer.document, (form.SONG_TITLE, form.FANG_SONG, form.HEI, form.KAI, form.SONG))
    embed_manifest(printer.document, name, body, printer.pictures)
    made = BytesIO()
    printer.document.save(made)
    return made.getvalue()


def open_official() -> Any:
    """An empty document with the page and the styles of official documents."""
    document = docx.Document()
    _set_page(document)
    _set_styles(document)
    return document


class _Printer:
    def __init__(self) -> None:
        self.document = open_official()
        self.bookmarks = 0
        self.pictures: dict[str, str] = {}

    def add_title(self, report: Report) -> None:
        self.add_text((Piece(report.title),), "Lantu Title")
        self.add_text((Piece(report.subtitle),), "Lantu Under Title")

    def add_block(self, block: Any) -> None:
        if isinstance(block, Heading):
            self.add_text((Piece(block.heading),), f"Heading {block.level}")
        elif isinstance(block, Paragraph):
            self.add_text(block.pieces, "Normal")
        elif isinstance(block, Chart):
            self._add_chart(block)
        elif isinstance(block, Passage):
            self._add_passage(block)
        elif isinstance(block, Table):
            self._add_table(block)

    def add_text(self, pieces: Sequence[Piece], style: str) -> DocxParagraph:
        paragraph = self.document.add_paragraph(style=style)
        self._fill(paragraph, pieces)
        return paragraph

    def _fill(self, paragraph: DocxParagraph, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            if piece.anchor:
                self.bookmarks += 1
                add_bookmark(paragraph, self.bookmarks, piece.anchor, piece.text)
            elif piece.text:
                paragraph.add_run(piece.text)

    def _add_passage(self, passage: Passage) -> None:
        if passage.changed:
            self.add_text((Piece(form.CHANGED),), "Normal").runs[0].font.color.rgb = RGBColor(0xC8, 0x32, 0x1E)
        for line in passage.lines:
            self.add_text(line, "Normal")
        if not passage.lines:
            waiting = self.add_text((Piece(form.WAITING.format(prompt=passage.prompt)),), "Normal")
            waiting.runs[0].font.color.rgb = RGBColor(0x5F, 0x6A, 0x80)

    def _add_chart(self, chart: Chart) -> None:
        paragraph = self.document.add_paragraph(style="Lantu Picture")
        picture = draw_chart(chart)
        self.pictures[digest_bytes(picture)] = chart.name
        paragraph.add_run().add_picture(BytesIO(picture), width=Mm(form.TEXT_MM[0]))
        described = paragraph._p.find(f".//{qn('wp:docPr')}")
        if described is not None:
            described.set("descr", "".join(piece.text for piece in chart.chart_caption))
        self.add_text(chart.chart_caption, "Lantu Caption")

    def _add_table(self, block: Table) -> None:
        caption = self.add_text(block.caption, "Lantu Caption")
        caption.paragraph_format.keep_with_next = True
        table = self.document.add_table(rows=1, cols=len(block.head), style="Table Grid")
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
        _set_cell_margins(table)
        widths = [Mm(form.TEXT_MM[0] * share / sum(block.widths)) for share in block.widths]
        for number, name in enumerate(block.head):
            self._fill_cell(table.rows[0].cells[number], (Piece(name),), is_head=True)
        table.rows[0]._tr.get_or_add_trPr().append(make_element("w:tblHeader", val="true"))
        for row in block.rows:
            cells = table.add_row().cells
            for number, pieces in enumerate(row):
                self._fill_cell(cells[number], pieces)
        for row in table.rows:
            row._tr.get_or_add_trPr().append(make_element("w:cantSplit", val="true"))
            for width, cell in zip(widths, row.cells, strict=True):
                cell.width = width
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self.document.add_paragraph(style="Lantu Gap")

    def _fill_cell(self, cell: Any, pieces: Sequence[Piece], *, is_head: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = "Lantu Head" if is_head else "Lantu Cell"
        self._fill(paragraph, pieces)
        is_figure = any(piece.anchor for piece in pieces) or all(len(piece.text) < 5 for piece in pieces)
        if is_figure and not is_head:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_cell_margins(table: Any) -> None:
    margins = make_element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(make_element(f"w:{side}", w=str(Mm(form.CELL_MM).twips), type="dxa"))
    table._tbl.tblPr.append(margins)


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(form.PAGE_MM[0]), Mm(form.PAGE_MM[1])
    margins = form.MARGINS_MM
    section.top_margin, section.bottom_margin = Mm(margins["top"]), Mm(margins["bottom"])
    section.left_margin, section.right_margin = Mm(margins["left"]), Mm(margins["right"])
    section.footer_distance = Mm(margins["bottom"] - 7 - 7)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = make_element("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(form.LINE_TWIPS))
    document.settings.odd_and_even_pages_header_footer = True
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = side
        # One character in from the edge of the text.
        edge = Pt(form.PAGE_NUMBER_PT)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = edge
        add_page_number(paragraph)
        for run in paragraph.runs:
            run.font.size = Pt(form.PAGE_NUMBER_PT)
            set_typeface(run._r.get_or_add_rPr(), form.SONG[0], form.SONG[0])


def _set_styles(document: Any) -> None:
    _set_style(document, "Normal", form.FANG_SONG, form.BODY_PT, indent=2)
    closer = document.styles["Normal"].element.get_or_add_rPr()
    closer.append(make_element("w:spacing", val=str(form.CHARACTER_TWIPS)))
    for level, faces in HEADING_FACES.items():
        _set_style(document, f"Heading {level}", faces, form.BODY_PT, indent=2, is_kept=True)
    _set_style(document, "Lantu Title", form.SONG_TITLE, form.TITLE_PT, middle=True, spacing=2)
    _set_style(document, "Lantu Under Title", form.KAI, form.BODY_PT, middle=True)
    _set_style(document, "Lantu Caption", form.HEI, form.CAPTION_PT, middle=True)
    _set_style(document, "Lantu Picture", form.FANG_SONG, form.BODY_PT, middle=True, is_tight=False, is_kept=True)
    _set_style(document, "Lantu Cell", form.SONG, form.TABLE_PT, is_tight=False)
    _set_style(document, "Lantu Head", form.HEI, form.TABLE_PT, middle=True, is_tight=False)
    _set_style(document, "Lantu Gap", form.FANG_SONG, form.CAPTION_PT, is_tight=False)


def _set_style(
    document: Any,
    name: str,
    faces: Sequence[str],
    size: Any,
    *,
    indent: int = 0,
    middle: bool = False,
    spacing: int = 1,
    is_tight: bool = True,
    is_kept: bool = False,
) -> None:
    styles = document.styles
    style = styles[name] if name in [s.name for s in styles] else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.size, style.font.bold, style.font.italic = Pt(float(size)), False, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    set_typeface(style.element.get_or_add_rPr(), faces[0], form.LATIN)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.keep_with_next = is_kept
    layout.first_line_indent = Pt(float(size) * indent)
    layout.alignment = WD_ALIGN_PARAGRAPH.CENTER if middle else WD_ALIGN_PARAGRAPH.JUSTIFY if indent else None
    if is_tight:
        layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        layout.line_spacing = Pt(form.LINE_TWIPS / 20 * (1.25 if spacing == 2 else 1))
    else:
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
        style.element.get_or_add_pPr().append(make_element("w:snapToGrid", val="0"))
