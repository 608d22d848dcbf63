"""Bookmarks, typefaces and the manifest as they stand in the file."""

from io import BytesIO
from zipfile import ZipFile

import docx

from lantu.show.reports.docx_marks import (
    add_bookmark,
    add_page_number,
    embed_manifest,
    make_element,
    name_substitutes,
    set_typeface,
)


def test_a_bookmark_encloses_its_run() -> None:
    paragraph = docx.Document().add_paragraph("前")
    add_bookmark(paragraph, 3, "lantu_3", "12.8亿元")
    tags = [child.tag.rpartition("}")[2] for child in paragraph._p]
    assert tags == ["r", "bookmarkStart", "r", "bookmarkEnd"]
    assert paragraph.text == "前12.8亿元"


def test_typefaces_page_number_and_substitutes() -> None:
    document = docx.Document()
    properties = document.styles["Normal"].element.get_or_add_rPr()
    set_typeface(properties, "仿宋", "Times New Roman")
    assert "仿宋" in properties.xml
    assert "Theme" not in properties.rFonts.xml
    paragraph = document.add_paragraph()
    add_page_number(paragraph)
    assert paragraph._p.xml.count("fldChar ") == 2
    name_substitutes(document, [("黑体", "Noto Sans CJK SC")])
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as file:
        assert "Noto Sans CJK SC" in file.read("word/fontTable.xml").decode()
    assert make_element("w:tblHeader", val="true").tag.endswith("}tblHeader")


def test_the_manifest_keeps_what_markup_would_break() -> None:
    document = docx.Document()
    embed_manifest(document, "report/1", {"title": '<a & "b">'})
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as file:
        names = file.namelist()
        assert len(names) == len(set(names))
        assert "&lt;a &amp;" in file.read("customXml/item2.xml").decode()
        assert "report/1" in file.read("docProps/custom.xml").decode()
