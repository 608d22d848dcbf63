"""What makes documents of reports; lent by `show` when Django starts.

In: a press. Out: the press, for arrows that keep, print and verify reports. Left out on
purpose: any layout. Imports run down, so an arrow cannot import pages and their
words; the press is handed in from above (docs/adr/0008).
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from lantu.core.report import Fact, Fault, Report, ReportKind, Written
from lantu.run.report_material import Material

_LENT: list["Press"] = []


class FileRefusedError(ValueError):
    """A file cannot be verified; the message says why and what to do."""


class Finished(Protocol):
    """A file that came back."""

    @property
    def name(self) -> str:
        """Address of its report in the registry, or ""."""

    @property
    def body(self) -> dict[str, Any] | None:
        """The report as the file holds it, or None."""


class Press(Protocol):
    """Composes reports, prints them, and reads them back."""

    def compose(self, kind: ReportKind, material: Material, passages: Mapping[str, Written]) -> Report:
        """The report."""

    def show_values(self, material: Material) -> dict[str, str]:
        """Every figure a report may rest on, by address, as reports write it."""

    def find_cited(self, text: str, facts: Sequence[Fact]) -> dict[str, str]:
        """Facts that a person's text states, by address, each with what the text says."""

    def print_docx(self, report: Report, name: str, body: dict[str, Any]) -> bytes:
        """As a .docx with bound figures, the report's address and its body."""

    def print_pdf(self, report: Report) -> bytes:
        """As a .pdf."""

    def read_file(self, data: bytes) -> Finished:
        """A .docx that came back.

        Raises:
            FileRefusedError: If it is none.
        """

    def verify(self, report: Report, finished: Any, now: Mapping[str, str]) -> tuple[Fault, ...]:
        """What differs in the file, is unbound, or was revised since."""


def lend_press(press: Press) -> None:
    """Make this press the one in use."""
    _LENT[:] = [press]


def find_press() -> Press:
    """The press in use.

    Raises:
        LookupError: If nobody lent one: Django was not started.
    """
    if not _LENT:
        raise LookupError("no press was lent; start Django first")
    return _LENT[0]
