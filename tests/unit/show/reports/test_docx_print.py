"""The .docx: the layout of official documents, a bookmark around every figure, the report inside."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from lantu.show.reports.docx_print import print_docx
from lantu.show.reports.finished import read_finished
from lantu.show.reports.verify import verify_lines
from lantu.store.codec import encode
from tests.unit.show.reports.small import NOW, REPORT


@pytest.fixture(scope="module")
def data() -> bytes:
    return print_docx(REPORT, "report/7", encode(REPORT))


def test_page_and_type_are_those_of_the_standard(data: bytes) -> None:
    document = docx.Document(BytesIO(data))
    section = document.sections[0]
    mm = [
        round(length.mm)
        for length in (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    ]
    assert mm == [210, 297, 37, 35]
    assert [round(section.left_margin.mm), round(section.right_margin.mm)] == [28, 26]
    normal = document.styles["Normal"]
    assert normal.font.size.pt == 16
    assert normal.element.rPr.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert document.styles["Heading 1"].element.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert document.styles["Heading 2"].element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
    # 22 lines of this height fill 225 mm.
    assert 22 * normal.paragraph_format.line_spacing.mm == pytest.approx(225, abs=0.5)
    assert "PAGE" in section.footer._element.xml
    assert document.settings.odd_and_even_pages_header_footer


def test_every_bound_piece_is_in_a_bookmark(data: bytes) -> None:
    finished = read_finished(data)
    assert (finished.name, finished.body) == ("report/7", encode(REPORT))
    names = {anchor.name for line in finished.lines for anchor in line.anchors}
    assert names == {f"lantu_{n}" for n in range(1, 9)}


def test_only_what_a_person_wrote_without_binding_is_named(data: bytes) -> None:
    faults = verify_lines(REPORT, read_finished(data).lines, NOW)
    assert [fault.found for fault in faults] == ["88.8亿元"]


def test_unwritten_and_outdated_passages_are_marked(data: bytes) -> None:
    texts = [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]
    assert "（此段待撰写：建议。）" in texts
