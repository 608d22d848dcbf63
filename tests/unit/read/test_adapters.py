"""The right adapter for each file, whatever its name."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.read.adapter_extracted import LIMITS
from lantu.read.adapters import ADAPTERS, extract_document, extract_text, identify_text
from tests.documents import write_docx, write_html, write_pdf

LINES = ["某市规划", "到2025年，地区生产总值达到9000亿元。"]


def make(form: str) -> bytes:
    if form == "docx":
        return write_docx(LINES)
    if form == "html":
        return write_html(LINES, "某市规划")
    return write_pdf(LINES) if form == "pdf" else "\n".join(LINES).encode()


@pytest.mark.parametrize("form", ["text", "html", "docx", "pdf"])
@pytest.mark.parametrize("name", ["plan", "plan.txt"])
def test_content_decides(form: str, name: str) -> None:
    found = extract_document(make(form), name)
    assert found.format == form
    assert "地区生产总值达到9000亿元" in found.text


@pytest.mark.parametrize("form", ["text", "html", "docx", "pdf"])
def test_one_adapter_claims_a_file(form: str) -> None:
    claims = [adapter.format for adapter in ADAPTERS[:-1] if adapter.identify(make(form), f"plan.{form}")]
    assert claims == ([] if form == "text" else [form])


def test_text_is_unchanged() -> None:
    data = "\ufeff 甲\r\n\r\n　乙\t".encode()
    assert identify_text(data, "x")
    assert extract_text(data, "x.txt", LIMITS, lambda share: None).text == data.decode()
    assert extract_document(data, "x.txt").marks == ()


def test_large_file_is_refused() -> None:
    found = extract_document(b"x" * 100, "plan.txt", replace(LIMITS, file_bytes=99))
    assert [d.code for d in found.diagnostics] == ["R052"]
    assert found.text == ""


def test_other_packed_file_is_no_text() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr("xl/workbook.xml", "<x/>")
    assert [d.code for d in extract_document(kept.getvalue(), "returns.xlsx").diagnostics] == ["R002"]


def test_document_of_blanks_is_reported() -> None:
    assert [d.code for d in extract_document(write_docx(["", " "]), "plan.docx").diagnostics] == ["R001"]


def test_shares_are_told() -> None:
    shares: list[float] = []
    extract_document(make("pdf"), "plan.pdf", tell=shares.append)
    assert shares
    assert all(0 <= share <= 1 for share in shares)


@given(st.binary(max_size=400), st.sampled_from(["a.docx", "a.pdf", "a.html", "a.doc", "a"]))
def test_any_bytes_give_text_or_a_reason(data: bytes, name: str) -> None:
    found = extract_document(data, name)
    assert found.text.strip() or found.diagnostics
