"""Numbers that Word prints: forms, restarts, styles."""

import re

import pytest
from lxml import etree

from lantu.read.adapter_docx_numbers import NumberWriter, read_numbers, write_count

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def parse(xml: str) -> object:
    return etree.fromstring(re.sub(r"(?=/?>)", f" {W}", xml, count=1))


def level(depth: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def make_writer(styles: str = "<w:styles/>", second: str = "") -> NumberWriter:
    levels = (
        level(0, "chineseCountingThousand", "第%1章")
        + level(1, "decimal", "%1.%2").replace("</w:lvl>", "<w:isLgl/></w:lvl>")
        + level(2, "bullet", "•")
    )
    instance = '<w:num w:numId="{}"><w:abstractNumId w:val="1"/>{}</w:num>'
    xml = f'<w:numbering><w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{instance.format(1, "")}{instance.format(2, second)}</w:numbering>'
    return read_numbers(parse(xml), parse(styles))


def item(depth: int, number: int = 1) -> object:
    return parse(f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>')


def test_levels_count_and_start_again() -> None:
    writer = make_writer()
    numbers = [writer.write_number(item(depth)) for depth in (0, 1, 1, 0, 1)]
    assert numbers == ["第一章 ", "1.1 ", "1.2 ", "第二章 ", "2.1 "]


def test_bullets_say_nothing() -> None:
    assert make_writer().write_number(item(2)) == ""


def test_plain_paragraphs_have_no_number() -> None:
    assert make_writer().write_number(parse("<w:p/>")) == ""
    assert NumberWriter().write_number(item(0)) == ""


def test_style_gives_a_number() -> None:
    styles = (
        '<w:styles><w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="I"><w:basedOn w:val="H"/></w:style><w:style w:styleId="L"><w:basedOn w:val="L"/></w:style></w:styles>'
    )
    writer = make_writer(styles)
    assert writer.write_number(parse('<w:p><w:pPr><w:pStyle w:val="I"/></w:pPr></w:p>')) == "第一章 "
    assert writer.write_number(parse('<w:p><w:pPr><w:pStyle w:val="L"/></w:pPr></w:p>')) == ""


def test_instance_may_start_elsewhere() -> None:
    writer = make_writer(second='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
    assert [writer.write_number(item(0, 2)) for _ in range(2)] == ["第五章 ", "第六章 "]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (10, "chineseCounting", "十"),
        (12, "chineseCounting", "十二"),
        (20, "japaneseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (1200, "chineseCounting", "1200"),
        (25, "ideographDigital", "二五"),
        (3, "ideographTraditional", "丙"),
        (7, "decimalEnclosedCircle", "⑦"),
        (4, "lowerRoman", "iv"),
        (2, "upperLetter", "B"),
        (5, "decimalZero", "05"),
        (9, "unheardOf", "9"),
    ],
)
def test_forms(count: int, form: str, written: str) -> None:
    assert write_count(count, form) == written
