"""What the checker found as a Word document for the drafting group, with a blank column for their answers.

In: the documents checked and the findings, in words ready to be printed. Out: the bytes
of a .docx file. Left out on purpose: states and texts, which whoever asks for the report
puts into words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from lantu.check.excerpts import Excerpt, cut_excerpts
from lantu.check.html_form import WORDS
from lantu.check.registry import RULES
from lantu.core.entry import Reading
from lantu.core.finding import Finding

TITLE_FONT, HEAD_FONT, BODY_FONT = "方正小标宋简体", "黑体", "仿宋_GB2312"
WIDTHS = (6.2, 6.2, 3.6)
"""Centimetres of the two columns of evidence and of the column for answers."""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """One of the documents checked.

    Attributes:
        title: Of the plan.
        version: As it is known in the registry, or "".
        file: File name.
        sha256: Of the file's bytes.
    """

    title: str
    version: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One finding.

    Attributes:
        code: Of the rule.
        severity: The word for it.
        kind: The word for it.
        title: One line.
        explanation: Why.
        computed: Names and figures worked out again.
        evidence: Title of the document and an excerpt, in order.
        todo: What to do.
        state: How far it is dealt with, by whom and why; "" while open.
    """

    code: str
    severity: str
    kind: str
    title: str
    explanation: str
    computed: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, Excerpt], ...]
    todo: str
    state: str = ""


def report_to_docx(documents: tuple[ReportDocument, ...], findings: tuple[ReportFinding, ...], date: str) -> bytes:
    """The whole document.

    Args:
        documents: In the order in which they were checked.
        findings: Gravest first.
        date: Of the check, as it is to be printed.
    """
    file = _make_file()
    _add_title(file, date)
    _add_heading(file, "一、核查范围")
    _add_documents(file, documents)
    _add_heading(file, "二、概况")
    open_ones = [finding for finding in findings if not finding.state]
    _add_text(file, _sum_up(findings, open_ones))
    severities = list(dict.fromkeys(finding.severity for finding in open_ones))
    numbers = "三四五六七八九"
    for number, severity in zip(numbers, severities, strict=False):
        _add_heading(file, f"{number}、{severity}")
        for position, finding in enumerate((f for f in open_ones if f.severity == severity), start=1):
            _add_finding(file, position, finding)
    closed = [finding for finding in findings if finding.state]
    if closed:
        _add_heading(file, f"{numbers[len(severities)]}、已处理的意见")
        _add_closed(file, closed)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def check_to_docx(readings: Sequence[Reading], findings: Sequence[Finding], date: str) -> bytes:
    """The report of documents that no registry knows."""
    texts = {reading.facts.source: reading for reading in readings}
    todo = {rule.code: (rule.title, rule.todo) for rule in RULES}
    documents = tuple(
        ReportDocument(r.facts.title or r.facts.source, "", r.facts.source, r.facts.sha256) for r in readings
    )
    told = (
        ReportFinding(
            code=finding.code,
            severity=WORDS[finding.severity],
            kind=todo[finding.code][0],
            title=finding.title,
            explanation=finding.explanation,
            computed=(),
            evidence=tuple(_cite(finding, texts)),
            todo=todo[finding.code][1],
        )
        for finding in findings
    )
    return report_to_docx(documents, tuple(told), date)


def _cite(finding: Finding, texts: dict[str, Reading]) -> Iterator[tuple[str, Excerpt]]:
    for source in dict.fromkeys(evidence.source for evidence in finding.evidence):
        spans = [(e.span.start, e.span.end) for e in finding.evidence if e.source == source]
        for excerpt in cut_excerpts(texts[source].text, spans):
            yield texts[source].facts.title or source, excerpt


def _sum_up(findings: tuple[ReportFinding, ...], open_ones: list[ReportFinding]) -> str:
    told = "，".join(
        f"{severity}{sum(f.severity == severity for f in open_ones)}条"
        for severity in dict.fromkeys(f.severity for f in open_ones)
    )
    if not findings:
        return "没有查出问题。没有查出不等于没有：规则只看它们会看的。"
    head = f"共{len(findings)}条意见，待处理{len(open_ones)}条"
    return f"{head}（{told}）。请在右栏写明处理意见；认为不成立的，写明理由。" if told else f"{head}。"


def _make_file() -> Any:
    file = Document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.5)
    style: Any = file.styles["Normal"]
    style.font.size = Pt(12)
    _set_font(style.element.get_or_add_rPr(), BODY_FONT)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        _add_field_part(foot.add_run(), kind, text)
    return file


def _set_font(properties: Any, name: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


def _add_field_part(run: Any, kind: str, text: str) -> None:
    if kind:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
    else:
        part = OxmlElement("w:instrText")
        part.text = text
    run._r.append(part)


def _add_run(paragraph: Any, text: str, font: str = BODY_FONT, size: float = 12, is_bold: bool = False) -> Any:
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), is_bold
    _set_font(run._r.get_or_add_rPr(), font)
    return run


def _add_title(file: Any, date: str) -> None:
    title = file.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_run(title, "规划文本核查意见", TITLE_FONT, 22)
    below = file.add_paragraph()
    below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _add_run(below, date)


def _add_heading(file: Any, text: str) -> None:
    heading = file.add_paragraph()
    heading.paragraph_format.keep_with_next = True
    heading.paragraph_format.space_before = Pt(12)
    _add_run(heading, text, HEAD_FONT, 15)
    outline = OxmlElement("w:outlineLvl")
    outline.set(qn("w:val"), "0")
    heading._p.get_or_add_pPr().append(outline)


def _add_text(file: Any, text: str) -> Any:
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(24)
    _add_run(paragraph, text)
    return paragraph


def _add_grid(file: Any, heads: tuple[str, ...], widths: tuple[float, ...]) -> Any:
    grid = file.add_table(rows=1, cols=len(heads))
    grid.style, grid.alignment, grid.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for column, cell, head, width in zip(grid.columns, grid.rows[0].cells, heads, widths, strict=True):
        column.width = cell.width = Cm(width)
        _write_cell(cell, head, HEAD_FONT)
    _mark_row(grid.rows[0], "w:tblHeader")
    return grid


def _add_row(grid: Any) -> Any:
    """A row with the columns' widths, kept on one page."""
    row = grid.add_row()
    for cell, column in zip(row.cells, grid.columns, strict=True):
        cell.width = column.width
    _mark_row(row, "w:cantSplit")
    return row


def _mark_row(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _write_cell(cell: Any, text: str, font: str = BODY_FONT) -> None:
    _add_run(cell.paragraphs[0], text, font, 10.5)


def _add_documents(file: Any, documents: tuple[ReportDocument, ...]) -> None:
    widths = (1.2, 6.4, 2.2, 6.2)
    grid = _add_grid(file, ("序号", "文件", "版本", "文件名与校验值（SHA-256）"), widths)
    for number, document in enumerate(documents, start=1):
        told = (str(number), document.title, document.version, f"{document.file}\n{document.sha256[:32]}…")
        for cell, text in zip(_add_row(grid).cells, told, strict=True):
            _write_cell(cell, text)


def _add_finding(file: Any, number: int, finding: ReportFinding) -> None:
    head = file.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.paragraph_format.space_before = Pt(10)
    _add_run(head, f"{number}. {finding.title}", is_bold=True)
    _add_run(head, f"（{finding.kind}，{finding.code}）", size=10.5)
    _add_text(file, finding.explanation).paragraph_format.keep_with_next = True
    left, right = _share_evidence(finding)
    columns, widths = ((left, right), WIDTHS) if right[1] else ((left,), (WIDTHS[0] + WIDTHS[1], WIDTHS[2]))
    grid = _add_grid(file, (*(title for title, _ in columns), "起草组答复"), widths)
    row, last = _add_row(grid).cells, _add_row(grid).cells
    for cell, (_, excerpts) in zip(row, columns, strict=False):
        _write_excerpts(cell, excerpts)
    told = "；".join(f"{name} {figure}" for name, figure in finding.computed)
    below = last[0] if len(columns) == 1 else last[0].merge(last[1])
    _write_cell(below, (f"数值：{told}。" if told else "") + f"建议：{finding.todo}")
    row[-1].merge(last[-1])


Evidence = tuple[str, list[Excerpt]]


def _share_evidence(finding: ReportFinding) -> tuple[Evidence, Evidence]:
    """What stands in the two columns: one document each, or the places of one document shared among them."""
    titles = list(dict.fromkeys(title for title, _ in finding.evidence))
    by_title = {title: [excerpt for told, excerpt in finding.evidence if told == title] for title in titles}
    if len(titles) == 1:
        excerpts = by_title[titles[0]]
        half = (len(excerpts) + 1) // 2
        return (titles[0], excerpts[:half]), ("同上" if excerpts[half:] else "", excerpts[half:])
    others = [excerpt for title in titles[1:] for excerpt in by_title[title]]
    return (titles[0] if titles else "", by_title[titles[0]] if titles else []), ("、".join(titles[1:]), others)


def _write_excerpts(cell: Any, excerpts: list[Excerpt]) -> None:
    paragraph = cell.paragraphs[0]
    for position, excerpt in enumerate(excerpts):
        if position:
            paragraph = cell.add_paragraph()
        _add_run(paragraph, "…" if excerpt.is_cut_before else "", size=10.5)
        for part in excerpt.parts:
            run = _add_run(paragraph, part.text, size=10.5, is_bold=part.is_marked)
            if part.is_marked:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        _add_run(paragraph, "…" if excerpt.is_cut_after else "", size=10.5)


def _add_closed(file: Any, findings: list[ReportFinding]) -> None:
    widths = (1.6, 8.4, 6.0)
    grid = _add_grid(file, ("规则", "意见", "处理"), widths)
    for finding in findings:
        for cell, text in zip(_add_row(grid).cells, (finding.code, finding.title, finding.state), strict=True):
            _write_cell(cell, text)
