"""Bytes to text, and what is said of bytes that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.core.diagnostic import Severity
from lantu.read.adapter_text import decode_text

PLAN = "云山市发展规划\r\n\r\n到2025年，建成绿道120公里，新增公园十二座。\r\n" * 12


def codes(data: bytes) -> list[str]:
    return [d.code for d in decode_text(data, "plan.txt").diagnostics]


@pytest.mark.parametrize("text", [PLAN, "\ufeff" + PLAN, PLAN.replace("\r\n", "\n") + "\u3000\u00a0"])
def test_utf8_is_kept_unchanged(text: str) -> None:
    decoded = decode_text(text.encode("utf-8"), "plan.txt")
    assert (decoded.text, decoded.encoding, decoded.diagnostics) == (text, "utf-8", ())


def test_gb18030_is_read_and_said() -> None:
    text = PLAN + "𠮷野家与㐂字"
    decoded = decode_text(text.encode("gb18030"), "plan.txt")
    assert (decoded.text, decoded.encoding) == (text, "gb18030")
    assert [(d.code, d.severity) for d in decoded.diagnostics] == [("R004", Severity.INFO)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf16_with_a_mark(encoding: str) -> None:
    data = PLAN.encode(encoding) if encoding == "utf-16" else b"\xfe\xff" + PLAN.encode(encoding)
    decoded = decode_text(data, "plan.txt")
    assert decoded.text.lstrip("\ufeff") == PLAN
    assert "R005" in codes(data)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_are_named_with_their_line_and_the_rest_is_read(encoding: str) -> None:
    lines = PLAN.split("\r\n")
    broken = "\n".join(lines[:4]).encode(encoding) + b"\xff\xff" + "\n".join(lines[4:]).encode(encoding)
    decoded = decode_text(broken, "plan.txt")
    assert decoded.encoding == encoding
    assert decoded.text.endswith("\n".join(lines[4:]))
    first = decoded.diagnostics[0]
    assert first.code == "R003"
    assert first.about == "plan.txt line 4"
    assert f"byte {broken.index(bytes([255]))}" in first.message
    assert first.hint


def test_utf8_cut_in_a_character_is_not_taken_for_gb18030() -> None:
    data = PLAN.encode("utf-8")
    decoded = decode_text(data[:-7] + data[-6:], "plan.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text[:200] == PLAN[:200]


def test_many_faults_are_counted_and_not_all_listed() -> None:
    data = b"".join("好事".encode() + b"\xff" for _ in range(300))
    found = decode_text(data, "plan.txt").diagnostics
    assert len(found) < 30
    assert "further broken places" in found[-1].message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "R001"),
        (b"\xef\xbb\xbf \r\n\t", "R001"),
        (b"%PDF-1.7\n...", "R002"),
        (b"PK\x03\x04rest", "R002"),
        (b"\xd0\xcf\x11\xe0rest", "R002"),
        (b"text with a \x00 byte", "R002"),
    ],
    ids=["empty", "blank", "pdf", "zip", "doc", "nul"],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, code: str) -> None:
    decoded = decode_text(data, "plan.txt")
    assert decoded.text == ""
    (found,) = decoded.diagnostics
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert found.message
    assert found.hint


def test_a_text_in_another_language_is_said() -> None:
    assert codes(b"hardly a word of Chinese here, only Latin letters. " * 9) == ["R006"]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    decoded = decode_text(data, "any.bin")
    assert decoded.text or any(d.severity is Severity.ERROR for d in decoded.diagnostics)
