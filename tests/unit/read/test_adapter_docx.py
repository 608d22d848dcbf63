"""Word files: paragraphs, tables, boxes, what Word hides, and files that are broken."""

import io
import zipfile
from dataclasses import replace

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.read.adapter_docx import extract_docx, identify_docx, local_name
from lantu.read.adapter_extracted import LIMITS, Extracted, Limits
from tests.documents import Frame, Grid, GridCell, write_docx

TABLE = Grid(
    4,
    [
        [GridCell("指标", across=2), GridCell("目标", across=2)],
        [GridCell("组", down=2), GridCell("甲"), GridCell("1"), GridCell("2")],
        [GridCell("乙"), GridCell("3"), GridCell("4")],
    ],
)


def extract(data: bytes, limits: Limits = LIMITS) -> Extracted:
    return extract_docx(data, "plan.docx", limits, lambda share: None)


def with_body(xml: str, **parts: str) -> bytes:
    """A Word file whose body is the given XML."""
    kept = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("word/document.xml", f"<w:document {space}><w:body>{xml}</w:body></w:document>")
        for name, part in parts.items():
            file.writestr(f"word/{name}.xml", part.replace("<w:", "<w:", 1).replace(">", f" {space}>", 1))
    return kept.getvalue()


def test_identified_by_content() -> None:
    assert identify_docx(write_docx(["甲"]), "plan.bin")
    assert not identify_docx(b"PK\x03\x04 xl/workbook.xml", "plan.docx")
    assert not identify_docx("规划".encode(), "plan.docx")


def test_paragraphs_and_blank_lines_in_order() -> None:
    found = extract(write_docx(["第一段", "", "第二段\t有制表符"]))
    assert found.text == "第一段\n\n第二段 有制表符\n"
    assert found.format == "docx"
    assert found.diagnostics == ()
    assert [m.paragraph for m in found.marks] == [1, 2]


def test_merged_cells_are_empty_places() -> None:
    assert extract(write_docx(["前", TABLE, "后"])).text == (
        "前\n\n| 指标 | | 目标 | |\n| 组 | 甲 | 1 | 2 |\n| | 乙 | 3 | 4 |\n\n后\n"
    )


def test_box_is_paragraphs_and_its_end_is_marked() -> None:
    assert extract(write_docx([Frame(["专栏1 要做的事", "甲。"]), "正文"])).text == "专栏1 要做的事\n甲。\n\n\n正文\n"


def test_inserted_text_is_read_and_deleted_text_is_not() -> None:
    body = "<w:p><w:ins><w:r><w:t>达到9000</w:t></w:r></w:ins><w:del><w:r><w:delText>8000</w:delText></w:r></w:del><w:r><w:t>亿元</w:t></w:r></w:p>"
    assert extract(with_body(body)).text == "达到9000亿元\n"


def test_content_controls_and_breaks() -> None:
    body = "<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type='page'/></w:r></w:p></w:sdtContent></w:sdt>"
    assert extract(with_body(body)).text == "甲\n乙\n"


def test_text_box_stands_behind_its_paragraph() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("正文")
    box = f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict>"
    paragraph.runs[0]._r.append(parse_xml(box))
    kept = io.BytesIO()
    document.save(kept)
    assert extract(kept.getvalue()).text == "正文\n框内\n"


def test_table_inside_a_cell_joins_the_cell() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('丙')}</w:tr></w:tbl>"
    row = f"<w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p>{inner}</w:tc>{cell.format('乙')}</w:tr>"
    assert extract(with_body(f"<w:tbl>{row}</w:tbl>")).text == "| 甲丙 | 乙 |\n\n"


def test_numbers_of_lists_are_printed() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = f'<w:numbering><w:abstractNum w:abstractNumId="7">{level}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    )
    assert (
        extract(with_body(item.format("总体要求") + item.format("目标"), numbering=numbering)).text
        == "一、总体要求\n二、目标\n"
    )


def test_too_many_columns_and_cells_are_reported() -> None:
    found = extract(write_docx([TABLE]), replace(LIMITS, columns=2))
    assert {d.code for d in found.diagnostics} == {"R055"}
    assert "| 指标 | |\n" in found.text
    assert [d.code for d in extract(write_docx([TABLE]), replace(LIMITS, cells=3)).diagnostics] == ["R055"]


def test_endless_text_is_cut() -> None:
    found = extract(write_docx(["规划" * 50] * 10), replace(LIMITS, characters=200))
    assert len(found.text) < 400
    assert [d.code for d in found.diagnostics] == ["R052"]


def test_nested_tables_are_limited() -> None:
    nest = "<w:p/>"
    for _ in range(6):
        nest = f"<w:tbl><w:tr><w:tc>{nest}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert "R056" in {d.code for d in extract(with_body(nest), replace(LIMITS, depth=2)).diagnostics}


def test_entities_are_not_expanded() -> None:
    lol = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;">]>'
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        file.writestr(
            "word/document.xml",
            f'{lol}<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>',
        )
    assert "哈" not in extract(kept.getvalue()).text


def test_file_without_a_document_is_broken() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("word/styles.xml", "<x/>")
    assert [d.code for d in extract(kept.getvalue()).diagnostics] == ["R051"]


def test_broken_xml_is_told() -> None:
    found = extract(with_body("<w:p><w:r>"))
    assert [d.code for d in found.diagnostics] == ["R051"]
    assert "word/document.xml" in found.diagnostics[0].message


def test_comment_has_no_name() -> None:
    assert local_name(parse_xml("<a><!-- x --></a>")[0]) == ""


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=40))
def test_damage_is_never_raised(at: int, noise: bytes) -> None:
    data = bytearray(write_docx(["第一段", TABLE]))
    at %= len(data)
    data[at : at + len(noise)] = noise
    found = extract(bytes(data))
    assert found.text or found.diagnostics
