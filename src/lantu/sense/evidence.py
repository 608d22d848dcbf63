"""Files that support a return: which are taken.

In: bytes and a name. Out: the kind of file, or why it is not taken. Left out on purpose: reading them; people do.
"""

from lantu.core.diagnostic import Cell, Diagnostic, Severity
from lantu.sense.table import decode_text

MAX_BYTES = 10 * 1024 * 1024
KINDS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff", "jpeg": b"\xff\xd8\xff",
         "docx": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}  # fmt: skip
"""Ending of the name → how the bytes begin."""
TEXTS = ("csv", "txt")


def identify_evidence(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The kind of a file, "" with the reason where it is not taken. Name and content must agree."""
    ending = name.rpartition(".")[2].lower()
    if not data:
        return "", (_refuse(name, "the file is empty"),)
    if len(data) > MAX_BYTES:
        return "", (_refuse(name, f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are taken"),)
    if ending in KINDS:
        return (ending, ()) if data.startswith(KINDS[ending]) else ("", (_refuse(name, f"it is no .{ending} file"),))
    if ending in TEXTS:
        return (ending, ()) if "\0" not in decode_text(data)[0] else ("", (_refuse(name, "it is no text"),))
    return "", (_refuse(name, f"files ending in .{ending} are not taken"),)


def _refuse(name: str, message: str) -> Diagnostic:
    kinds = ", ".join(f".{kind}" for kind in (*KINDS, *TEXTS))
    return Diagnostic("S024", Severity.ERROR, message, f"hand in one of {kinds}", cell=Cell(name))
