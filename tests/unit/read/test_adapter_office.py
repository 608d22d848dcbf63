"""Old Office files are told apart and refused with what to do."""

import pytest

from lantu.read.adapter_extracted import LIMITS
from lantu.read.adapter_office import extract_office, identify_office, may_convert, report_failure

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20)
WORD = OLE + "WordDocument".encode("utf-16-le")
SHEET = OLE + "Workbook".encode("utf-16-le")
SECRET = OLE + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "code", "is_worth_asking"),
    [(WORD, "R059", True), (SHEET, "R002", False), (SECRET, "R050", False), (b"{\\rtf1 x}", "R059", True)],
    ids=["doc", "xls", "encrypted", "rtf"],
)
def test_each_kind(data: bytes, code: str, is_worth_asking: bool) -> None:
    assert identify_office(data, "plan")
    assert may_convert(data) is is_worth_asking
    found = extract_office(data, "plan.doc", LIMITS, lambda share: None)
    assert [d.code for d in found.diagnostics] == [code]
    assert found.diagnostics[0].hint
    assert found.text == ""


def test_open_document_text() -> None:
    assert identify_office(b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "plan.odt")


def test_others_are_not() -> None:
    assert not identify_office(b"PK\x03\x04word/", "plan.docx")
    assert not may_convert("规划".encode())


def test_failure_is_told() -> None:
    assert [d.code for d in report_failure("plan.doc", "it took longer than 60 s").diagnostics] == ["R060"]
