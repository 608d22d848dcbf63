"""Word files (.docx) to canonical text.

In: bytes. Out: paragraphs and tables in order, the numbers that Word prints in
front of them included, text boxes behind the paragraph they hang on, deleted
text left out.
Left out on purpose: foot notes, headers and footers, comments, and pages, which
a .docx does not have until it is laid out.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from lxml import etree

from lantu.core.diagnostic import Diagnostic
from lantu.read.adapter_canvas import Canvas, Piece
from lantu.read.adapter_docx_numbers import NumberWriter, read_numbers
from lantu.read.adapter_extracted import Extracted, Limits, RefusedError, Tell, refuse
from lantu.read.adapter_zip import Package
from lantu.read.codes import diagnose

Element = Any  # of lxml, which ships no types

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_SKIPPED = frozenset(
    "del moveFrom rPr pPr sectPr instrText delText commentReference footnoteReference Fallback txbxContent".split()
)
_MARKS = {"tab": " ", "noBreakHyphen": "-", "softHyphen": "", "br": "\n", "cr": "\n"}
_MOST_TOLD = 20


def identify_docx(data: bytes, name: str) -> bool:
    """Whether the bytes are a packed file with a Word document in it."""
    del name
    return data.startswith(b"PK\x03\x04") and (b"word/" in data)


def extract_docx(data: bytes, name: str, limits: Limits, tell: Tell) -> Extracted:
    """The text of a .docx file."""
    try:
        package = Package(data, name, limits)
        main = _find_main(package, name)
        folder = main.rpartition("/")[0]
        body = _parse(package.read(main), name, main)
        numbers = _parse_part(package, f"{folder}/numbering.xml", name)
        styles = _parse_part(package, f"{folder}/styles.xml", name)
    except RefusedError as refusal:
        return Extracted("", format="docx", diagnostics=(refusal.diagnostic,))
    writer = _DocxWriter(name, limits, read_numbers(numbers, styles))
    writer.write_body(body, tell)
    return Extracted(writer.canvas.text, writer.canvas.marks, "", "docx", tuple(writer.diagnostics))


def _find_main(package: Package, name: str) -> str:
    """The path of the main part, which is word/document.xml nearly always."""
    relations = package.read("_rels/.rels")
    if relations:
        for relation in _parse(relations, name, "_rels/.rels"):
            path = relation.get("Target", "").lstrip("/")
            if relation.get("Type") in (_OFFICE, _STRICT) and path in package:
                return str(path)
    if "word/document.xml" in package:
        return "word/document.xml"
    raise refuse("R051", f"{name} has no main document inside", name)


def _parse_part(package: Package, path: str, name: str) -> Element | None:
    data = package.read(path)
    return _parse(data, name, path) if data else None


def _parse(data: bytes, name: str, part: str) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse("R051", f"{name}, part {part} is broken ({error})", name) from error


def local_name(element: Element) -> str:
    """An element's name without its namespace; "" for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


class _DocxWriter:
    """Walks a document's body onto a canvas."""

    def __init__(self, name: str, limits: Limits, numbers: NumberWriter) -> None:
        self.canvas = Canvas()
        self.diagnostics: list[Diagnostic] = []
        self._name, self._limits, self._numbers = name, limits, numbers
        self._tables = 0

    def write_body(self, root: Element, tell: Tell) -> None:
        body = next((child for child in root if local_name(child) == "body"), root)
        blocks = list(_blocks(body))
        for at, block in enumerate(blocks):
            if at % 200 == 0:
                tell(at / len(blocks))
            if self.canvas.characters > self._limits.characters:
                found = f"{self._name} has more than {self._limits.characters} characters; the rest was left out"
                self._report("R052", found)
                return
            self._write_block(block)

    def _write_block(self, block: Element) -> None:
        if local_name(block) == "tbl":
            self._write_table(block)
            return
        lines = self._paragraph(block)
        if not any(line.strip() for line in lines):
            self.canvas.write_gap()
        for line in lines:
            self.canvas.write_paragraph([Piece(line)])
        for box in block.iter("{*}txbxContent"):
            if not any(local_name(above) == "Fallback" for above in box.iterancestors()):
                for inner in _blocks(box):
                    self._write_block(inner)

    def _paragraph(self, paragraph: Element) -> list[str]:
        text = "".join(_runs(paragraph))
        if not text.strip():
            return [""]
        return (self._numbers.write_number(paragraph) + text.strip(" ")).split("\n")

    def _write_table(self, table: Element) -> None:
        self._tables += 1
        rows = list(_inside(table, "tr"))
        cells = [list(_inside(row, "tc")) for row in rows]
        if all(len(row) <= 1 for row in cells):
            self._write_box(cells)
            return
        count = sum(map(len, cells))
        if count > self._limits.cells:
            found = f"{self._name}, table {self._tables} has {count} cells; {self._limits.cells} are read"
            self._report("R055", found)
            return
        self.canvas.write_table([self._row(row, cells_of) for row, cells_of in zip(rows, cells, strict=True)])

    def _write_box(self, rows: list[list[Element]]) -> None:
        """A frame around paragraphs, such as a box (专栏): read as paragraphs, its end marked by blank lines."""
        self.canvas.write_gap()
        for cell in chain.from_iterable(rows):
            for block in _blocks(cell):
                self._write_block(block)
        self.canvas.write_gap(2)

    def _row(self, row: Element, cells: list[Element]) -> list[Piece]:
        pieces = [Piece("")] * min(_number(row, "trPr/gridBefore"), self._limits.columns)
        for cell in cells:
            merge = cell.find("{*}tcPr/{*}vMerge")
            is_carried = merge is not None and _attribute(merge, "val") != "restart"
            pieces.append(Piece("" if is_carried else self._cell(cell, 0)))
            pieces += [Piece("", is_joined=True)] * (max(_number(cell, "tcPr/gridSpan"), 1) - 1)
            if len(pieces) > self._limits.columns:
                found = f"{self._name}, table {self._tables} has rows of more than {self._limits.columns} columns"
                self._report("R055", found)
                return pieces[: self._limits.columns]
        return pieces

    def _cell(self, cell: Element, depth: int) -> str:
        """A cell's paragraphs, those of tables inside it too."""
        if depth > self._limits.depth:
            self._report("R056", f"{self._name}: tables nested deeper than {self._limits.depth} are left out")
            return ""
        lines: list[str] = []
        for block in _blocks(cell):
            if local_name(block) == "tbl":
                lines += [self._cell(inner, depth + 1) for row in _inside(block, "tr") for inner in _inside(row, "tc")]
            else:
                lines += self._paragraph(block)
        return "\n".join(line for line in lines if line.strip())

    def _report(self, code: str, message: str) -> None:
        if len(self.diagnostics) < _MOST_TOLD:
            self.diagnostics.append(diagnose(code, message, about=self._name))


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body or cell, those inside content controls too."""
    for child in parent:
        kind = local_name(child)
        if kind in ("p", "tbl"):
            yield child
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _blocks(child)


def _inside(parent: Element, kind: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those inside content controls too."""
    for child in parent:
        name = local_name(child)
        if name == kind:
            if not _is_deleted(child):
                yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(child, kind)


def _is_deleted(row: Element) -> bool:
    return row.find("{*}trPr/{*}del") is not None


def _runs(element: Element) -> Iterator[str]:
    """The words of a paragraph in order."""
    for child in element:
        kind = local_name(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br" and _attribute(child, "type") in ("page", "column"):
            yield ""
        elif kind in _MARKS:
            yield _MARKS[kind]
        elif kind and kind not in _SKIPPED:
            yield from _runs(child)


def _number(element: Element, path: str) -> int:
    found = element.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    value = "" if found is None else _attribute(found, "val")
    return int(value) if value.isdecimal() and len(value) < 6 else 0


def _attribute(element: Element, name: str) -> str:
    """An attribute of Word's namespace, whichever edition of it."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
