"""Files of any format to canonical text: the list of adapters, and the choice by content.

In: bytes and a file name. Out: what the first adapter that knows the bytes
extracts. Left out on purpose: converting old Office files, which takes a
program of its own; `run` does that and hands in a .docx.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lantu.read.adapter_docx import extract_docx, identify_docx
from lantu.read.adapter_extracted import LIMITS, Extracted, Limits, Tell, refuse
from lantu.read.adapter_html import extract_html, identify_html
from lantu.read.adapter_office import extract_office, identify_office
from lantu.read.adapter_pdf import extract_pdf, identify_pdf
from lantu.read.adapter_text import decode_text


@dataclass(frozen=True, slots=True)
class Adapter:
    """One format.

    Attributes:
        format: Its short name.
        identify: Whether bytes (and, where they do not tell, the name) are of it.
        extract: Its canonical text; bad material is reported, never raised.
    """

    format: str
    identify: Callable[[bytes, str], bool]
    extract: Callable[[bytes, str, Limits, Tell], Extracted]


def identify_text(data: bytes, name: str) -> bool:
    """Whether the bytes are of no other format; what is no text at all is reported then."""
    del data, name
    return True


def extract_text(data: bytes, name: str, limits: Limits, tell: Tell) -> Extracted:
    """A .txt or .md file: the canonical text is the decoded file, unchanged."""
    del limits, tell
    decoded = decode_text(data, name)
    return Extracted(decoded.text, (), decoded.encoding, "text", decoded.diagnostics)


ADAPTERS: tuple[Adapter, ...] = (
    Adapter("pdf", identify_pdf, extract_pdf),
    Adapter("docx", identify_docx, extract_docx),
    Adapter("doc", identify_office, extract_office),
    Adapter("html", identify_html, extract_html),
    Adapter("text", identify_text, extract_text),
)


def extract_document(data: bytes, name: str, limits: Limits = LIMITS, tell: Tell | None = None) -> Extracted:
    """The canonical text of a file, by the first adapter that knows it.

    Args:
        data: The file's bytes.
        name: Its name, for messages and where the bytes do not tell the format.
        limits: How much is read at most.
        tell: Called with the share done, 0 to 1.
    """
    if len(data) > limits.file_bytes:
        found = f"{name} has {len(data) // 2**20} MiB; {limits.file_bytes // 2**20} MiB are read"
        return Extracted("", diagnostics=(refuse("R052", found, name).diagnostic,))
    adapter = next(adapter for adapter in ADAPTERS if adapter.identify(data, name))
    extracted = adapter.extract(data, name, limits, tell or _tell_nobody)
    return _report_blank(extracted, name)


def _tell_nobody(share: float) -> None:
    del share


def _report_blank(extracted: Extracted, name: str) -> Extracted:
    """A file that was understood and holds no words is reported, if nothing else was said of it."""
    if extracted.text.strip() or extracted.diagnostics:
        return extracted
    return replace(extracted, text="", diagnostics=(refuse("R001", f"{name} holds no words", name).diagnostic,))
