"""PDF files: refused, cut and damaged ones; pages that are pictures."""

import zlib
from dataclasses import replace
from functools import cache

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from lantu.read.adapter_extracted import LIMITS, Extracted, Limits, RefusedError
from lantu.read.adapter_pdf import check_streams, extract_pdf, identify_pdf
from tests.documents import Frame, Grid, GridCell, write_pdf

GRID = Grid(
    2, [[GridCell("指标"), GridCell("2025年")], [GridCell("甲"), GridCell("1")], [GridCell("乙"), GridCell("2")]]
)
PICTURE = "#rect(width: 10cm, height: 5cm, fill: blue)"


def extract(data: bytes, limits: Limits = LIMITS) -> Extracted:
    return extract_pdf(data, "plan.pdf", limits, lambda share: None)


def codes_of(found: Extracted) -> list[str]:
    return [diagnostic.code for diagnostic in found.diagnostics]


@cache
def sample() -> bytes:
    return write_pdf(["规划", "到2025年，地区生产总值达到9000亿元。" * 4, GRID], head="公报")


def test_identified_by_content() -> None:
    assert identify_pdf(b"\n\n%PDF-1.7", "x")
    assert not identify_pdf(b"text about %PDF", "x.pdf")


def test_text_tables_and_pages() -> None:
    found = extract(sample())
    assert found.text.startswith("公报\n\n规划\n")  # one page alone does not tell what repeats
    assert "到2025年，地区生产总值达到9000亿元。到2025年" in found.text
    assert "| 指标 | 2025年 |\n| 甲 | 1 |\n| 乙 | 2 |\n" in found.text
    assert {mark.page for mark in found.marks} == {1}
    assert found.format == "pdf"


def test_box_is_paragraphs_and_its_end_is_marked() -> None:
    text = extract(write_pdf(["前文", Frame(["专栏1 任务", "甲。"]), "后文"])).text
    lines = [line for line in text.splitlines() if line]
    assert lines == ["前文", "专栏1任务", "甲。", "后文"]
    assert text.endswith("甲。\n\n\n后文\n")


def test_scanned_file_is_told() -> None:
    found = extract(typst.compile(f"{PICTURE}\n#pagebreak()\n{PICTURE}".encode(), format="pdf"))
    assert codes_of(found) == ["R057"]
    assert found.text == ""
    assert "OCR" in found.diagnostics[0].hint


def test_page_without_text_is_told() -> None:
    found = extract(typst.compile(f"Words of the plan.\n#pagebreak()\n{PICTURE}".encode(), format="pdf"))
    assert "R058" in codes_of(found)
    assert "page 2" in " ".join(d.message for d in found.diagnostics)


def test_pages_are_limited() -> None:
    data = typst.compile(b"A\n#pagebreak()\nB\n#pagebreak()\nC", format="pdf")
    found = extract(data, replace(LIMITS, pages=2))
    assert "R054" in codes_of(found)
    assert "C" not in found.text


def test_characters_of_a_page_are_limited() -> None:
    assert "R052" in codes_of(extract(sample(), replace(LIMITS, page_marks=20)))


def test_columns_of_a_table_are_limited() -> None:
    found = extract(sample(), replace(LIMITS, columns=1))
    assert "R055" in codes_of(found)


def test_cut_file_is_reported() -> None:
    found = extract(sample()[:400])
    assert codes_of(found) == ["R051"]


def test_encrypted_file_is_reported() -> None:
    """A file whose trailer names an encryption nobody has the key of."""
    key = b"<" + b"41" * 32 + b">"
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O " + key + b" /U " + key + b" >> /ID [<41><41>] "
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size 3 /Root 1 0 R " + entry + b">>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    assert codes_of(extract(data + table + trailer)) == ["R050"]


def test_streams_that_expand_without_measure_are_refused() -> None:
    bomb = zlib.compress(bytes(4 * 2**20))
    data = b"%PDF-1.4\n1 0 obj << /Filter /FlateDecode >>\nstream\n" + bomb + b"\nendstream endobj"
    found = extract(data, replace(LIMITS, expanded_bytes=2**20))
    assert codes_of(found) == ["R053"]


def test_pictures_and_broken_streams_count_little() -> None:
    bomb = zlib.compress(bytes(4 * 2**20))
    limits = replace(LIMITS, expanded_bytes=2**20)
    check_streams(b"obj << /Subtype /Image /Filter /FlateDecode >>\nstream\n" + bomb, "x", limits)
    check_streams(b"obj << /Filter /FlateDecode >>\nstream\nno zlib", "x", limits)
    with pytest.raises(RefusedError, match="1 MiB"):
        check_streams((b"obj << /Filter /FlateDecode >>\nstream\n" + zlib.compress(bytes(2**19))) * 3, "x", limits)


def test_radicals_become_characters() -> None:
    data = typst.compile('#set text(font: "Noto Serif CJK SC")\n⽂⺠⻓⼾'.encode(), format="pdf")
    assert extract(data).text == "文民长户\n"


@settings(max_examples=40)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=60))
def test_damage_is_never_raised(at: int, noise: bytes) -> None:
    data = bytearray(sample())
    at %= len(data)
    data[at : at + len(noise)] = noise
    found = extract(bytes(data))
    assert found.text or found.diagnostics
