"""A file that comes back: what is deleted is left out, what is no .docx is refused."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from lantu.run.presses import FileRefusedError
from lantu.show.reports.docx_marks import add_bookmark, make_element
from lantu.show.reports.finished import read_finished


def save(document: object) -> bytes:
    made = BytesIO()
    document.save(made)  # type: ignore[attr-defined]
    return made.getvalue()


def test_lines_cells_and_bookmarks() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("甲")
    add_bookmark(paragraph, 1, "lantu_1", "12亿元")
    table = document.add_table(1, 2)
    table.cell(0, 1).text = "乙"
    finished = read_finished(save(document))
    assert (finished.name, finished.body) == ("", None)
    assert [(line.text, line.cell) for line in finished.lines] == [
        ("甲12亿元", None),
        ("", (0, 0, 0)),
        ("乙", (0, 0, 1)),
    ]
    (anchor,) = finished.lines[0].anchors
    assert finished.lines[0].text[anchor.start : anchor.end] == "12亿元"
    assert finished.lines[2].where == "table 1 row 1 column 2"


def test_tracked_deletions_are_gone_and_torn_bookmarks_stay_where_they_begin() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("甲")
    deleted = make_element("w:del", id="9")
    deleted.append(paragraph.add_run("99")._r)
    paragraph._p.append(deleted)
    paragraph._p.append(make_element("w:bookmarkStart", id="4", name="lantu_4"))
    line = read_finished(save(document)).lines[0]
    assert line.text == "甲"
    assert [(a.name, a.start, a.end) for a in line.anchors] == [("lantu_4", 1, 1)]


@pytest.mark.parametrize("data", [b"", b"not a zip"], ids=["empty", "text"])
def test_no_docx_is_refused(data: bytes) -> None:
    with pytest.raises(FileRefusedError, match="zip"):
        read_finished(data)


def test_a_zip_without_a_document_and_broken_xml_are_refused() -> None:
    for name, content in (("a.txt", "x"), ("word/document.xml", "<w:p>")):
        made = BytesIO()
        with ZipFile(made, "w") as file:
            file.writestr(name, content)
        with pytest.raises(FileRefusedError):
            read_finished(made.getvalue())
