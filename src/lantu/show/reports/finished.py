"""A .docx as it comes back from people: its lines, their bookmarks, and which report it is.

In: bytes of a .docx that Word or LibreOffice wrote. Out: lines with places in words, the
report's address and its embedded copy. Left out on purpose: headers and footers, which hold page
numbers, and what was deleted under tracked changes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from lantu.core.identity import digest_bytes
from lantu.run.presses import FileRefusedError
from lantu.show.reports.homes import Anchor, Cell, Line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MANIFEST = "urn:lantu:report"
PROPERTY = "LantuReport"
MOST_BYTES = 64 * 2**20
"""Of any part of the file, unpacked."""
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file.

    Attributes:
        name: Address of the report in the registry, or "" where the file lost it.
        body: The report as it was embedded, or None.
        lines: Its text.
        drawn: SHA-256 of each picture of a chart as it was printed, with the chart's name.
        pictures: SHA-256 of the pictures that are in the file now.
    """

    name: str
    body: dict[str, Any] | None
    lines: tuple[Line, ...]
    drawn: tuple[tuple[str, str], ...] = ()
    pictures: frozenset[str] = frozenset()


def read_finished(data: bytes) -> Finished:
    """Read a file.

    Raises:
        FileRefusedError: If it is no .docx.
    """
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = {item.filename: item for item in file.infolist()}
            if "word/document.xml" not in parts:
                raise FileRefusedError("the file is no .docx: it has no word/document.xml")
            if any(item.file_size > MOST_BYTES for item in parts.values()):
                raise FileRefusedError(f"a part of the file is larger than {MOST_BYTES // 2**20} MiB")
            wanted = [n for n in parts if n.startswith(("customXml/item", "docProps/")) or n in _NOTES]
            read = {name: file.read(name) for name in ("word/document.xml", *wanted)}
            pictures = frozenset(digest_bytes(file.read(name)) for name in parts if name.startswith("word/media/"))
    except BadZipFile as error:
        raise FileRefusedError("the file is no .docx: it is not a zip archive") from error
    lines = [*_read_body(_parse(read["word/document.xml"])), *_read_notes(read)]
    name, body = _find_manifest(read)
    return Finished(name, body, tuple(lines), _find_drawn(read), pictures)


def _parse(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefusedError(f"a part of the file is not XML ({error.msg})") from error


def _find_manifest(read: dict[str, bytes]) -> tuple[str, dict[str, Any] | None]:
    for name, data in sorted(read.items()):
        if name.startswith("customXml/item") and MANIFEST.encode() in data:
            root = _parse(data)
            try:
                return root.get("name", ""), json.loads(root.text or "")
            except ValueError:
                return root.get("name", ""), None
    found = re.search(rb'name="LantuReport"[^>]*>\s*<[^>]+>([^<]+)<', read.get("docProps/custom.xml", b""))
    return (found[1].decode() if found else ""), None


def _find_drawn(read: dict[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Pictures as the manifest tells them; none where the file is older than that, or the manifest is damaged."""
    for name, data in sorted(read.items()):
        if name.startswith("customXml/item") and MANIFEST.encode() in data:
            try:
                told = json.loads(_parse(data).get("pictures", "{}"))
            except ValueError:
                return ()
            return tuple((str(digest), str(chart)) for digest, chart in told.items()) if isinstance(told, dict) else ()
    return ()


def _read_notes(read: dict[str, bytes]) -> Iterator[Line]:
    for name in _NOTES:
        if name in read:
            for number, paragraph in enumerate(_parse(read[name]).iter(f"{W}p"), start=1):
                yield _read_paragraph(paragraph, f"note {number}", None)


def _read_body(root: Any) -> Iterator[Line]:
    """Every paragraph in the order of the file; those of text boxes on their own."""
    tables = {table: number for number, table in enumerate(root.iter(f"{W}tbl"))}
    number = 0
    for paragraph in root.iter(f"{W}p"):
        if any(parent.tag.endswith("}Fallback") for parent in paragraph.iterancestors()):
            continue
        cell = _find_cell(paragraph, tables)
        if cell is None:
            number += 1
        where = f"paragraph {number}" if cell is None else f"table {cell[0] + 1} row {cell[1] + 1} column {cell[2] + 1}"
        yield _read_paragraph(paragraph, where, cell)


def _find_cell(paragraph: Any, tables: dict[Any, int]) -> Cell | None:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return None
    row = next(cell.iterancestors(f"{W}tr"))
    table = next(row.iterancestors(f"{W}tbl"))
    rows = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl")) is table]
    columns = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
    return tables[table], rows.index(row), columns.index(cell)


def _read_paragraph(paragraph: Any, where: str, cell: Cell | None) -> Line:
    text, opened, anchors = "", {}, []
    for node in paragraph.iter(
        f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}bookmarkStart", f"{W}bookmarkEnd"
    ):
        if next(node.iterancestors(f"{W}p")) is not paragraph or _is_left_out(node, paragraph):
            continue
        if node.tag == f"{W}t":
            text += node.text or ""
        elif node.tag == f"{W}noBreakHyphen":
            text += "-"
        elif node.tag == f"{W}bookmarkStart":
            opened[node.get(f"{W}id")] = (node.get(f"{W}name") or "", len(text))
        elif node.tag == f"{W}bookmarkEnd":
            if node.get(f"{W}id") in opened:
                name, start = opened.pop(node.get(f"{W}id"))
                anchors.append(Anchor(name, start, len(text)))
        else:
            text += "\t"
    # A bookmark that ends in another paragraph was torn apart by an edit; where it begins still tells.
    anchors += [Anchor(name, start, start) for name, start in opened.values()]
    return Line(text, tuple(anchors), where, cell)


def _is_left_out(node: Any, paragraph: Any) -> bool:
    """Deleted under tracked changes."""
    for parent in node.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag in (f"{W}del", f"{W}moveFrom"):
            return True
    return False
