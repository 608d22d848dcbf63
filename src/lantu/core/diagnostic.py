"""What was wrong, where, and what to do about it.

In: a code from a stage's table, a place and words. Out: one object that goes
to the terminal, to JSON and to the pages alike. Bad material is collected in
diagnostics; only our own mistakes are exceptions.
Left out on purpose: the codes themselves, which live beside their stage.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lantu.core.span import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """The thing spoken of could not be used."""
    WARNING = "warning"
    """It was used, and somebody should look."""
    INFO = "info"
    """Worth knowing; nothing to do."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row of a stage's table of codes.

    Attributes:
        code: One letter for the stage and three digits, such as "R012"; never used again.
        title: A few words.
        wrong: What is wrong when it appears.
        todo: What the reader of it should do.
    """

    code: str
    title: str
    wrong: str
    todo: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table file: file, line or sheet row, and column name.

    Attributes:
        file: Name of the file as the sender gave it.
        row: Row number counted from 1 with the header as row 1; 0 for the whole file.
        column: Column name, or "" for the whole row.
    """

    file: str
    row: int = 0
    column: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something a person should know about one piece of material.

    Attributes:
        code: From the stage's table.
        severity: How much it matters.
        message: What was found, in words.
        hint: What was expected and what to do.
        span: Where in a document, if in one.
        cell: Where in a table file, if in one.
        about: The address or name of the thing, if neither.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span | None = None
    cell: Cell | None = None
    about: str = ""

    @property
    def place(self) -> str:
        """Where it is, in one line: "returns.csv row 7, unit" or "offset 120–131"."""
        if self.cell is not None:
            row = f" row {self.cell.row}" if self.cell.row else ""
            column = f", {self.cell.column}" if self.cell.column else ""
            return f"{self.cell.file}{row}{column}"
        if self.span is not None:
            return f"offset {self.span.start}–{self.span.end}"
        return self.about


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them says that something could not be used."""
    return any(d.severity is Severity.ERROR for d in diagnostics)
