"""Evidence: a kind that is taken, and content that is what the name says."""

import pytest

from lantu.sense.evidence import MAX_BYTES, identify_evidence


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7 ...", "说明.PDF", "pdf"),
        (b"\x89PNG\r\n\x1a\n...", "a.png", "png"),
        (b"PK\x03\x04...", "a.xlsx", "xlsx"),
        ("表,数\n".encode(), "a.csv", "csv"),
        (b"", "a.pdf", ""),
        (b"<html>", "a.pdf", ""),
        (b"MZ...", "a.exe", ""),
        (b"%PDF-1.7", "noending", ""),
        (b"a\0b", "a.txt", ""),
        (b"%PDF-" + b" " * MAX_BYTES, "big.pdf", ""),
    ],
    ids=["pdf", "png", "xlsx", "csv", "empty", "html as pdf", "program", "no ending", "zero bytes", "large"],
)
def test_name_and_content_agree(data: bytes, name: str, kind: str) -> None:
    found, diagnostics = identify_evidence(data, name)
    assert found == kind
    assert [d.code for d in diagnostics] == ([] if kind else ["S024"])
