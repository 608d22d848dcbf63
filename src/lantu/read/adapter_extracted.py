"""What every adapter gives, and the limits all of them keep.

In: nothing (nouns only). Out: `Extracted`, `Limits` and the way to refuse a file.
Left out on purpose: any format.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from lantu.core.diagnostic import Diagnostic, Severity
from lantu.core.mark import Mark
from lantu.read.codes import diagnose

Tell = Callable[[float], None]
"""Called with the share of a file that is done, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read at most, so that no file can hold the reader up.

    Attributes:
        file_bytes: Of the file.
        expanded_bytes: Of all members of a packed file together.
        ratio: Of a member's expanded to its packed size, for members over a mebibyte.
        members: In a packed file.
        pages: Of a document.
        page_marks: Characters, lines and rectangles on one page.
        columns: Of a table.
        cells: Of a table.
        depth: Of elements inside elements.
        characters: Of the canonical text.
    """

    file_bytes: int = 100 * 2**20
    expanded_bytes: int = 300 * 2**20
    ratio: int = 200
    members: int = 5000
    pages: int = 2000
    page_marks: int = 200_000
    columns: int = 100
    cells: int = 100_000
    depth: int = 100
    characters: int = 20_000_000


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Extracted:
    """A file as canonical text.

    Attributes:
        text: The canonical text; "" where the file could not be read.
        marks: Places in the original, in order of the text.
        encoding: Of the bytes, where they are text, else "".
        format: text, html, docx, pdf or doc.
        diagnostics: What was wrong with the file.
    """

    text: str = field(repr=False)
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    encoding: str = ""
    format: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


class RefusedError(Exception):
    """A file cannot be read; carries the diagnostic to the adapter that reports it."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def refuse(code: str, message: str, name: str) -> RefusedError:
    """A refusal of the whole file."""
    return RefusedError(diagnose(code, message, severity=Severity.ERROR, about=name))
