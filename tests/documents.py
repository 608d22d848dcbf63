"""Documents written as the files people send: .docx, .html and bordered .pdf with true tables, from a text.

In: a text and, where its tables are laid out one cell a line, what the reader makes of them. Out: paragraphs and grids,
and files of each format. Left out on purpose: judging; the tests compare readings.
"""

import html
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import docx
import typst
from docx.table import _Cell

from lantu.core.entry import Table
from lantu.read import read_text

FONT = "Noto Serif CJK SC"
TYPST_HEAD = """#set page(paper: "a4", margin: (x: 3cm, y: 3cm){page})
#set text(font: "{font}", size: 12pt, lang: "zh", region: "cn")
#set par(justify: true, leading: 9pt, spacing: {spacing}, first-line-indent: (amount: {indent}, all: true))
#set table(stroke: 0.5pt)
#show table: set text(size: 9pt)
#show table: set par(first-line-indent: 0em, justify: false, leading: 4pt)
#show table.cell: set align(center + horizon)
"""
RUNNING = ', header: align(center, "{head}"), footer: context align(center, "— " + str(here().page()) + " —")'


@dataclass
class GridCell:
    """A cell of a true table; `down` and `across` say how many places it takes."""

    text: str
    down: int = 1
    across: int = 1


@dataclass
class Grid:
    """A true table: cells by row, only those that begin in the row; how many first rows are its header."""

    width: int
    rows: list[list[GridCell]] = field(default_factory=list)
    header: int = 1


@dataclass
class Frame:
    """A box drawn around paragraphs (专栏)."""

    lines: list[str]


Item = str | Grid | Frame


# ---------------------------------------------------------------- text to items


def read_items(text: str) -> list[Item]:
    """Paragraphs and grids of a text: its pipes, its cells by line behind tabs, or the tables the reader finds in it."""
    if "\n|" in text:
        return list(_pipe_items(text.splitlines()))
    if "\n\t" in text:
        return list(_tab_items(text.split("\n")))
    return _stream_items(text)


def _pipe_items(lines: Sequence[str]) -> Iterator[Item]:
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            if not re.fullmatch(r"[|\s:-]+", line):
                rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            yield merge_down(rows, 1, (0,))
            rows = []
        yield line


def _tab_items(lines: Sequence[str]) -> Iterator[Item]:
    """Rows parted by blank lines, a cell behind a tab; a cell's other lines stand without one."""
    at = 0
    while at < len(lines):
        if not lines[at].startswith("\t"):
            yield lines[at]
            at += 1
            continue
        rows, end = _tab_rows(lines, at)
        if max(map(len, rows)) == 1:
            end = _frame_end(lines, at)
            yield Frame([line.strip() for line in lines[at:end] if line.strip()])
        else:
            yield _square(rows)
        at = end


def _tab_rows(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = []
    blanks = 1
    for index in range(at, len(lines)):
        line = lines[index]
        if not line.strip() and not line.startswith("\t"):
            blanks += 1
        elif line.startswith("\t"):
            if blanks:
                rows.append([])
            rows[-1].append(line.strip())
            blanks = 0
        elif blanks <= 1 and len(line) < 30 and not _ends_table(line):
            rows[-1][-1] += line.strip()
            blanks = 0
        else:
            return rows, index - blanks
    return rows, len(lines)


def _frame_end(lines: Sequence[str], at: int) -> int:
    """A box ends at two blank lines."""
    return next((i for i in range(at, len(lines) - 1) if not lines[i].strip() and not lines[i + 1].strip()), len(lines))


def _ends_table(line: str) -> bool:
    return bool(re.match(r"注[：:]|表\d|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、", line))


def _square(rows: list[list[str]]) -> Grid:
    """Rows of unequal length as a grid: the name takes two places, and so do headings over two columns."""
    width = max(map(len, rows))
    full = []
    for row in rows:
        cells = list(row)
        if len(cells) == width - 1:
            cells.insert(3, "")
        elif len(cells) < width:
            cells = [*cells[:3], "", cells[3], *[part for cell in cells[4:] for part in (cell, "")]]
        full.append(cells)
    return merge_down(full, 2, (0, 1, 2), is_name_wide=width > 8)


def merge_down(rows: list[list[str]], header: int, columns: Sequence[int], is_name_wide: bool = False) -> Grid:
    """A grid in which a blank or repeated cell of the given columns belongs to the cell above."""
    grid = Grid(len(rows[0]), header=header)
    open_cells: dict[int, GridCell] = {}
    for at, row in enumerate(rows):
        cells: list[GridCell] = []
        for column, text in enumerate(row):
            above = open_cells.get(column)
            if at and _joins_above(rows, at, column, columns, header) and above is not None:
                above.down += 1
            elif _joins_left(rows, at, column, header, is_name_wide):
                if cells:  # else the cell above on the left reaches down to here
                    cells[-1].across += 1
                open_cells.pop(column, None)
            else:
                open_cells[column] = GridCell(text)
                cells.append(open_cells[column])
        grid.rows.append(cells)
    return grid


def _joins_above(rows: list[list[str]], at: int, column: int, columns: Sequence[int], header: int) -> bool:
    text = rows[at][column]
    if at < header:
        return not text and bool(rows[at - 1][column])
    if at == header or column not in columns:
        return False
    if column and rows[at][0] != rows[at - 1][0] and rows[at][0]:
        return False
    return not text or (column == 0 and text == rows[at - 1][column])


def _joins_left(rows: list[list[str]], at: int, column: int, header: int, is_name_wide: bool) -> bool:
    if rows[at][column] or not column:
        return False
    if at == 0 and header > 1:
        return True
    return is_name_wide and column == 3 and (bool(rows[at][2]) or at < header)


def _stream_items(text: str) -> list[Item]:
    items: list[Item] = []
    at = 0
    for table in read_text(text, "stream.txt").tables:
        start = table.span.start + (text.index("\n", table.span.start) - table.span.start if table.caption else 0)
        items += text[at:start].split("\n")
        items.append(_table_grid(table))
        at = table.notes[0].start if table.notes else table.span.end
    return items + text[at:].split("\n")


def _table_grid(table: Table) -> Grid:
    """A true table of a table that was read: a group beside the names it spans, categories down the left."""
    has_unit = any(row.unit for row in table.rows)
    has_attribute = any(row.attribute for row in table.rows)
    labels = [c for c in table.columns if any(cell.column == c for row in table.rows for cell in row.cells)]
    rows = [["一级指标", "序号", "指标", "", *["单位"] * has_unit, *labels, *["指标属性"] * has_attribute]]
    before = ""
    for row in table.rows:
        cells = {cell.column: " ".join(cell.raw.split()) for cell in row.cells}
        group = "" if row.is_sub else row.group
        names = (
            ["" if group == before else group, row.name]
            if group
            else [f"其中：{row.name}" if row.is_sub else row.name, ""]
        )
        number = "" if row.no is None or (group and group == before) else str(row.no)
        values = [cells.get(label, "") for label in labels]
        rows.append([row.category, number, *names, *[row.unit] * has_unit, *values, *[row.attribute] * has_attribute])
        before = group
    return merge_down(rows, 1, (0, 2), is_name_wide=True)


# ---------------------------------------------------------------- items to files


def write_docx(items: Sequence[Item]) -> bytes:
    """A Word file: a paragraph for each line, true tables with merged cells."""
    document = docx.Document()
    for item in items:
        if isinstance(item, str):
            document.add_paragraph(item.strip("\r"))
            continue
        if isinstance(item, Frame):
            box = document.add_table(1, 1).cell(0, 0)
            box.text = item.lines[0]
            for line in item.lines[1:]:
                box.add_paragraph(line)
            continue
        table = document.add_table(len(item.rows), item.width)
        cells: list[_Cell] = table._cells  # asked once: the table looks all of them up anew each time
        for row, column, cell in place_cells(item):
            corner = cells[row * item.width + column]
            if cell.down > 1 or cell.across > 1:
                corner = corner.merge(cells[(row + cell.down - 1) * item.width + column + cell.across - 1])
            corner.text = cell.text
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def place_cells(grid: Grid) -> Iterator[tuple[int, int, GridCell]]:
    """Each cell with the row and column it begins in."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {(row + down, column + across) for down in range(cell.down) for across in range(cell.across)}


def write_html(items: Sequence[Item], title: str, encoding: str = "utf-8", declared: str = "") -> bytes:
    """A government page: menus and footer around the article."""
    blocks = [_html_item(item) for item in items]
    page = f"""<!DOCTYPE html><html><head><meta charset="{declared or encoding}"><title>{html.escape(title)}_某市人民政府</title>
<style>.x{{color:red}}</style><script>var total = 9000; document.write("不是正文");</script></head><body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>
<div class="breadcrumb">当前位置：<a href="/">首页</a> &gt; <a href="/gh">规划计划</a></div>
<div class="main"><div class="sidebar"><a href="/1">相关链接一：2025年达到1000家</a></div>
<h1>{html.escape(title)}</h1><div class="info">发布日期：2021-05-21 <span>浏览次数：88次</span></div>
<div class="article-con"><div id="zoom">{chr(10).join(blocks)}</div></div><p>【打印本页】</p></div>
<div class="footer">主办单位：某市人民政府办公室 网站标识码3300000001</div></body></html>"""
    return page.encode(encoding)


def _html_item(item: Item) -> str:
    if isinstance(item, str):
        return f"<p>　　{html.escape(item.strip())}</p>" if item.strip() else "<p>&nbsp;</p>"
    if isinstance(item, Frame):
        return f"<table><tr><td>{''.join(f'<p>{html.escape(line)}</p>' for line in item.lines)}</td></tr></table>"
    rows = []
    for cells in item.rows:
        inner = "".join(
            f'<td rowspan="{c.down}" colspan="{c.across}"><p><span>{html.escape(c.text)}</span></p></td>' for c in cells
        )
        rows.append(f"<tr>{inner}</tr>")
    return f'<table border="1"><tbody>{"".join(rows)}</tbody></table>'


def write_pdf(
    items: Sequence[Item], head: str = "", columns: int = 1, indent: str = "2em", spacing: str = "9pt"
) -> bytes:
    """A PDF with a text layer, bordered tables that break over pages, a running head and page numbers."""
    page = RUNNING.format(head=head) if head else ""
    page += f", columns: {columns}" if columns > 1 else ""
    parts = [TYPST_HEAD.format(page=page, font=FONT, indent=indent, spacing=spacing)]
    parts += [_typst_item(item) for item in items]
    return typst.compile("\n".join(parts).encode("utf-8"), format="pdf")


def _typst_item(item: Item) -> str:
    if isinstance(item, str):
        return f"#par({_quote(item.strip())})\n" if item.strip() else ""
    if isinstance(item, Frame):
        return f"#block(stroke: 0.5pt, inset: 8pt, width: 100%)[{' '.join(f'#par({_quote(x)})' for x in item.lines)}]\n"
    longest = [
        max((len(c.text) for _, at, c in place_cells(item) if at == column and c.across == 1), default=0)
        for column in range(item.width)
    ]
    widths = ", ".join(f"{3 + min(most, 14)}fr" for most in longest)
    header = ", ".join(_typst_cell(cell) for cells in item.rows[: item.header] for cell in cells)
    body = ", ".join(_typst_cell(cell) for cells in item.rows[item.header :] for cell in cells)
    return f"#table(columns: ({widths}), table.header({header}), {body})\n"


def _typst_cell(cell: GridCell) -> str:
    return f"table.cell(rowspan: {cell.down}, colspan: {cell.across}, {_quote(cell.text)})"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\\u", "").replace("\\t", " ")


# ---------------------------------------------------------------- texts to take


def sample_text(repo: Path, name: str) -> str:
    """A document of the sample city."""
    return (repo / "examples" / "jiaxing" / name).read_bytes().decode("utf-8")


def seed_text(shared: Path, number: str) -> str:
    """A real document, by the number its name begins with."""
    return next((shared / "seeds").glob(f"{number}_*.txt")).read_bytes().decode("utf-8")
