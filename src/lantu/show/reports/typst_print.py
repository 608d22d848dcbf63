"""A report as .pdf by typst, with the same content and layout as the .docx.

In: a report. Out: bytes. The same report gives the same bytes. Left out on purpose: links; a
printed page has none, and the annex names every source.
"""

import json
from collections.abc import Sequence
from typing import Any

import typst

from lantu.core.report import Chart, Heading, Paragraph, Passage, Piece, Report, Table
from lantu.show.reports import official_form as form
from lantu.show.reports.charts import draw_chart


def print_pdf(report: Report) -> bytes:
    """The file."""
    files: dict[str, bytes] = {}
    parts = [_write_head(report)]
    for block in report.blocks:
        parts.append(_write_block(block, files))
    parts.append(f"#caption({_quote(form.write_foot('本报告'))})")
    files["main.typ"] = "\n".join(parts).encode()
    compile_files: Any = typst.compile  # its types do not name the form with several files
    made: bytes = compile_files(files, format="pdf", timestamp=int(report.known_at.timestamp()))
    return made


def _write_head(report: Report) -> str:
    left, right = form.MARGINS_MM["left"], form.MARGINS_MM["right"]
    top, bottom = form.MARGINS_MM["top"], form.MARGINS_MM["bottom"]
    number = f"set text(font: {_faces(form.SONG)}, size: {form.PAGE_NUMBER_PT}pt)"
    return f"""
#set document(title: {_quote(report.title)}, date: auto)
#let leading = {form.TEXT_MM[1]}mm / {form.LINES} - {form.BODY_PT}pt
#set page(width: {form.PAGE_MM[0]}mm, height: {form.PAGE_MM[1]}mm, binding: left,
  margin: (inside: {left}mm, outside: {right}mm, top: {top}mm, bottom: {bottom}mm), footer-descent: 7mm,
  footer: context {{ {number}
    let n = counter(page).get().first()
    align(if calc.odd(n) {{ right }} else {{ left }}, pad(x: {form.PAGE_NUMBER_PT}pt, [— #n —])) }})
#set text(font: {_faces(form.FANG_SONG)}, size: {form.BODY_PT}pt, lang: "zh", region: "cn",
  top-edge: "ascender", bottom-edge: "descender")
#set text(top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: leading, spacing: leading, justify: true, first-line-indent: (amount: 2em, all: true))
#let head(level, body) = block(sticky: true, spacing: leading, par(first-line-indent: (amount: 2em, all: true),
  text(font: if level == 1 {{ {_faces(form.HEI)} }} else {{ {_faces(form.KAI)} }}, body)))
#let caption(body) = align(center, block(width: 100%, spacing: leading, {{ set par(first-line-indent: 0em)
  text(font: {_faces(form.HEI)}, size: {form.CAPTION_PT}pt, body) }}))
#let cell(body) = {{ set par(first-line-indent: 0em, justify: false, leading: 0.35em)
  text(font: {_faces(form.SONG)}, size: {form.TABLE_PT}pt, body) }}
#align(center, {{ set par(first-line-indent: 0em, justify: false)
  text(font: {_faces(form.SONG_TITLE)}, size: {form.TITLE_PT}pt, {_quote(report.title)}) }})
#align(center, {{ set par(first-line-indent: 0em)
  text(font: {_faces(form.KAI)}, {_quote(report.subtitle)}) }})
"""


def _write_block(block: Any, files: dict[str, bytes]) -> str:
    if isinstance(block, Heading):
        return f"#head({block.level}, {_quote(block.heading)})"
    if isinstance(block, Paragraph):
        return _write_line(block.pieces)
    if isinstance(block, Chart):
        name = f"chart-{len(files) + 1}.svg"
        files[name] = draw_chart(block, "svg")
        return f"#align(center, image({_quote(name)}, width: 100%))\n#caption({_quote(_join(block.chart_caption))})"
    if isinstance(block, Passage):
        return _write_passage(block)
    return _write_table(block)


def _write_line(pieces: Sequence[Piece]) -> str:
    return f"#par({_quote(_join(pieces))})"


def _write_passage(passage: Passage) -> str:
    lines = [_write_line(line) for line in passage.lines]
    if passage.changed:
        lines.insert(0, f'#par(text(fill: rgb("#C8321E"), {_quote(form.CHANGED)}))')
    waiting = form.WAITING.format(prompt=passage.prompt)
    return "\n".join(lines) or f'#par(text(fill: rgb("#5F6A80"), {_quote(waiting)}))'


def _write_table(block: Table) -> str:
    columns = ", ".join(f"{width}fr" for width in block.widths)
    head = ", ".join(f"cell(strong({_quote(name)}))" for name in block.head)
    rows = [", ".join(_write_cell(pieces) for pieces in row) for row in block.rows]
    body = ",\n  ".join(rows)
    return (
        f"#block(sticky: true, width: 100%, caption({_quote(_join(block.caption))}))\n"
        f'#table(columns: ({columns}), stroke: 0.4pt + rgb("#5F6A80"), inset: (x: {form.CELL_MM}mm, y: 4pt), align: horizon,\n'
        f"  table.header({head}),\n  {body})"
    )


def _write_cell(pieces: Sequence[Piece]) -> str:
    is_figure = any(piece.anchor for piece in pieces) or all(len(piece.text) < 5 for piece in pieces)
    content = f"cell({_quote(_join(pieces))})"
    return f"align(center, {content})" if is_figure else content


def _join(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _faces(faces: Sequence[str]) -> str:
    # Letters and digits come from the same list: typst takes the first face that has the character.
    return f"({', '.join(_quote(face) for face in (form.LATIN, *faces))})"


def _quote(text: str) -> str:
    """A string of typst: quotes and backslashes escaped, so that no text is taken for markup."""
    return json.dumps(text, ensure_ascii=False)
