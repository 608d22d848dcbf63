"""Small parts of a .docx that the library has no words for: bookmarks, typefaces, fields, the manifest.

In: a document of python-docx. Out: the same, with these parts. Left out on purpose: content
controls; LibreOffice 7.4 drops their tags and doubles their text, while it keeps bookmarks.
"""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from lantu.show.reports.finished import MANIFEST, PROPERTY

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
NO_PICTURES: Mapping[str, str] = MappingProxyType({})
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def add_bookmark(paragraph: Paragraph, number: int, name: str, text: str) -> Run:
    """A run of text inside a bookmark."""
    paragraph._p.append(make_element("w:bookmarkStart", id=str(number), name=name))
    run = paragraph.add_run(text)
    paragraph._p.append(make_element("w:bookmarkEnd", id=str(number)))
    return run


def make_element(tag: str, **attributes: str) -> Any:
    """An element with attributes of Word's own namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def set_typeface(properties: Any, chinese: str, latin: str) -> None:
    """Typefaces of a style or run: one for Chinese, one for letters and digits."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for kind, face in (("ascii", latin), ("hAnsi", latin), ("cs", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{kind}"), face)


def add_page_number(paragraph: Paragraph) -> None:
    """— 1 —, counted by the program that opens the file."""
    paragraph.add_run("— ")
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            run._r.append(make_element("w:fldChar", fldCharType=kind))
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
    paragraph.add_run(" —")


def name_substitutes(document: Any, faces: Sequence[Sequence[str]]) -> None:
    """Which typefaces stand in where a machine has not got the ones the standard names."""
    tables = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable")]
    if not tables:
        return
    entries = "".join(
        f"<w:font w:name={quoteattr(first)}><w:altName w:val={quoteattr(','.join(others))}/></w:font>"
        for first, *others in faces
    )
    tables[0]._blob = tables[0].blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())


def embed_manifest(document: Any, name: str, body: dict[str, Any], pictures: Mapping[str, str] = NO_PICTURES) -> None:
    """The report itself as a part of the file, and its address among the file's properties.

    Args:
        document: To put them in.
        name: Address of the report.
        body: The report.
        pictures: SHA-256 of each picture of a chart, with the chart's name.
    """
    package = document.part.package
    drawn = quoteattr(json.dumps(dict(pictures), ensure_ascii=False))
    content = (
        f"<report xmlns={quoteattr(MANIFEST)} name={quoteattr(name)} pictures={drawn}>"
        f"{escape(json.dumps(body, ensure_ascii=False))}</report>"
    )
    # The library's own template has an item1.
    item = FilePart(PackURI("/customXml/item2.xml"), "application/xml", content.encode(), package)
    document.part.relate_to(item, f"{_RELATIONS}/customXml")
    properties = (
        f'<?xml version="1.0" encoding="UTF-8"?><Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name="{PROPERTY}"><vt:lpwstr>{escape(name)}</vt:lpwstr></property>'
        "</Properties>"
    )
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    part = FilePart(PackURI("/docProps/custom.xml"), kind, properties.encode(), package)
    package.relate_to(part, f"{_RELATIONS}/custom-properties")
