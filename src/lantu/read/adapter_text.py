"""Bytes of a text file to the canonical text.

In: bytes and a file name. Out: the decoded text, unchanged (BOM, CR and blanks
kept), the encoding it had, and what was wrong with the bytes.
Left out on purpose: cleaning, which happens in the shadow, and other formats,
which have adapters of their own.
"""

import codecs
import re
from dataclasses import dataclass

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.read.codes import diagnose

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a packed archive (docx, xlsx, odt, zip)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7-Zip"),
)
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHINESE = re.compile("[\u4e00-\u9fff]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LISTED = 20
_MOST_FAULTS = 2000


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file as text.

    Attributes:
        text: The canonical text; "" where the file could not be read.
        encoding: Name of the encoding, or "" where none fits.
        diagnostics: What was wrong with the bytes.
    """

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode_text(data: bytes, name: str) -> DecodedText:
    """The text of a .txt or .md file.

    UTF-8 is tried first, then GB18030; where both have broken bytes, the one with
    fewer is used and every broken place is reported with its line.
    """
    if not data:
        return _refuse("R001", f"{name} has no bytes")
    kind = _identify_binary(data)
    if kind:
        return _refuse("R002", f"{name} is {kind}, not text")
    decoded = (
        _decode_utf16(data, name) or _decode_utf8(data) or _decode_gb18030(data, name) or _decode_broken(data, name)
    )
    if not decoded.text.strip("\ufeff \t\r\n\u3000\u00a0"):
        return _refuse("R001", f"{name} has nothing but blanks")
    return _with_language_note(decoded, name)


def _refuse(code: str, message: str) -> DecodedText:
    return DecodedText("", "", (diagnose(code, message, severity=Severity.ERROR, about=message.split(" ")[0]),))


def _identify_binary(data: bytes) -> str:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    is_utf16 = any(data.startswith(mark) for mark, _ in _UTF16)
    at = data.find(b"\x00")
    return f"binary (a NUL byte at {at})" if at >= 0 and not is_utf16 else ""


def _decode_utf16(data: bytes, name: str) -> DecodedText | None:
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            note = diagnose("R005", f"{name} is {encoding}", severity=Severity.INFO, about=name)
            return DecodedText(text, encoding, (note,))
    return None


def _decode_utf8(data: bytes) -> DecodedText | None:
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _decode_gb18030(data: bytes, name: str) -> DecodedText | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    if _is_broken_utf8(data):
        return None
    return DecodedText(
        text, "gb18030", (diagnose("R004", f"{name} was read as GB18030", severity=Severity.INFO, about=name),)
    )


def _is_broken_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 with a few faults, which GB18030 would read as nonsense."""
    high = len(_HIGH.findall(data))
    return sum(len(found) for found in _SEQUENCE.findall(data)) >= 0.9 * high


def _decode_broken(data: bytes, name: str) -> DecodedText:
    encoding = "utf-8" if _is_broken_utf8(data) else "gb18030"
    faults: list[Diagnostic] = []
    view = memoryview(data)
    at, count = 0, 0
    while count <= _MOST_FAULTS:
        try:
            codecs.decode(view[at:], encoding)
            break
        except UnicodeDecodeError as error:
            start, end = at + error.start, at + error.end
            count += 1
            if len(faults) < _LISTED:
                faults.append(_report_fault(data, name, encoding, start, end))
            at = end
    if count > len(faults):
        more = f"{name}: {count - len(faults)} further broken places in {encoding} are not listed"
        faults.append(diagnose("R003", more, about=name))
    return DecodedText(data.decode(encoding, errors="replace"), encoding, tuple(faults))


def _report_fault(data: bytes, name: str, encoding: str, start: int, end: int) -> Diagnostic:
    line = data.count(b"\n", 0, start) + 1
    left = data.rfind(b"\n", 0, start) + 1
    near = data[max(left, start - 30) : end + 12].decode(encoding, errors="replace").strip()
    shown = data[start:end].hex(" ")
    message = f"{name} line {line}, byte {start}: {shown} is not {encoding}; near “{near}”"
    return diagnose("R003", message, about=f"{name} line {line}")


def _with_language_note(decoded: DecodedText, name: str) -> DecodedText:
    sample = decoded.text[:20000]
    if len(sample) < 200 or len(_CHINESE.findall(sample)) * 20 >= len(sample):
        return decoded
    note = diagnose("R006", f"{name} has hardly any Chinese characters", about=name)
    return DecodedText(decoded.text, decoded.encoding, (*decoded.diagnostics, note))
