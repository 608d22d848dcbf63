"""Old and foreign Office files: told apart, and refused with what to do.

In: bytes. Out: a diagnostic. Out again, once `run` has converted the file: the
text of the .docx, by the adapter for that.
Left out on purpose: reading them; LibreOffice does it better than a parser of ours.
"""

from lantu.core.diagnostic import Severity
from lantu.read.adapter_extracted import Extracted, Limits, Tell, refuse
from lantu.read.codes import diagnose

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_SHEET = "Workbook".encode("utf-16-le")
_OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def identify_office(data: bytes, name: str) -> bool:
    """Whether the bytes are an old Office container, RTF or an OpenDocument text."""
    del name
    return data.startswith((_OLE, b"{\\rtf")) or (data.startswith(b"PK") and _OPEN_TEXT in data[:200])


def may_convert(data: bytes) -> bool:
    """Whether LibreOffice is worth asking: a text document, and not encrypted."""
    if data.startswith(_OLE):
        return _ENCRYPTED not in data and (_WORD in data or _SHEET not in data)
    return identify_office(data, "")


def extract_office(data: bytes, name: str, limits: Limits, tell: Tell) -> Extracted:
    """What to do about the file; no text."""
    del limits, tell
    if data.startswith(_OLE) and _ENCRYPTED in data:
        refusal = refuse("R050", f"{name} is an encrypted Office file", name)
    elif data.startswith(_OLE) and not may_convert(data):
        refusal = refuse("R002", f"{name} is an old Excel file", name)
    else:
        refusal = refuse("R059", f"{name} is not .docx but {_kind(data)}", name)
    return Extracted("", format="doc", diagnostics=(refusal.diagnostic,))


def report_failure(name: str, reason: str) -> Extracted:
    """What to say where LibreOffice was asked and failed."""
    found = diagnose("R060", f"{name}: {reason}", severity=Severity.ERROR, about=name)
    return Extracted("", format="doc", diagnostics=(found,))


def _kind(data: bytes) -> str:
    if data.startswith(_OLE):
        return "an old Word file (.doc, .wps)"
    return "RTF" if data.startswith(b"{") else "an OpenDocument text (.odt)"
